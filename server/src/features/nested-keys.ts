import type { Config } from '../configs/config.ts';
import type { Entry } from '../formats/format.ts';
import { type Place, placeOf } from '../text/block.ts';
import type { Document } from './document.ts';
import { probe } from './probe.ts';

/** A key, or the beginning of one, in a format with nesting or with names of its own for properties. */
export interface KeyPlace {
  readonly config: Config;
  /** The entry that stands there, or one beside it. */
  readonly near: Entry;
  /** Characters on the line that a name takes the place of. */
  readonly start: number;
  readonly end: number;
  /** The property that stands there now. */
  readonly key?: string;
}

/** The key at a place: of an entry, or of what will be one; undefined where no key stands or no config is near. */
export function keyPlace(document: Document, place: Place): KeyPlace | undefined {
  const entry = document.tree.entryAt(place.line, place.character);
  const [member] = entry === undefined ? [] : document.placement.assign(entry);
  const range = entry && keyRange(entry, place);
  if (entry === undefined || (member === undefined && (range === undefined || isUnfinished(document, place))))
    return unfinished(document, place);
  if (range === undefined) return undefined;
  if (member !== undefined && takesKeys(member.config)) return { ...range, near: entry, config: member.config, key: member.key };
  const company = entry.children === undefined ? companyOf(document, place.line, range.start) : undefined;
  return company && { ...company, ...range };
}

/** The characters of an entry's key, where a place is on it. */
function keyRange({ block, keyStart, keyEnd, valueStart, valueEnd }: Entry, place: Place): Pick<KeyPlace, 'start' | 'end'> | undefined {
  const [from, to] = keyStart === keyEnd ? [valueStart, valueEnd] : [keyStart, keyEnd];
  const [start, end] = [placeOf(block, from), placeOf(block, to)];
  const isOnKey = start.line === place.line && place.character >= start.character && place.character <= end.character;
  return isOnKey ? { start: start.character, end: end.character } : undefined;
}

/** Whether a line holds no more than the beginning of a name. */
function isUnfinished({ lines }: Document, { line, character }: Place): boolean {
  const text = lines[line] ?? '';
  return beginning.test(text.slice(0, character)) && ending.test(text.slice(character)) && !text.trimStart().startsWith('#');
}

/** False for what an operator or an image passes on to nobody: the settings beside it say what may stand there. */
function takesKeys({ role, identity }: Config): boolean {
  return role !== 'none' || identity.family !== 'java';
}

/** The rest of a name, and what may stand behind it; where there is a sign for a value, or anything else, another entry is. */
const ending = /^[\w.-]*["']?[ \t]*(?:,|#.*)?$/;

const beginning = /^([ \t]*(?:-[ \t]+)?["']?)([\w.-]*)$/;

/** A line with nothing on it yet but the beginning of a name belongs to what its neighbours belong to. */
function unfinished(document: Document, place: Place): KeyPlace | undefined {
  const line = document.lines[place.line];
  if (line === undefined) return undefined;
  const match = beginning.exec(line.slice(0, place.character));
  if (match === null || !isUnfinished(document, place)) return undefined;
  const [, lead = '', typed = ''] = match;
  const column = lead.replace(/["']$/, '').length;
  const company = companyOf(document, place.line, column);
  const found = company && !isOfAnother(company.config, typed) ? company : probe(document, place.line, lead, typed);
  const end = place.character + (/^[\w.-]*/.exec(line.slice(lead.length + typed.length))?.[0].length ?? 0);
  return found && { ...found, start: lead.length, end };
}

/** Whether what is typed begins like the variables of another program than the neighbours'. */
function isOfAnother({ identity: { overlay, spelling } }: Config, typed: string): boolean {
  const prefix = overlay ? (spelling.spell('') ?? '') : '';
  return typed.includes('_') && !prefix.startsWith(typed) && !typed.startsWith(prefix);
}

/** As far as somebody would look for the company that a line keeps. */
const farthest = 200;

/** The settings that a line stands among: those above it, else those below. */
function companyOf(document: Document, line: number, column: number): Pick<KeyPlace, 'config' | 'near'> | undefined {
  return neighbour(document, line, column, -1) ?? neighbour(document, line, column, 1);
}

function neighbour(document: Document, line: number, column: number, step: 1 | -1): Pick<KeyPlace, 'config' | 'near'> | undefined {
  for (let at = line + step; at >= 0 && at < document.lines.length && Math.abs(at - line) <= farthest; at += step) {
    const text = document.lines[at] ?? '';
    const indent = text.length - text.trimStart().length;
    if (text.trim() === '' || text.trimStart().startsWith('#') || indent > column) continue;
    const near = document.tree.entryAt(at, indent);
    if (near === undefined) return undefined;
    const config = configOf(document, near);
    if (config !== undefined) return isAmong(document, near, column) ? { config, near } : undefined;
    // What nobody reads, or another program, keeps company with the rest as well.
    if (indent < column || near.children !== undefined) return undefined;
  }
  return undefined;
}

/** Whether a column is that of an entry's company, or of what stands in it: in YAML it is the indent that says what belongs together. */
function isAmong(document: Document, { format, block, keyStart, kind }: Entry, column: number): boolean {
  if ((format?.id ?? document.format.id) !== 'yaml' || kind === 'null' || kind === 'map') return true;
  const { character } = placeOf(block, keyStart);
  return character === column || character === column + 1;
}

function configOf(document: Document, entry: Entry): Config | undefined {
  return document.placement.assign(entry).find(({ config }) => takesKeys(config))?.config;
}

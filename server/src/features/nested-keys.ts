import type { Config } from '../configs/config.ts';
import { type Entry, holdsText } from '../formats/format.ts';
import { partsOf } from '../formats/yaml-pairs.ts';
import { type Place, placeOf } from '../text/block.ts';
import type { Document } from './document.ts';
import { isAroundConfig, probe } from './probe.ts';

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
  /** Before the name and behind it, where that is more than the name: a line end with an indent, a colon. `end`: behind the value. */
  readonly around?: { readonly before: string; readonly behind: string; readonly end?: string };
}

/** A config, and an entry in the company of which a name would be one of its settings. */
export type Company = Pick<KeyPlace, 'config' | 'near'>;

/** The key at a place: of an entry, or of what will be one; undefined where no key stands or no config is near. */
export function keyPlace(document: Document, place: Place): KeyPlace | undefined {
  const entry = document.tree.entryAt(place.line, place.character);
  const [member] = entry === undefined ? [] : document.placement.assign(entry);
  const range = entry && keyRange(entry, place);
  if (entry === undefined || (member === undefined && (range === undefined || isUnfinished(document, place))))
    return unfinished(document, place);
  if (range === undefined || isAroundConfig(document, entry)) return undefined;
  if (member !== undefined && takesKeys(member.config)) return { ...range, near: entry, config: member.config, key: member.key };
  // An item of a list that is no variable has its dash for a key.
  if (entry.children !== undefined || (entry.parent?.kind === 'list' && entry.format === undefined)) return undefined;
  const company = entry.parent === undefined ? companyOf(document, place.line, range.start) : companyIn(document, entry.parent, entry);
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
  if (match === null || !isUnfinished(document, place) || endsText(document, place.line)) return undefined;
  const [, lead = '', typed = ''] = match;
  const column = lead.replace(/["']$/, '').length;
  const company = companyOf(document, place.line, column);
  const isText = company !== undefined && (company.near.format?.id ?? document.format.id) !== 'yaml';
  if (document.format.id === 'yaml' && !isText && isAboveDeeper(document, place.line)) return undefined;
  const found = company && !isOfAnother(company.config, typed) ? company : probe(document, place.line, lead, typed);
  if (found === undefined) return undefined;
  const end = place.character + (/^[\w.-]*/.exec(line.slice(lead.length + typed.length))?.[0].length ?? 0);
  const at = { ...found, start: lead.length, end };
  const isItem = found.near.parent?.kind === 'list' && /^[ \t]*$/.test(lead);
  return isItem || (document.format.id === 'json' && found.near.parent?.kind === 'list') ? asItem(document, at) : at;
}

/** Among the items of a list a name begins one of its own. */
function asItem({ lines, format }: Document, at: KeyPlace): KeyPlace | undefined {
  const { near, start } = at;
  const dash = /^[ \t]*(?=-[ \t])/.exec(lines[near.block.line] ?? '')?.[0].length;
  if (format.id !== 'yaml' || dash !== start) return undefined;
  if (partsOf(near) === undefined) return { ...at, around: { before: '- ', behind: '=' } };
  return { ...at, around: { before: '- name: ', behind: `\n${' '.repeat(start + 2)}value: "`, end: '"' } };
}

/** Whether what is typed begins like the variables of another program than the neighbours'. */
function isOfAnother({ identity: { overlay, spelling } }: Config, typed: string): boolean {
  const prefix = overlay ? (spelling.spell('') ?? '') : '';
  return typed.includes('_') && !prefix.startsWith(typed) && !typed.startsWith(prefix);
}

/** As far as somebody would look for the company that a line keeps. */
const farthest = 200;

/** The settings that a line stands among: those above it, else those below. */
function companyOf(document: Document, line: number, column: number): Company | undefined {
  return neighbour(document, line, column, -1) ?? neighbour(document, line, column, 1);
}

function neighbour(document: Document, line: number, column: number, step: 1 | -1): Company | undefined {
  for (let at = line + step; at >= 0 && at < document.lines.length && Math.abs(at - line) <= farthest; at += step) {
    const text = document.lines[at] ?? '';
    const indent = indentOf(text);
    if (text.trim() === '' || text.trimStart().startsWith('#') || indent > column) continue;
    const dash = /^-[ \t]+/.exec(text.trimStart())?.[0].length ?? 0;
    const near = document.tree.entryAt(at, indent + dash);
    if (near === undefined) return undefined;
    const config = configOf(document, near);
    if (config !== undefined)
      return isAmong(document, near, line, indent === column ? indent + dash : column) ? { config, near } : undefined;
    // What nobody reads, or another program, keeps company with the rest as well.
    if (indent < column || near.children !== undefined) return undefined;
  }
  return undefined;
}

/**
 * Whether a place is in an entry's company, or in what stands in it: in YAML it is the indent that says what belongs together. What a text
 * between two words holds ends with them, a connector's settings are all in one map.
 */
function isAmong(document: Document, near: Entry, line: number, column: number): boolean {
  const { format, block, keyStart, kind, parent } = near;
  if (document.format.id === 'terraform' && parent !== undefined && holdsText(parent)) return isWithin(document, parent, line);
  if (document.format.id === 'json') return !isAroundConfig(document, near) && isBetweenSameBraces(document, near, line);
  if ((format?.id ?? document.format.id) !== 'yaml' || kind === 'null' || kind === 'map') return true;
  const { character } = placeOf(block, keyStart);
  return character === column || character === column + 1;
}

/** Whether no map ends or begins between an entry of JSON and a line, but for whole ones. */
function isBetweenSameBraces({ lines }: Document, { block, keyStart, valueEnd }: Entry, line: number): boolean {
  const [from, to] = [placeOf(block, keyStart), placeOf(block, valueEnd)];
  const between =
    to.line < line
      ? [(lines[to.line] ?? '').slice(to.character).replace(/^"/, ''), ...lines.slice(to.line + 1, line)]
      : [...lines.slice(line + 1, from.line), (lines[from.line] ?? '').slice(0, from.character)];
  let depth = 0;
  for (const [brace] of between
    .join('\n')
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '')
    .matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Whether a line is the word that ends a text of Terraform's. */
function endsText({ lines, format }: Document, line: number): boolean {
  const word = format.id === 'terraform' ? /^\s*(\w+)\s*$/.exec(lines[line] ?? '')?.[1] : undefined;
  if (word === undefined) return false;
  const begins = new RegExp(`<<-?${word}\\s*$`);
  return lines.slice(0, line).some((text) => begins.test(text));
}

/** Whether a line is one of a text's that begins on its next line and ends before a word. */
function isWithin({ lines }: Document, { block, keyStart, children = [] }: Entry, line: number): boolean {
  const last = children.at(-1)?.block.line ?? line;
  return line > placeOf(block, keyStart).line && lines.slice(last + 1, line + 1).every((text) => /^\s*(?:#.*)?$/.test(text));
}

/** Whether what stands below belongs to what stands above, by its indent: nothing can come between them. */
function isAboveDeeper({ lines }: Document, line: number): boolean {
  const below = lines.slice(line + 1).find((text) => text.trim() !== '' && !text.trimStart().startsWith('#')) ?? '';
  return indentOf(below) > indentOf(lines[line] ?? '');
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** The setting nearest to a member of a map, or to an item of a list of variables. */
export function companyIn(document: Document, { children = [] }: Entry, member: Entry): Company | undefined {
  const at = children.findIndex((child) => child === member || child.pair === member);
  for (let distance = 1; distance < children.length; distance += 1) {
    for (const child of [children[at - distance], children[at + distance]]) {
      const near = child?.pair ?? child;
      const config = near && configOf(document, near);
      if (near !== undefined && config !== undefined) return { config, near };
    }
  }
  return undefined;
}

function configOf(document: Document, entry: Entry): Config | undefined {
  return document.placement.assign(entry).find(({ config }) => takesKeys(config))?.config;
}

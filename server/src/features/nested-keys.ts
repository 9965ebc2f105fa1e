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
  if (entry === undefined || member === undefined) return unfinished(document, place);
  const [from, to] = entry.keyStart === entry.keyEnd ? [entry.valueStart, entry.valueEnd] : [entry.keyStart, entry.keyEnd];
  const start = placeOf(entry.block, from);
  const end = placeOf(entry.block, to);
  if (start.line !== place.line || place.character < start.character || place.character > end.character) return undefined;
  return { config: member.config, near: entry, start: start.character, end: end.character, key: member.key };
}

const beginning = /^([ \t]*(?:-[ \t]+)?["']?)([\w.-]*)$/;

/** A line with nothing on it yet but the beginning of a name belongs to what its neighbours belong to. */
function unfinished(document: Document, place: Place): KeyPlace | undefined {
  const line = document.lines[place.line] ?? '';
  const match = beginning.exec(line.slice(0, place.character));
  if (match === null || /[:=]/.test(line.slice(place.character))) return undefined;
  const [, lead = '', typed = ''] = match;
  const column = lead.replace(/["']$/, '').length;
  const near = neighbour(document, place.line, column, -1) ?? neighbour(document, place.line, column, 1);
  const config = near && configOf(document, near);
  const found = config && !isOfAnother(config, typed) ? { config, near } : probe(document, place.line, lead, typed);
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

function neighbour(document: Document, line: number, column: number, step: 1 | -1): Entry | undefined {
  for (let at = line + step; at >= 0 && at < document.lines.length && Math.abs(at - line) <= farthest; at += step) {
    const text = document.lines[at] ?? '';
    const indent = text.length - text.trimStart().length;
    if (text.trim() === '' || text.trimStart().startsWith('#') || indent > column) continue;
    const entry = document.tree.entryAt(at, indent);
    return entry && configOf(document, entry) && entry;
  }
  return undefined;
}

function configOf(document: Document, entry: Entry): Config | undefined {
  return document.placement.assign(entry)[0]?.config;
}

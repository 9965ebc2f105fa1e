import type { Entry } from '../formats/format.ts';
import { parseProperties } from '../formats/properties.ts';
import type { PropertyLine } from '../formats/property-line.ts';
import { splitLines } from '../text/lines.ts';

/** One pair of a log4j 1 file with the comments that stand above it. */
export interface Setting {
  readonly key: string;
  readonly value: string;
  /** Zero-based line of the document. */
  readonly line: number;
  readonly entry: Entry;
  /** Comment lines directly above, without their `#` or `!`. */
  readonly remarks: readonly string[];
}

/** A log4j 1 file as `java.util.Properties` reads it, comments kept. */
export interface Log4j1File {
  /** Every pair in the order of the file, shadowed ones too. */
  readonly settings: readonly Setting[];
  /** What counts: of several pairs with one key, the last. */
  readonly byKey: ReadonlyMap<string, Setting>;
  /** What counts, by the part of the key before its last dot, in the order of the file. */
  readonly members: ReadonlyMap<string, readonly Setting[]>;
  /** The comment that opens the file and is set apart by a blank line: a licence, a title. */
  readonly head: readonly string[];
  /** Comments behind the last pair. */
  readonly tail: readonly string[];
}

/** Reads a whole file. */
export function readLog4j1(text: string): Log4j1File {
  return readLines(parseProperties(splitLines(text.replace(/^\uFEFF/, '')).lines).lines);
}

/** Reads what the properties format made of a text. */
function readLines(lines: readonly PropertyLine[]): Log4j1File {
  const settings: Setting[] = [];
  let head: readonly string[] = [];
  let remarks: string[] = [];
  for (const { lineKind, text, line, entry } of lines) {
    if (lineKind === 'comment') remarks.push(commentText(text));
    if (lineKind === 'blank' && remarks.length > 0 && settings.length === 0 && head.length === 0) {
      head = remarks;
      remarks = [];
    } else if (lineKind === 'blank' && remarks.length > 0 && remarks.at(-1) !== '') remarks.push('');
    if (entry === undefined) continue;
    settings.push({ key: entry.key, value: entry.value, line, entry, remarks: withoutEmptyEnds(remarks) });
    remarks = [];
  }
  const byKey = new Map(settings.map((setting) => [setting.key, setting]));
  return { settings, byKey, members: groupByParent(byKey.values()), head: withoutEmptyEnds(head), tail: withoutEmptyEnds(remarks) };
}

/** The same from entries alone, one for each key, in any order: without comments. A key may be known by another name than its entry's. */
export function fileOf(written: readonly { readonly key: string; readonly entry: Entry }[]): Log4j1File {
  const settings = written.map(({ key, entry }) => ({ key, value: entry.value, line: entry.block.line, entry, remarks: [] }));
  settings.sort((a, b) => a.line - b.line || a.entry.keyStart - b.entry.keyStart);
  const byKey = new Map(settings.map((setting) => [setting.key, setting]));
  return { settings, byKey, members: groupByParent(byKey.values()), head: [], tail: [] };
}

/** Settings whose key is `prefix` and one more word. */
export function membersOf(file: Log4j1File, prefix: string): readonly Setting[] {
  return file.members.get(prefix) ?? [];
}

function groupByParent(settings: Iterable<Setting>): Map<string, Setting[]> {
  const groups = new Map<string, Setting[]>();
  for (const setting of settings) {
    const parent = setting.key.slice(0, Math.max(setting.key.lastIndexOf('.'), 0));
    const group = groups.get(parent);
    if (group === undefined) groups.set(parent, [setting]);
    else group.push(setting);
  }
  return groups;
}

function commentText(line: string): string {
  return line.trimStart().slice(1).replace(/^ /, '').trimEnd();
}

function withoutEmptyEnds(remarks: readonly string[]): readonly string[] {
  let start = 0;
  let end = remarks.length;
  while (start < end && remarks[start]?.trim() === '') start += 1;
  while (end > start && remarks[end - 1]?.trim() === '') end -= 1;
  return remarks.slice(start, end);
}

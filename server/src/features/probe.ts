import type { Config } from '../configs/config.ts';
import type { Entry } from '../formats/format.ts';
import { atLeast } from '../schema/version.ts';
import type { Place } from '../text/block.ts';
import type { Document } from './document.ts';

/** A config, and an entry of it in the document that was read to find it. */
export interface Probed {
  readonly config: Config;
  readonly near: Entry;
  /** Kafka's name of that entry. */
  readonly key: string;
}

/**
 * What a name on a line would be part of, where nothing there tells: an empty map, or the beginning of a name that breaks the rest. The document
 * is read again with names there that clients and servers have in all their spellings.
 */
export function probe(document: Document, line: number, lead: string, typed: string): Probed | undefined {
  if (!isWorthATrial(document)) return undefined;
  if (document.format.id === 'yaml' && /^\s*loggers:/.test(lineAbove(document, line, lead.length)))
    return probeLoggers(document, line, lead);
  if (document.format.id === 'yaml' && !isBelowCue(document, line, lead.length)) return undefined;
  const texts = trials(document, line, lead, typed);
  return tried(
    document,
    line,
    texts,
    texts.map((_, i) => ({ line: i, character: lead.length })),
  );
}

/** Whether a document says something of Kafka, and is short enough to be read while somebody waits. */
function isWorthATrial(document: Document): boolean {
  const { lines, path } = document;
  return (
    lines.length <= longest &&
    (lines.some((text) => /kafka|_msk/i.test(text)) || (document.format.id === 'json' && isConnectors(lines, path)))
  );
}

/** Whether a short JSON text is about connectors: by its file's name, or what it says. */
function isConnectors(lines: readonly string[], path: string): boolean {
  const name = path.split(/[\\/]/).pop() ?? '';
  return /connect|sink|source|debezium/i.test(name) || lines.some((text) => /connector|debezium|\b(?:sink|source)\b/i.test(text));
}

/** The first config that one of the places belongs to in a document with other lines in place of one. */
function tried(document: Document, line: number, texts: readonly string[], places: readonly Place[]): Probed | undefined {
  const trial = document.withLine(line, texts.join('\n'));
  for (const place of places) {
    const near = trial.tree.entryAt(line + place.line, place.character);
    const [member] = near === undefined ? [] : trial.placement.assign(near);
    if (near === undefined || member === undefined || member.config.role === 'none') continue;
    return isAlone(trial, near, member.config, { line, count: texts.length })
      ? undefined
      : { config: member.config, near, key: member.key };
  }
  return undefined;
}

/**
 * Whether what was written makes a map Kafka's by itself, of which the author has made something else: a chart's `kafka:` has other members
 * than Kafka's.
 */
function isAlone(
  document: Document,
  near: Entry,
  { identity }: Config,
  { line, count }: { readonly line: number; readonly count: number },
): boolean {
  if (identity.image !== undefined || identity.spelling.spell('') !== '') return false;
  if (isAroundConfig(document, near)) return true;
  const others = membersBeside(document, near).filter(({ block }) => block.line < line || block.line >= line + count);
  return others.length > 0 && others.every((other) => document.placement.assign(other).length === 0);
}

/** Whether an entry stands in what is around a connector's settings: `{"name": …, "config": {…}}`. */
export function isAroundConfig(document: Document, entry: Entry): boolean {
  return document.format.id === 'json' && membersBeside(document, entry).some(({ key, kind }) => key === 'config' && kind === 'map');
}

/** The members of the map that an entry stands in. */
function membersBeside({ tree }: Document, entry: Entry): readonly Entry[] {
  return entry.parent?.children ?? tree.documents?.find((document) => document.includes(entry)) ?? [];
}

/** The config that a member of a map would belong to, written into a line as `write` does; `at` is its place from that line on. */
export function tryAt(document: Document, line: number, write: (member: string) => readonly string[], at: Place): Probed | undefined {
  if (
    !isWorthATrial(document) ||
    (document.format.id === 'yaml' && !cue.test(document.lines[line] ?? '') && !isBelowCue(document, line, at.character))
  )
    return undefined;
  const isJson = document.format.id === 'json';
  for (const name of isJson ? jsonNames(document, line, at.character - 1) : ['client.id', 'client-id', ...variables]) {
    const found = tried(document, line, write(isJson ? `"${name}": "x"` : `${name}: x`), [at]);
    // What stands in another setting's value is none of the config's keys.
    if (found !== undefined && (found.key === name || found.key === 'client.id')) return found;
  }
  return undefined;
}

/** The config that a variable would belong to, written into a line as `write` does. */
export function probeVariable(
  document: Document,
  line: number,
  write: (variable: string) => readonly string[],
  at: Place,
): Probed | undefined {
  if (!isWorthATrial(document)) return undefined;
  for (const name of variables) {
    const found = tried(document, line, write(name), [at]);
    if (found?.key === 'client.id') return found;
  }
  return undefined;
}

/** The names that may tell what a map of JSON is: a connector's has its class. */
function jsonNames(document: Document, line: number, character: number): readonly string[] {
  return mayBeConnector(document, line, character) ? ['client.id', 'connector.class'] : ['client.id'];
}

/** Whether a map may be a connector's: as `config` of something, or as the whole of a file that is called after one. */
function mayBeConnector({ lines, path }: Document, line: number, character: number): boolean {
  const before = [...lines.slice(0, line), (lines[line] ?? '').slice(0, character)]
    .join('\n')
    .replace(/"(?:[^"\\]|\\.)*"/g, (text) => (text === '"config"' ? text : '""'))
    .replace(/\s+/g, '');
  const open: string[] = [];
  for (const [, key = '', brace] of before.matchAll(/("config")?:?([{}])/g)) brace === '{' ? open.push(key) : open.pop();
  return open.at(-1) === '"config"' || (open.length === 1 && isConnectors([], path));
}

/** An operator's map of loggers, for the library that the release logs with. */
function probeLoggers(document: Document, line: number, lead: string): Probed | undefined {
  for (const [key, family] of [
    ['rootLogger.level', 'log4j2'],
    ['log4j.logger.x', 'log4j1'],
  ] as const) {
    const trial = document.withLine(line, `${lead}${key}: INFO`);
    const near = trial.tree.entryAt(line, lead.length);
    const [member] = near === undefined ? [] : trial.placement.assign(near);
    const wanted = member !== undefined && atLeast(member.config.kafka, '4.0') ? 'log4j2' : 'log4j1';
    if (near !== undefined && member?.config.identity.family === family && family === wanted)
      return { config: member.config, near, key: member.key };
  }
  return undefined;
}

/** The line that a line stands below. */
function lineAbove({ lines }: Document, line: number, column: number): string {
  const isAbove = (text: string): boolean => text.trim() !== '' && text.length - text.trimStart().length < column;
  return lines.slice(Math.max(0, line - 200), line).findLast(isAbove) ?? '';
}

/** What settings of Kafka's stand below in YAML, whoever reads them. */
const cue = /kafka|config|propert|producer|consumer|admin|stream|env|data|override/i;

/** Whether one of the lines that a line stands below names such a thing: most of a foreign document need not be read again. */
function isBelowCue({ lines }: Document, line: number, column: number): boolean {
  let indent = column;
  for (let at = line - 1; at >= 0 && indent > 0; at -= 1) {
    const text = lines[at] ?? '';
    const own = text.length - text.trimStart().length;
    if (text.trim() === '' || own >= indent) continue;
    if (cue.test(text)) return true;
    indent = own;
  }
  return false;
}

/** Lines of a document that is read again while somebody waits. */
const longest = 1500;

const variables = ['KAFKA_CLIENT_ID', 'CONNECT_CLIENT_ID', 'KAFKA_CFG_CLIENT_ID'] as const;

/** The variables that may be meant: those of images, and of the program that what is typed begins like. */
function variablesLike(typed: string): readonly string[] {
  const begun = /^[A-Z][A-Z0-9]*_[A-Z0-9_]*(?=_)/.exec(typed)?.[0];
  return begun === undefined ? variables : [`${begun}_CLIENT_ID`, `${begun}_RETENTION_MS`, ...variables];
}

/** Lines with a whole setting on each, in the ways that it may be meant: they are read together, once. */
function trials(document: Document, line: number, lead: string, typed: string): readonly string[] {
  const { format, lines } = document;
  const stem = typed.slice(0, typed.lastIndexOf('.') + 1);
  const names = [`${stem}client.id`, `${stem}client-id`];
  if (format.id === 'json') {
    const comma = /^\s*"/.test(lines[line + 1] ?? '') ? ',' : '';
    const head = lead.replace(/"$/, '');
    const [name = '', ...others] = jsonNames(document, line, head.length);
    return [...others.map((other) => `${head}"${other}": "x",`), `${head}"${name}": "x"${comma}`];
  }
  if (format.id === 'terraform' && lead.endsWith('"')) return names.map((name) => `${lead}${name}" = "x"`);
  if (format.id !== 'yaml') return [...names, ...variablesLike(typed)].map((name) => `${lead}${name}=x`);
  if (/^\s*-\s/.test(lead)) return variablesLike(typed).map((name) => `${lead}${name}=x`);
  return [...names, ...variablesLike(typed)].map((name) => `${lead}${name}: x`);
}

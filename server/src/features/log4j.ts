import type { Config, Setting } from '../configs/config.ts';
import { explainLog4j1 } from '../log4j/explain.ts';
import { fileOf, type Log4j1File } from '../log4j/read.ts';
import { type Suggestion, suggestKeys, suggestValues } from '../log4j/suggest.ts';
import { offsetIn, type Place, placeOf } from '../text/block.ts';
import type { Completion, Item } from './completion.ts';
import { rangeOf } from './diagnostics.ts';
import type { Document } from './document.ts';
import type { Hover } from './hover.ts';
import { code } from './markdown.ts';
import { keyPlace } from './nested-keys.ts';

/** Whether a config is a log4j 1 file. */
export function isLog4j1(config: Config): boolean {
  return config.identity.family === 'log4j1';
}

/** What log4j 1 makes of a setting. */
export function hoverLog4j1({ config, key, entry }: Setting): Hover | undefined {
  const file = fileIn(config);
  const setting = file.byKey.get(key);
  const words = setting && explainLog4j1(file, setting);
  return words === undefined ? undefined : { markdown: `**${code(key)}**\n\n${words}`, range: rangeOf(entry, 'entry') };
}

/** The log4j 1 config that a place belongs to: a file, or a text inside another. */
export function log4j1At(document: Document, place: Place): Config | undefined {
  const entry = document.tree.entryAt(place.line, place.character);
  const [member] = entry === undefined ? [] : document.placement.assign(entry);
  const config =
    member?.config ?? (document.format.id === 'properties' ? document.placement.configs[0] : keyPlace(document, place)?.config);
  return config !== undefined && isLog4j1(config) ? config : undefined;
}

/** Keys before the separator, values behind it. */
export function completeLog4j1(document: Document, config: Config, place: Place): Completion | undefined {
  const entry = document.tree.entryAt(place.line, place.character);
  const member = entry && document.placement.assign(entry).find((one) => one.config === config);
  const setting = member && config.all(member.key).find((one) => one.entry === entry);
  if (setting === undefined || setting.entry.block.line > place.line) return freshLine(document, config, place);
  const { block, keyStart, keyEnd, valueStart } = setting.entry;
  const at = offsetIn(block, place);
  if (at === undefined || at < keyStart) return undefined;
  if (at <= keyEnd) return keys(config, placeOf(block, keyStart), block.text.slice(keyStart, at), placeOf(block, keyEnd), setting.key);
  return at >= valueStart ? values(setting, at) : undefined;
}

/** A line with nothing on it yet, or the beginning of a key that its format takes for something else. */
function freshLine(document: Document, config: Config, place: Place): Completion | undefined {
  const line = document.lines[place.line] ?? '';
  if (line.trim() === '') return keys(config, place, '', place);
  const at = document.format.id === 'properties' ? undefined : keyPlace(document, place);
  if (at === undefined) return undefined;
  const [start, end] = [at.start, at.end].map((character) => ({ line: place.line, character }));
  return start && end && keys(config, start, line.slice(at.start, place.character), end);
}

/** Keys that are not there yet, save the one at the cursor. Log4j takes the first letter of an option in either case. */
function keys(config: Config, start: Place, typed: string, end: Place, own?: string): Completion {
  const written = new Set(Array.from(config.settings(), ({ key }) => key.toLowerCase()));
  if (own !== undefined) written.delete(own.toLowerCase());
  const items = suggestKeys(fileIn(config), typed).filter(({ label }) => !written.has(label.toLowerCase()));
  return { items: items.map(itemOf), what: 'key', commit: '=', range: { start, end }, data: dataOf(config) };
}

/** In a list (`LEVEL, appender, …`) the word at the cursor is replaced, else the whole value. */
function values({ config, key, entry }: Setting, at: number): Completion | undefined {
  const { block, valueStart, valueEnd } = entry;
  const { items, length } = suggestValues(fileIn(config), key, block.text.slice(valueStart, at));
  if (items.length === 0) return undefined;
  if (length !== undefined) {
    const range = { start: placeOf(block, at - length), end: placeOf(block, at) };
    return { items: items.map(itemOf), what: 'value', range, data: dataOf(config) };
  }
  const isList = /^log4j\.(rootLogger|rootCategory|logger\.|category\.)/.test(key);
  const [before, after] = isList ? [block.text.slice(valueStart, at).lastIndexOf(','), block.text.indexOf(',', at)] : [-1, -1];
  let start = valueStart + before + 1;
  while (start < at && /[\s\\]/.test(block.text[start] ?? '')) start += 1;
  const end = after === -1 ? valueEnd : after;
  const range = { start: placeOf(block, start), end: placeOf(block, Math.max(end, at)) };
  return { items: items.map(itemOf), what: 'value', range, data: dataOf(config) };
}

function itemOf({ label, detail }: Suggestion): Item {
  const rank = rankOf(label);
  return { label, ...(detail !== undefined && { documentation: detail }), ...(rank !== undefined && { rank }) };
}

/** Of classes log4j’s own come first, those of Kafka’s that are long gone last. */
function rankOf(label: string): string | undefined {
  if (!label.includes('.') || label.startsWith('log4j.')) return undefined;
  return /^org\.apache\.log4j\.\w+$/.test(label) ? '1' : label.startsWith('kafka.') ? '3' : '2';
}

function dataOf({ role, kafka }: Config): Completion['data'] {
  return { role, kafka, prefix: '' };
}

function fileIn(config: Config): Log4j1File {
  return fileOf([...config.settings()]);
}

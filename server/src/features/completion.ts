import type { Config } from '../configs/config.ts';
import { envNames } from '../configs/env-names.ts';
import type { ImageFamily } from '../configs/image-use.ts';
import type { Entry } from '../formats/format.ts';
import { describeLabel } from '../log4j/log4j2-explain.ts';
import type { Log4j2Topic } from '../log4j/log4j2-suggest.ts';
import { librdkafkaTable } from '../schema/librdkafka.ts';
import { isRole, type Role } from '../schema/roles.ts';
import { define } from '../schema/schema.ts';
import type { KafkaVersion } from '../schema/version.ts';
import type { AllWords } from '../schema/words.ts';
import { type Place, placeOf } from '../text/block.ts';
import { comparePlaces } from '../text/edit.ts';
import type { Range } from './diagnostics.ts';
import type { Document } from './document.ts';
import { emptyMapPlace } from './empty-map.ts';
import { describe } from './hover.ts';
import { keyItems } from './key-names.ts';
import { keySnippet } from './key-snippet.ts';
import { completeLog4j1, log4j1At } from './log4j.ts';
import { completeLog4j2, isInLog4j2 } from './log4j2.ts';
import { type KeyPlace, keyPlace } from './nested-keys.ts';
import { probe } from './probe.ts';
import { dataOf, values } from './values.ts';
import { variablePlace } from './variable-place.ts';

/** What is offered at a place. Items of long lists carry their label only; the rest is resolved when the editor asks. */
export interface Completion {
  readonly items: readonly Item[];
  /** What accepting an item replaces. */
  readonly range: Range;
  readonly what: 'key' | 'value';
  /** A character that accepts an item and is written behind it. */
  readonly commit?: string;
  readonly data: CompletionData;
}

export interface Item {
  readonly label: string;
  /** Markdown, where it is short and at hand. */
  readonly documentation?: string;
  readonly deprecated?: boolean;
  readonly isDefault?: boolean;
  /** A remark of a few words. */
  readonly detail?: string;
  /** What is written instead of the label, as a snippet: `$1` is a stop. */
  readonly snippet?: string;
  /** The property, where its label does not say it. */
  readonly name?: string;
  /** Where it stands among the others; by its label where nothing is said. */
  readonly rank?: string;
}

/** What {@link documentation} needs to know again. */
export interface CompletionData {
  readonly role: Role;
  readonly kafka: KafkaVersion;
  /** The librdkafka minor, where the file is for its clients. */
  readonly librdkafka?: string;
  /** The property whose values are offered. */
  readonly key?: string;
  /** The property that an item is, where neither its label nor the rest of this says so. */
  readonly name?: string;
  /** What stands before the names that are offered: a view's prefix. */
  readonly prefix: string;
  /** The image whose variables are offered, where those are not properties' own names. */
  readonly image?: ImageFamily;
  /** The classes that the file names, by key: their properties are among what is offered. */
  readonly classes?: Readonly<Record<string, string>>;
  /** Of what in a Log4j2 file the labels are names. */
  readonly log4j2?: Log4j2Topic;
}

/** Keys before the separator, values behind it. Editors take what replaces a part of the cursor's line, and holds the cursor. */
export function completion(document: Document, place: Place): Completion | undefined {
  const found = offered(document, place);
  if (found === undefined || found.range.start.line !== place.line) return undefined;
  const { length } = document.lines[place.line] ?? '';
  return comparePlaces(found.range.start, place) <= 0 && isOnLine(found.range.end, place, length) ? found : undefined;
}

function isOnLine(end: Place, { line, character }: Place, length: number): boolean {
  return end.line === line && end.character >= character && end.character <= length;
}

function offered(document: Document, place: Place): Completion | undefined {
  const line = document.lines[place.line];
  if (line === undefined) return undefined;
  if (document.placement.configs.length === 0) return document.format.id === 'properties' ? undefined : nestedCompletion(document, place);
  const log4j = log4j1At(document, place);
  if (log4j !== undefined) return completeLog4j1(document, log4j, place);
  const log4j2 = completeLog4j2(document, place);
  if (log4j2 !== undefined || isInLog4j2(document, place)) return log4j2;
  if (document.format.id !== 'properties') return nestedCompletion(document, place);
  const entry = document.tree.entryAt(place.line);
  if (entry === undefined) return line.trim() === '' ? keys(document, place, line) : undefined;
  if (entry.block.line !== place.line) return values(document, entry, place);
  const character = place.character - entry.block.indent;
  if (character <= entry.keyEnd) return keys(document, place, line.slice(0, place.character), entry);
  return character >= entry.valueStart ? values(document, entry, place) : undefined;
}

/** Formats in which an entry need not begin its line, and in which properties may have other names. */
function nestedCompletion(document: Document, place: Place): Completion | undefined {
  const at = variablePlace(document, place) ?? keyPlace(document, place);
  if (at !== undefined) return nestedKeys(document, at, place);
  const entry = document.tree.entryAt(place.line, place.character);
  if (entry !== undefined && document.placement.assign(entry).length > 0 && !isBehind(document, entry, place))
    return comparePlaces(place, placeOf(entry.block, entry.valueStart)) < 0 ? undefined : values(document, entry, place);
  const empty = emptyMapPlace(document, place);
  return empty && nestedKeys(document, empty, place);
}

/** Whether a place is behind a value, where another entry may begin or nothing at all. */
function isBehind({ lines }: Document, { block, valueStart, valueEnd }: Entry, place: Place): boolean {
  const end = placeOf(block, valueEnd);
  if (comparePlaces(place, end) <= 0) return false;
  return valueStart < valueEnd || place.line !== end.line || /[,}\]]/.test((lines[place.line] ?? '').slice(end.character, place.character));
}

function nestedKeys(document: Document, { config: beside, near, start, end, key, around }: KeyPlace, place: Place): Completion {
  const line = document.lines[place.line] ?? '';
  const below = document.lines.slice(place.line + 1).find((text) => text.trim() !== '') ?? '';
  const written = keySnippet(near.format?.id ?? document.format.id, line.slice(0, start), line.slice(end), below, around);
  const typed = line.slice(start, place.character);
  const config = key === undefined ? begunIn(beside, typed) : beside;
  const { spelling, image } = config.identity;
  const taken = new Set(namesInViews(config));
  const begun = image === undefined ? typed : (envNames(image.family, config.role.startsWith('connect')).keyOf(typed) ?? typed);
  const items = keyItems(config, begun).flatMap((item): Item[] => {
    if (config.identity.setElsewhere?.(item.label)) return [];
    const label = item.label === key || config.own(item.label) === undefined ? spelling.spell(item.label, near) : undefined;
    if (label === undefined || taken.has(label)) return [];
    const told = image !== undefined || label.endsWith(item.label);
    return [{ ...item, label, ...(!told && { name: item.label }), ...written.of(label) }];
  });
  const range = { start: { line: place.line, character: start }, end: { line: place.line, character: end + written.takes } };
  const prefix = spelling.rewrites ? '' : (spelling.spell('') ?? '');
  const format = near.format?.id ?? document.format.id;
  const commit = format === 'json' ? undefined : format === 'yaml' && !/^\s*-\s/.test(line) ? ':' : '=';
  const data = { ...dataOf(config), prefix, ...(spelling.rewrites && image && { image: image.family }) };
  return { items, what: 'key', range, ...(commit && { commit }), data };
}

/** The config that a name may begin in beside a setting of a view: its prefix is not there yet. */
function begunIn(config: Config, typed: string): Config {
  const { parent, spelling } = config.identity;
  const lead = spelling.spell('');
  const outer = parent?.identity.spelling.spell('');
  if (parent === undefined || lead === undefined || outer === undefined) return config;
  return lead === outer || !lead.startsWith(outer) || typed.startsWith(lead) ? config : begunIn(parent, typed);
}

/** What the views of a config hold, as the file calls it. */
function* namesInViews({ views }: Config): Iterable<string> {
  for (const view of views) {
    for (const { key } of view.settings()) {
      const name = view.identity.spelling.spell(key);
      if (name !== undefined) yield name;
    }
    yield* namesInViews(view);
  }
}

function keys(document: Document, place: Place, before: string, entry?: Entry): Completion | undefined {
  const start = before.length - before.trimStart().length;
  const typed = before.slice(start, place.character);
  const config = configFor(document, typed);
  if (config === undefined) {
    const found = probe(document, place.line, before.slice(0, start), typed);
    const end = entry === undefined ? place.character : entry.block.indent + entry.keyEnd;
    return found && nestedKeys(document, { ...found, start, end }, place);
  }
  const prefix = config.identity.spelling.spell('') ?? '';
  const own = entry && { key: entry.key.slice(prefix.length) };
  const items = keyItems(config, typed.slice(prefix.length)).filter(
    ({ label }) => label === own?.key || (config.own(label) === undefined && !config.identity.setElsewhere?.(label)),
  );
  const end = entry === undefined ? place.character : entry.block.indent + entry.keyEnd;
  const from = Math.min(start + prefix.length, place.character);
  return {
    items,
    what: 'key',
    commit: '=',
    range: { start: { line: place.line, character: from }, end: { line: place.line, character: end } },
    data: { ...dataOf(config), prefix },
  };
}

/** The config whose prefix the typed text begins with; the longest prefix wins. */
function configFor(document: Document, typed: string): Config | undefined {
  let best: Config | undefined;
  let length = -1;
  for (const config of document.placement.configs) {
    const prefix = config.identity.spelling.spell('') ?? '';
    // A view of which nothing is left is none.
    if (config.identity.parent !== undefined && config.size === 0) continue;
    if (prefix.length > length && typed.startsWith(prefix)) [best, length] = [config, prefix.length];
  }
  return best;
}

/** The property that an item's label is, without the prefix or as the image reads the variable. */
function nameOf(label: string, { image, prefix, role }: CompletionData): string {
  if (image !== undefined) return envNames(image, role.startsWith('connect')).keyOf(label) ?? label;
  return label.startsWith(prefix) ? label.slice(prefix.length) : label;
}

/** Markdown for an item that the editor has highlighted. */
export function documentation(label: string, data: CompletionData, words: AllWords | undefined): string | undefined {
  if (data.log4j2 !== undefined) return describeLabel(label, data.log4j2, words?.log4j2);
  if (!isRole(data.role)) return undefined;
  const key = data.key ?? data.name ?? nameOf(label, data);
  const get = (other: string): string | undefined => data.classes?.[other];
  const definition = data.librdkafka === undefined ? define(data.role, data.kafka, key, get) : librdkafkaTable(data.librdkafka).get(key);
  return definition && describe(definition, data.role, data.kafka, words, data.key === undefined ? undefined : label);
}

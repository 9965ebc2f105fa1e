import type { Config } from '../configs/config.ts';
import { envNames } from '../configs/env-names.ts';
import type { ImageFamily } from '../configs/image-use.ts';
import type { Entry } from '../formats/format.ts';
import { describeLabel } from '../log4j/log4j2-explain.ts';
import type { Log4j2Topic } from '../log4j/log4j2-suggest.ts';
import type { Definition, Validator } from '../schema/definition.ts';
import { librdkafkaNames, librdkafkaTable, newestLibrdkafka } from '../schema/librdkafka.ts';
import { shippedClasses } from '../schema/plugins.ts';
import { isRole, type Role } from '../schema/roles.ts';
import { define, names } from '../schema/schema.ts';
import type { KafkaVersion } from '../schema/version.ts';
import type { AllWords } from '../schema/words.ts';
import { offsetIn, type Place, placeOf } from '../text/block.ts';
import { comparePlaces } from '../text/edit.ts';
import type { Range } from './diagnostics.ts';
import type { Document } from './document.ts';
import { describe } from './hover.ts';
import { completeLog4j1, log4j1At } from './log4j.ts';
import { completeLog4j2, isInLog4j2 } from './log4j2.ts';
import { type KeyPlace, keyPlace } from './nested-keys.ts';

/** What is offered at a place. Items of long lists carry their label only; the rest is resolved when the editor asks. */
export interface Completion {
  readonly items: readonly Item[];
  /** What accepting an item replaces. */
  readonly range: Range;
  readonly what: 'key' | 'value';
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
}

/** What {@link documentation} needs to know again. */
export interface CompletionData {
  readonly role: Role;
  readonly kafka: KafkaVersion;
  /** The librdkafka minor, where the file is for its clients. */
  readonly librdkafka?: string;
  /** The property whose values are offered. */
  readonly key?: string;
  /** What stands before the names that are offered: a view's prefix. */
  readonly prefix: string;
  /** The image whose variables are offered, where those are not properties' own names. */
  readonly image?: ImageFamily;
  /** Of what in a Log4j2 file the labels are names. */
  readonly log4j2?: Log4j2Topic;
}

/** Keys before the separator, values behind it. */
export function completion(document: Document, place: Place): Completion | undefined {
  const line = document.lines[place.line];
  if (line === undefined || document.placement.configs.length === 0) return undefined;
  const log4j = log4j1At(document, place);
  if (log4j !== undefined) return completeLog4j1(document, log4j, place);
  const log4j2 = completeLog4j2(document, place);
  if (log4j2 !== undefined || isInLog4j2(document, place)) return log4j2;
  if (document.format.id !== 'properties') return nestedCompletion(document, place);
  const entry = document.tree.entryAt(place.line);
  if (entry === undefined || entry.block.line !== place.line) return line.trim() === '' ? keys(document, place, line) : undefined;
  const character = place.character - entry.block.indent;
  if (character <= entry.keyEnd) return keys(document, place, line.slice(0, place.character), entry);
  return character >= entry.valueStart ? values(document, entry, place) : undefined;
}

/** Formats in which an entry need not begin its line, and in which properties may have other names. */
function nestedCompletion(document: Document, place: Place): Completion | undefined {
  const at = keyPlace(document, place);
  if (at !== undefined) return nestedKeys(at, place);
  const entry = document.tree.entryAt(place.line, place.character);
  return entry === undefined || comparePlaces(place, placeOf(entry.block, entry.valueStart)) < 0
    ? undefined
    : values(document, entry, place);
}

function nestedKeys({ config, near, start, end, key }: KeyPlace, place: Place): Completion {
  const { spelling, image } = config.identity;
  const items = keyItems(config).flatMap((item): Item[] => {
    const label = item.label === key || config.own(item.label) === undefined ? spelling.spell(item.label, near) : undefined;
    return label === undefined ? [] : [{ ...item, label }];
  });
  const range = { start: { line: place.line, character: start }, end: { line: place.line, character: end } };
  const prefix = spelling.rewrites ? '' : (spelling.spell('') ?? '');
  return { items, what: 'key', range, data: { ...dataOf(config), prefix, ...(spelling.rewrites && image && { image: image.family }) } };
}

function keys(document: Document, place: Place, before: string, entry?: Entry): Completion | undefined {
  const start = before.length - before.trimStart().length;
  const typed = before.slice(start, place.character);
  const config = configFor(document, typed);
  if (config === undefined) return undefined;
  const prefix = config.identity.spelling.spell('') ?? '';
  const own = entry && { key: entry.key.slice(prefix.length) };
  const items = keyItems(config).filter((item) => item.label === own?.key || config.own(item.label) === undefined);
  const end = entry === undefined ? place.character : entry.block.indent + entry.keyEnd;
  const from = Math.min(start + prefix.length, place.character);
  return {
    items,
    what: 'key',
    range: { start: { line: place.line, character: from }, end: { line: place.line, character: end } },
    data: { ...dataOf(config), prefix },
  };
}

function dataOf({ role, kafka, identity }: Config): { readonly role: Role; readonly kafka: KafkaVersion; readonly librdkafka?: string } {
  return { role, kafka, ...(identity.family === 'librdkafka' && { librdkafka: identity.librdkafka ?? newestLibrdkafka() }) };
}

/** The config whose prefix the typed text begins with; the longest prefix wins. */
function configFor(document: Document, typed: string): Config | undefined {
  let best: Config | undefined;
  let length = -1;
  for (const config of document.placement.configs) {
    const prefix = config.identity.spelling.spell('') ?? '';
    if (prefix.length > length && typed.startsWith(prefix)) [best, length] = [config, prefix.length];
  }
  return best;
}

const itemsOfRole = new Map<string, readonly Item[]>();

function keyItems(config: Config): readonly Item[] {
  const { role, kafka, librdkafka = '' } = dataOf(config);
  const id = `${role}@${kafka} ${librdkafka}`;
  const known = itemsOfRole.get(id);
  if (known !== undefined) return known;
  const labels = librdkafka === '' ? names(role, kafka) : librdkafkaNames(librdkafka, role);
  const items = labels.map((label) => (isDeprecated(config, label) ? { label, deprecated: true } : { label }));
  itemsOfRole.set(id, items);
  return items;
}

function isDeprecated(config: Config, key: string): boolean {
  const resolution = config.resolve(key);
  return resolution?.kind === 'known' && resolution.definition.deprecated === true;
}

function values(document: Document, entry: Entry, place: Place): Completion | undefined {
  const [membership] = document.placement.assign(entry);
  if (membership === undefined) return undefined;
  const { config, key } = membership;
  const definition = config.own(key)?.definition;
  if (definition === undefined) return undefined;
  const labels = valuesOf(definition, config.kafka);
  if (labels.length === 0) return undefined;
  const items = labels.map((label) => (label === definition.default ? { label, isDefault: true } : { label }));
  return {
    items,
    what: 'value',
    range: valueRange(entry, definition, place),
    data: { ...dataOf(config), key, prefix: '' },
  };
}

/** In a list only the element at the cursor is replaced. */
function valueRange(entry: Entry, definition: Definition, place: Place): Range {
  const { block, valueStart, valueEnd } = entry;
  const at = offsetIn(block, place) ?? valueStart;
  let [start, end] = [valueStart, valueEnd];
  if (definition.type === 'list') {
    const before = block.text.slice(valueStart, at).lastIndexOf(',');
    const after = block.text.indexOf(',', at);
    if (before !== -1) start = valueStart + before + 1;
    if (after !== -1 && after < valueEnd) end = after;
    while (start < at && block.text[start] === ' ') start += 1;
  }
  return { start: placeOf(block, start), end: placeOf(block, Math.max(end, start)) };
}

/** The values that a property can have, as far as they can be listed. */
function valuesOf(definition: Definition, kafka: KafkaVersion): readonly string[] {
  if (definition.type === 'boolean') return ['true', 'false'];
  const listed = definition.validator === undefined ? [] : listedValues(definition.validator);
  if (listed.length > 0) return listed;
  if (definition.recommended !== undefined && definition.recommended.length > 0) return definition.recommended;
  const classes = definition.type === 'class' ? classesFor(definition.name, kafka) : [];
  const own =
    definition.default === undefined || definition.default === '' || classes.includes(definition.default) ? [] : [definition.default];
  return [...own, ...classes];
}

function listedValues(validator: Validator): readonly string[] {
  if (validator.kind === 'all') return validator.of.flatMap(listedValues);
  return 'values' in validator && validator.values !== undefined && validator.kind !== 'metadataVersion' ? validator.values : [];
}

const kindOfKey: readonly (readonly [RegExp, string])[] = [
  [/header\.converter$/, 'header-converter'],
  [/converter$/, 'converter'],
  [/^transforms\..*\.type$/, 'transformation'],
  [/^predicates\..*\.type$/, 'predicate'],
  [/^config\.providers\..*\.class$/, 'config-provider'],
  [/policy$/, 'override-policy'],
];

function classesFor(name: string, kafka: KafkaVersion): readonly string[] {
  const kind = kindOfKey.find(([pattern]) => pattern.test(name))?.[1];
  return kind === undefined
    ? []
    : shippedClasses(kafka)
        .filter((one) => one.kinds.includes(kind))
        .map((one) => one.name);
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
  const key = data.key ?? nameOf(label, data);
  const definition = data.librdkafka === undefined ? define(data.role, data.kafka, key) : librdkafkaTable(data.librdkafka).get(key);
  return definition && describe(definition, data.role, data.kafka, words);
}

import type { Config } from '../configs/config.ts';
import type { Membership } from '../configs/placement.ts';
import type { Entry } from '../formats/format.ts';
import { partsOf } from '../formats/yaml-pairs.ts';
import { plainKind } from '../formats/yaml-scalar.ts';
import type { Definition } from '../schema/definition.ts';
import { newestLibrdkafka } from '../schema/librdkafka.ts';
import { offsetIn, type Place, placeOf } from '../text/block.ts';
import type { Completion, CompletionData, Item } from './completion.ts';
import type { Range } from './diagnostics.ts';
import type { Document } from './document.ts';
import { isListed, valueNames } from './value-names.ts';

/** What is offered for the value of an entry, at a place in it. */
export function values(document: Document, entry: Entry, place: Place): Completion | undefined {
  const [membership] = document.placement.assign(entry);
  const { config, key } = membership ?? withValue(document, entry) ?? {};
  if (config === undefined || key === undefined) return undefined;
  const definition = config.own(key)?.definition;
  if (definition === undefined) return undefined;
  const range = valueRange(entry, definition, place);
  const others = elementsBeside(entry, definition, range);
  const labels = valueNames(definition, config).filter((label) => !others.includes(label));
  if (labels.length === 0) return undefined;
  const isOpen = !isQuoted(entry, range);
  const items = labels.map(
    (label): Item => ({
      label,
      ...(label === definition.default && { isDefault: true }),
      ...written(label, isOpen && (document.format.id === 'json' || isMisread(label, config, document, entry)), document, entry),
    }),
  );
  return { items, what: 'value', range, data: { ...dataOf(config), key, prefix: '' } };
}

/** Whether YAML makes a number or a switch of a value where Kubernetes wants a text, or a chart may print the number otherwise. */
function isMisread(label: string, { identity: { scalars } }: Config, { format }: Document, entry: Entry): boolean {
  if (format.id !== 'yaml' || (entry.format !== undefined && partsOf(entry) === undefined)) return false;
  return scalars === 'text' ? plainKind(label) !== 'string' : scalars === 'printed' && /^\d{7,}$/.test(label);
}

/** What is written where that is more than the value: its quotes, and each backslash twice where one begins an escape. */
function written(
  label: string,
  bare: boolean,
  document: Document,
  { style, block, valueStart, format = document.format }: Entry,
): Pick<Item, 'snippet'> {
  const escapes = /^(?:properties|json)$/.test(format.id) || (style === 'quoted' && block.text[valueStart - 1] === '"');
  const text = escapes ? label.replaceAll('\\', '\\\\') : label;
  if (text === label && !bare) return {};
  const snippet = text.replace(/[$\\}]/g, '\\$&');
  return { snippet: bare ? `"${snippet}"` : snippet };
}

/** What a setting belongs to as soon as it has a value: some programs take a name without one for none at all. */
function withValue(document: Document, { block, value, keyStart }: Entry): Membership | undefined {
  const { line } = block;
  if (value !== '' || document.format.id !== 'properties' || document.placement.configs.length === 0) return undefined;
  const trial = document.withLine(line, `${document.lines[line] ?? ''}x`);
  const entry = trial.tree.entryAt(line, keyStart);
  return entry && trial.placement.assign(entry)[0];
}

/** Whether what is replaced stands between quotes already. */
function isQuoted({ block, valueStart, style }: Entry, { start }: Range): boolean {
  return style === 'quoted' || block.text[Math.max(offsetIn(block, start) ?? 0, valueStart) - 1] === '"';
}

/** The elements of a list that stand beside the one that is replaced: nobody wants one twice. */
function elementsBeside({ block, valueStart, valueEnd }: Entry, definition: Definition, { start, end }: Range): readonly string[] {
  if (!isListed(definition)) return [];
  const from = offsetIn(block, start) ?? valueStart;
  const to = offsetIn(block, end) ?? valueEnd;
  return [...block.text.slice(valueStart, from).split(','), ...block.text.slice(to, valueEnd).split(',')].map((one) => one.trim());
}

/** In a list only the element at the cursor is replaced. */
function valueRange(entry: Entry, definition: Definition, place: Place): Range {
  const { block, valueStart, valueEnd } = entry;
  const at = offsetIn(block, place) ?? valueStart;
  // Of a value that is missing, JSON knows no place.
  if (valueStart === valueEnd && at > valueEnd) return { start: place, end: place };
  let [start, end] = [valueStart, valueEnd];
  if (isListed(definition)) {
    const before = block.text.slice(valueStart, at).lastIndexOf(',');
    const after = block.text.indexOf(',', at);
    if (before !== -1) start = valueStart + before + 1;
    if (after !== -1 && after < valueEnd) end = after;
    // An element may stand on the next line.
    while (start < at && /[\s\\]/.test(block.text[start] ?? '')) start += 1;
  }
  return { start: placeOf(block, start), end: placeOf(block, Math.max(end, start)) };
}

/** What the description of a config's properties and values takes. */
export function dataOf(config: Config): Omit<CompletionData, 'prefix'> {
  const { role, kafka, identity } = config;
  if (identity.family === 'librdkafka') return { role, kafka, librdkafka: identity.librdkafka ?? newestLibrdkafka() };
  if (!/^(connect|mirror-maker)/.test(role)) return { role, kafka };
  const classes = [...config.settings()].filter(({ key, unknown }) => /(^|\.)(type|class|converter)$/.test(key) && !unknown);
  return { role, kafka, ...(classes.length > 0 && { classes: Object.fromEntries(classes.map(({ key, value }) => [key, value])) }) };
}

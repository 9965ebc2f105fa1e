import type { Config } from '../configs/config.ts';
import { kindOfConnector, readFor } from '../schema/connector-kinds.ts';
import { librdkafkaNames, librdkafkaTable, newestLibrdkafka } from '../schema/librdkafka.ts';
import { mskProperties } from '../schema/msk.ts';
import { names } from '../schema/schema.ts';
import { tableOf } from '../schema/tables.ts';
import { chosenNames } from './chosen-names.ts';

/** A property that may be written. */
export interface KeyItem {
  readonly label: string;
  readonly deprecated?: true;
  /** Where it stands among the others: what matters most comes first, what is deprecated last. */
  readonly rank: string;
}

const itemsOfRole = new Map<string, readonly KeyItem[]>();
const ranks = { high: '1', medium: '2', low: '3' } as const;

/** The properties that a config may have, and those behind names of the author's own, as far as they begin like what is typed. */
export function keyItems(config: Config, typed: string): readonly KeyItem[] {
  const items = itemsOf(config).filter(({ label }) => !isOfOtherKind(label, config));
  if (config.identity.family === 'librdkafka') return items;
  if (config.identity.service === 'msk') return items.filter(({ label }) => mskProperties.has(label));
  const known = new Set(items.map(({ label }) => label));
  const chosen = [...new Set(chosenNames(config, typed))].filter((name) => !known.has(name));
  return chosen.length === 0 ? items : [...items, ...chosen.map((label) => ({ label, rank: ranks.medium }))];
}

/** Whether connectors of another kind than this one read a property: what is one's own comes from its class. */
function isOfOtherKind(label: string, { role, lookup }: Config): boolean {
  if (role !== 'connector') return false;
  const kind = kindOfConnector(lookup('connector.class')?.trim() ?? '');
  if (kind === 'sink') return readFor.source.test(label);
  return kind === 'source' && (readFor.sink.test(label) || label === 'topics' || label === 'topics.regex');
}

/** The properties that every config of the role and version may have; made once. */
function itemsOf({ role, kafka, identity }: Config): readonly KeyItem[] {
  const librdkafka = identity.family === 'librdkafka' ? (identity.librdkafka ?? newestLibrdkafka()) : '';
  const id = `${role}@${kafka} ${librdkafka}`;
  const known = itemsOfRole.get(id);
  if (known !== undefined) return known;
  const table = librdkafka === '' ? tableOf(role, kafka) : librdkafkaTable(librdkafka);
  const labels = librdkafka === '' ? names(role, kafka) : librdkafkaNames(librdkafka, role);
  const items = labels.map((label): KeyItem => {
    const { deprecated, importance = 'low' } = table.get(label) ?? {};
    return deprecated ? { label, deprecated, rank: '4' } : { label, rank: ranks[importance] };
  });
  itemsOfRole.set(id, items);
  return items;
}

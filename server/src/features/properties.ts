import type { Definition } from '../schema/definition.ts';
import { history } from '../schema/history.ts';
import { type Role, roles } from '../schema/roles.ts';
import { define, names } from '../schema/schema.ts';
import { newestVersion } from '../schema/tables.ts';
import type { KafkaVersion } from '../schema/version.ts';
import { type AllWords, wordsAbout } from '../schema/words.ts';
import { escapeMarkdown } from './markdown.ts';
import { printTable } from './text-table.ts';
import { printValid } from './valid.ts';

/** One property as `kafka-config properties --format json` prints it; a public contract. What does not apply is left out. */
export interface PropertyRow {
  readonly name: string;
  readonly type: string;
  /** As Kafka prints it; null: no value. Absent where a value is required. */
  readonly default?: string | null;
  readonly required?: true;
  readonly valid?: string;
  readonly importance: string;
  readonly updateMode?: string;
  /** The first minor that has it. */
  readonly since?: string;
  /** The last minor that has it; absent while the newest release has it. */
  readonly until?: string;
  readonly deprecated?: true;
  readonly replacedBy?: string;
  readonly doc?: string;
}

/** What `kafka-config properties` was asked for. Without a role, every role's properties, each name once. */
export interface PropertiesQuery {
  readonly role?: Role;
  /** Undefined: the newest release that has the role. */
  readonly kafka?: KafkaVersion;
  /** Text that the name or the words hold, in any case. */
  readonly grep?: string;
}

/** The properties of a role in a version, internal ones left out, by name. */
export function properties({ role, kafka, grep }: PropertiesQuery, words?: AllWords): readonly PropertyRow[] {
  const rows = new Map<string, PropertyRow>();
  for (const one of role === undefined ? roles : [role]) {
    const version = kafka ?? newestVersion(one);
    for (const name of names(one, version)) {
      const definition = define(one, version, name);
      if (definition !== undefined && !rows.has(name)) rows.set(name, rowOf(one, definition, words));
    }
  }
  const wanted = grep?.toLowerCase();
  const found = [...rows.values()].filter((row) => wanted === undefined || `${row.name}\n${row.doc ?? ''}`.toLowerCase().includes(wanted));
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A definition with its history and the first sentence of our words. */
export function rowOf(role: Role, definition: Definition, words?: AllWords): PropertyRow {
  const periods = history(definition.from ?? role, definition.name);
  const { name, type, required, importance, updateMode, deprecated, replacedBy, validator } = definition;
  const doc = words && wordsAbout(words, role, definition)?.what;
  const [since, until] = [periods[0]?.since, periods.at(-1)?.until];
  return {
    name,
    type,
    ...(required ? { required } : { default: definition.default ?? null }),
    ...(validator && { valid: printValid(validator) }),
    importance,
    ...(updateMode && { updateMode }),
    ...(since && { since }),
    ...(until && { until }),
    ...(deprecated && { deprecated }),
    ...(replacedBy && { replacedBy }),
    ...(doc && { doc }),
  };
}

/** Rows as text for a terminal, JSON or Markdown. */
export function printProperties(rows: readonly PropertyRow[], format: 'table' | 'json' | 'markdown'): string {
  if (format === 'json') return JSON.stringify(rows, undefined, 2);
  const cells = rows.map((row) => [row.name, row.type, defaultText(row), row.valid ?? '', sinceText(row), row.doc ?? '']);
  if (format === 'table')
    return printTable(
      ['name', 'type', 'default', 'valid', 'Kafka'],
      cells.map((row) => row.slice(0, -1)),
    );
  const lines = cells.map((row) => `| ${row.map(escapeMarkdown).join(' | ')} |`);
  return ['| Name | Type | Default | Valid | Kafka | What it does |', '| --- | --- | --- | --- | --- | --- |', ...lines].join('\n');
}

function defaultText(row: PropertyRow): string {
  if (row.required) return '(required)';
  return row.default === '' ? '""' : (row.default ?? 'null');
}

function sinceText({ since = '', until, deprecated }: PropertyRow): string {
  return `${since}${until === undefined ? '+' : `–${until}`}${deprecated ? ' deprecated' : ''}`;
}

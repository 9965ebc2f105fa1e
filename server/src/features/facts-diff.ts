import type { Definition } from '../schema/definition.ts';
import { history } from '../schema/history.ts';
import type { Role } from '../schema/roles.ts';
import { tableOf } from '../schema/tables.ts';
import { type KafkaVersion, printVersion } from '../schema/version.ts';
import { printTable } from './text-table.ts';
import { printValid } from './valid.ts';

/** One thing that is otherwise in a newer (or older) version, as `kafka-config diff --format json` prints it. */
export interface FactsChange {
  readonly change: 'added' | 'removed' | 'renamed' | 'default' | 'valid' | 'type' | 'required' | 'deprecated' | 'updateMode';
  readonly name: string;
  /** Before and after; for `renamed` the two names. Absent where it says nothing, null for no value. */
  readonly from?: string | null;
  readonly to?: string | null;
}

/** What a role's properties differ in between two versions, internal ones left out: removed, renamed and added, then changes. */
export function factsDiff(role: Role, from: KafkaVersion, to: KafkaVersion): readonly FactsChange[] {
  const before = publicOf(role, from);
  const after = publicOf(role, to);
  const gone = [...before.values()].filter(({ name }) => !after.has(name));
  const renamed = gone.flatMap((one): FactsChange[] => {
    const name = replacementOf(role, one.name);
    return name !== undefined && after.has(name) && !before.has(name) ? [{ change: 'renamed', name, from: one.name, to: name }] : [];
  });
  const told = new Set(renamed.flatMap((one) => [one.from, one.to]));
  const removed = gone
    .filter(({ name }) => !told.has(name))
    .map(({ name }): FactsChange => {
      const to = replacementOf(role, name);
      return { change: 'removed', name, ...(to && { to }) };
    });
  const added = [...after.values()]
    .filter(({ name }) => !before.has(name) && !told.has(name))
    .map(({ name }): FactsChange => ({ change: 'added', name }));
  const changed = [...after.values()].flatMap((one) => {
    const old = before.get(one.name);
    return old === undefined ? [] : changesOf(old, one);
  });
  return [removed, renamed, added, changed].flatMap((list) => list.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)));
}

/** What Kafka last said to use instead: it deprecates a property a while before it goes. */
const replacementOf = (role: Role, name: string): string | undefined => history(role, name).at(-1)?.facts.replacedBy;

function publicOf(role: Role, version: KafkaVersion): ReadonlyMap<string, Definition> {
  return new Map([...tableOf(role, version)].filter(([, definition]) => !definition.internal));
}

function changesOf(old: Definition, now: Definition): FactsChange[] {
  const { name } = now;
  const pairs: readonly (readonly [FactsChange['change'], string | null, string | null])[] = [
    ['type', old.type, now.type],
    ['required', String(old.required ?? false), String(now.required ?? false)],
    ['default', defaultOf(old), defaultOf(now)],
    ['valid', validOf(old), validOf(now)],
    ['updateMode', old.updateMode ?? 'read-only', now.updateMode ?? 'read-only'],
  ];
  const changes = pairs.filter(([, from, to]) => from !== to).map(([change, from, to]): FactsChange => ({ change, name, from, to }));
  return old.deprecated || !now.deprecated
    ? changes
    : [...changes, { change: 'deprecated', name, ...(now.replacedBy && { to: now.replacedBy }) }];
}

/** A default that stems from the machine is the same everywhere: whatever the machine says. */
const defaultOf = (one: Definition): string | null =>
  one.defaultFrom === undefined ? (one.default ?? null) : `(of the ${one.defaultFrom})`;
const validOf = ({ validator }: Definition): string | null => (validator === undefined ? null : printValid(validator));

/** Changes as text for a terminal, JSON or Markdown. */
export function printFactsDiff(
  changes: readonly FactsChange[],
  from: KafkaVersion,
  to: KafkaVersion,
  format: 'table' | 'json' | 'markdown',
): string {
  if (format === 'json') return JSON.stringify(changes, undefined, 2);
  const cells = changes.map((one) => [one.name, one.change, textOf(one.from), textOf(one.to)]);
  const head = ['name', 'change', printVersion(from), printVersion(to)];
  if (format === 'table') return printTable(head, cells);
  const line = (row: readonly string[]) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...cells.map(line)].join('\n');
}

function textOf(value: string | null | undefined): string {
  if (value === undefined) return '';
  return value === '' ? '""' : (value ?? 'null');
}

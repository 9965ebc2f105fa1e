import { history, type Period } from '../schema/history.ts';
import { nearest } from '../schema/nearest.ts';
import { type Role, roles } from '../schema/roles.ts';
import { define } from '../schema/schema.ts';
import { newestVersion } from '../schema/tables.ts';
import { type KafkaVersion, knownMinors, versionOfMinor } from '../schema/version.ts';
import { type AllWords, type Words, wordsAbout } from '../schema/words.ts';
import { type PropertyRow, rowOf } from './properties.ts';
import { printValid } from './valid.ts';

/** What `kafka-config explain KEY` knows about a key in one role. */
export interface Explanation {
  /** The roles that mean the same by it. */
  readonly roles: readonly Role[];
  /** In the newest release of the role, or in the asked one; for a key that is gone, in the last release that had it. */
  readonly property: PropertyRow;
  readonly words?: Words;
  /** What changed when, oldest first, in sentences. */
  readonly changes: readonly string[];
}

/** What `kafka-config explain KEY` was asked for. */
export interface ExplainQuery {
  readonly key: string;
  readonly role?: Role;
  readonly kafka?: KafkaVersion;
}

/** Explains a key in every role that has it, or ever had it. Roles that mean the same are told once, with the history of the first. */
export function explain({ key, role, kafka }: ExplainQuery, words?: AllWords): readonly Explanation[] {
  const found: Explanation[] = [];
  for (const one of role === undefined ? roles.filter((other) => other !== 'client') : [role]) {
    const explanation = explainIn(one, key, kafka, words);
    if (explanation === undefined) continue;
    const same = found.findIndex((other) => isSame(other, explanation));
    const known = found[same];
    if (known === undefined) found.push(explanation);
    else found[same] = { ...known, roles: [...known.roles, one] };
  }
  return found;
}

function explainIn(role: Role, key: string, kafka: KafkaVersion | undefined, words?: AllWords): Explanation | undefined {
  const newest = kafka ?? newestVersion(role);
  const definition = define(role, newest, key) ?? define(role, lastVersion(role, key) ?? newest, key);
  // What a role only hands on to its clients is explained by those.
  if (definition === undefined || definition.from !== undefined) return undefined;
  const own = words && wordsAbout(words, role, definition);
  return { roles: [role], property: rowOf(role, definition, words), ...(own && { words: own }), changes: changesOf(history(role, key)) };
}

function lastVersion(role: Role, key: string): KafkaVersion | undefined {
  const last = history(role, key).at(-1);
  const minor = knownMinors().indexOf(last?.until ?? last?.since ?? '');
  return minor < 0 ? undefined : versionOfMinor(minor);
}

function isSame(a: Explanation, b: Explanation): boolean {
  return JSON.stringify(meaning(a)) === JSON.stringify(meaning(b));
}

const meaning = ({ property, words }: Explanation) => [
  property.type,
  property.default,
  property.valid,
  property.required,
  property.deprecated,
  words,
];

function changesOf(periods: readonly Period[]): readonly string[] {
  const sentences = periods.flatMap((period, i) => {
    const before = periods[i - 1];
    if (before === undefined) return [`${period.since}: added`];
    return period.changed.map((fact) => `${period.since}: ${changeOf(fact, before, period)}`);
  });
  const until = periods.at(-1)?.until;
  return until === undefined ? sentences : [...sentences, `removed after ${until}`];
}

function changeOf(fact: Period['changed'][number], before: Period, after: Period): string {
  const [old, now] = [before.facts, after.facts];
  if (fact === 'default') return `default ${old.default ?? 'null'} → ${now.default ?? 'null'}`;
  if (fact === 'validator')
    return `valid ${old.validator ? printValid(old.validator) : 'anything'} → ${now.validator ? printValid(now.validator) : 'anything'}`;
  if (fact === 'deprecated') return now.deprecated ? 'deprecated' : 'no longer deprecated';
  return `${fact} ${String(old[fact] ?? 'none')} → ${String(now[fact] ?? 'none')}`;
}

/** The explanation as text for a terminal; for an unknown key, who has it or what may have been meant. */
export function printExplanations({ key, role }: ExplainQuery, explanations: readonly Explanation[]): string {
  if (explanations.length > 0) return explanations.map(printOne).join('\n\n');
  const others = role === undefined ? [] : explain({ key }).flatMap((one) => one.roles);
  if (others.length > 0) return `The role ${role} has no property \`${key}\`. It is one of ${others.join(', ')}.`;
  const near = nearKey(key, role === undefined ? roles : [role]);
  return `Kafka has no property \`${key}\`.${near === undefined ? '' : ` Did you mean \`${near}\`?`}`;
}

function nearKey(key: string, among: readonly Role[]): string | undefined {
  for (const role of among) {
    const near = nearest(role, newestVersion(role), key);
    if (near !== undefined) return near;
  }
  return undefined;
}

function printOne({ roles: of, property, words, changes }: Explanation): string {
  const shape = [
    property.type,
    property.required ? 'required' : `default ${property.default ?? 'null'}`,
    property.valid,
    property.updateMode,
  ];
  const deprecated = property.deprecated && `Deprecated${property.replacedBy ? `: use ${property.replacedBy}` : ''}.`;
  const values = Object.entries(words?.values ?? {}).map(([value, meaning]) => `  ${value}: ${meaning}`);
  return [
    `${property.name} (${of.join(', ')})`,
    shape.filter(Boolean).join(' · '),
    deprecated,
    words?.what,
    words?.when,
    values.length > 0 ? values.join('\n') : undefined,
    words?.with,
    words?.advice,
    words?.see && `See ${words.see.join(', ')}.`,
    changes.length > 0 ? `History: ${changes.join('; ')}.` : undefined,
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join('\n');
}

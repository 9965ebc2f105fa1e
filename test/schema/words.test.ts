import { describe, expect, it } from 'vitest';
import librdkafka from '../../schemas/facts/librdkafka.json' with { type: 'json' };
import rolesData from '../../schemas/roles.json' with { type: 'json' };
import undeclared from '../../schemas/undeclared.json' with { type: 'json' };
import { components, packWords } from '../../scripts/schema.mjs';
import { dynamicNames } from '../../server/src/schema/dynamic-names.ts';
import { isMeantForUsers, shippedClasses } from '../../server/src/schema/plugins.ts';
import { roles } from '../../server/src/schema/roles.ts';
import { knownMinors, versionOfMinor } from '../../server/src/schema/version.ts';
import { type AllWords, type Words, wordsOf } from '../../server/src/schema/words.ts';

/** Our own words: every public property has some, they are about properties that exist, and they fit a hover. */
const words = packWords() as unknown as AllWords;

/** A property of the facts, whatever its component: public when some release does not call it internal. */
interface Property {
  readonly component: string;
  readonly name: string;
  readonly type: string;
}

/** The Scala clients of 0.8 are long gone; MirrorMaker's connectors repeat the properties of their components. */
const undescribed = /^scala-|-classes$/;
const repeated = /connect\.(mirror\.Mirror\w+Connector|tools\.\w+)#/;
interface Component {
  readonly component: string;
  readonly keys: Readonly<Record<string, readonly { readonly type?: string; readonly internal?: true }[]>>;
}

const properties: readonly Property[] = (components() as readonly Component[])
  .filter(({ component }) => !undescribed.test(component))
  .flatMap(({ component, keys }) =>
    Object.entries(keys).flatMap(([name, periods]) => {
      const shown = periods.filter(({ internal, type }) => !internal && type !== undefined);
      const type = shown.at(-1)?.type;
      return type === undefined || repeated.test(name) ? [] : [{ component, name, type: String(type) }];
    }),
  );

const dynamic = new Set(
  roles.flatMap((role) => knownMinors().flatMap((_, i) => dynamicNames(role, versionOfMinor(i)).map((one) => one.name))),
);
const named = new Set([
  ...components().flatMap(({ keys }) => Object.keys(keys)),
  ...Object.values(undeclared).flatMap((keys) => Object.keys(keys)),
  ...Object.keys(librdkafka.keys),
  ...dynamic,
]);

/** Of properties that only 0.8 had, in its broker, nobody asks any more. */
const forgotten = new Set(['controller.message.queue.size', 'replica.lag.max.messages']);
const entries = Object.entries(words.files).flatMap(([file, all]) => Object.entries(all).map(([name, one]) => ({ file, name, one })));
const rolesWithComponents = roles.filter((role) => role !== 'none');

describe('words', () => {
  it('are there for every public property', () => {
    const described = new Set(entries.filter(({ file }) => file !== 'librdkafka').map(({ name }) => name));
    const silent = properties.filter(({ name }) => !described.has(name) && !forgotten.has(name));
    expect(silent.map(({ component, name }) => `${component}: ${name}`)).toEqual([]);
  });
  it.each(rolesWithComponents)('are found by %s for what it defines itself', (role) => {
    const own = new Set(rolesData[role].components);
    const silent = properties.filter(({ component, name }) => own.has(component) && !forgotten.has(name) && !wordsOf(words, role, name));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
  it('are there for every class that a property may name', () => {
    const described = new Set(entries.map(({ name }) => name));
    const classes = new Set(knownMinors().flatMap((_, i) => shippedClasses(versionOfMinor(i)).map((one) => one.name)));
    expect([...classes].filter((name) => isMeantForUsers(name) && !described.has(name))).toEqual([]);
  });
  it('are about properties that exist', () => {
    expect(entries.filter(({ name }) => !named.has(name)).map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });
  it('are all spoken for some role, or for an entity that no file configures', () => {
    const spoken = new Set([...roles.flatMap((role) => words.order[role]), 'librdkafka']);
    expect(Object.keys(words.files).filter((file) => !spoken.has(file))).toEqual([]);
  });
  it('are one sentence each, and fit a hover', () => {
    expect(entries.flatMap(({ file, name, one }) => faults(one).map((fault) => `${file}: ${name}: ${fault}`))).toEqual([]);
  });
  it('name the unit that the name says', () => {
    expect(
      entries
        .filter(({ name, one }) => isNumber(name) && !unitFits(name, one))
        .map(({ file, name, one }) => `${file}: ${name}: ${one.unit}`),
    ).toEqual([]);
  });
  it('point to properties that exist, and not to themselves', () => {
    const dead = entries.flatMap(({ file, name, one }) =>
      (one.see ?? []).filter((to) => !named.has(to) || to === name).map((to) => `${file}: ${name}: ${to}`),
    );
    expect(dead).toEqual([]);
  });
  it('speak of properties that exist', () => {
    const dead = entries.flatMap(({ file, name, one }) =>
      mentions(one)
        .filter((to) => !isKnown(to))
        .map((to) => `${file}: ${name}: \`${to}\``),
    );
    expect(dead).toEqual([]);
  });
});

const longest = { what: 160, when: 420, with: 320, advice: 600 } as const;

function faults(one: Words): string[] {
  const long = Object.entries(longest).filter(([part, limit]) => (one[part as keyof typeof longest]?.length ?? 0) > limit);
  const values = Object.entries(one.values ?? {}).filter(([, text]) => text.length > 140);
  return [
    ...long.map(([part]) => `${part} is too long`),
    ...values.map(([value]) => `what ${value} means is too long`),
    ...(/[^.]\.$/.test(one.what) ? [] : ['what does not end with a full stop']),
    ...(/^(This|The) (property|config|setting)/i.test(one.what) ? ['what begins with "this property"'] : []),
    ...(one.unit !== undefined && !units.has(one.unit) ? [`${one.unit} is no unit`] : []),
  ];
}

const units = new Set('ms s min h d bytes KiB records count percent ratio bytes/s requests/s partitions replicas threads'.split(' '));
const bySuffix: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\.ms$/, ['ms']],
  [/\.(seconds|secs)$/, ['s']],
  [/\.minutes$/, ['min']],
  [/\.hours$/, ['h']],
  [/\.bytes\.per\.second$/, ['bytes/s']],
  [/\.bytes$/, ['bytes']],
  [/\.replication\.factor$/, ['replicas']],
  [/\.(ratio|factor|jitter)$/, ['ratio', 'percent', 'replicas', 'ms']],
];
/** Names whose end says another thing than their unit. */
const otherwise = new Set(['leader.imbalance.per.broker.percentage']);

function unitFits(name: string, one: Words): boolean {
  const wanted = bySuffix.find(([suffix]) => suffix.test(name))?.[1];
  return wanted === undefined || otherwise.has(name) || (one.unit !== undefined && wanted.includes(one.unit));
}

function isNumber(name: string): boolean {
  return properties.some((one) => one.name === name && ['int', 'long', 'short', 'double'].includes(one.type));
}

/** What stands in backquotes and looks like the name of a property. */
function mentions(one: Words): string[] {
  const text = [one.what, one.when, one.with, one.advice, ...Object.values(one.values ?? {})].join(' ');
  return [...text.matchAll(/`([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)`/g)].map((match) => match[1] ?? '');
}

/** Also the properties of plug-ins, by their bare name, and names that follow a dynamic one. */
function isKnown(name: string): boolean {
  if (named.has(name) || foreign.has(name)) return true;
  return [...named].some((one) => one.endsWith(`#${name}`)) || [...dynamic].some((one) => glob(one).test(name));
}

/** Names that belong to Java, to files or to other programs. */
const foreign = new Set<string>([]);
const glob = (pattern: string) =>
  new RegExp(
    `^${pattern
      .replace(/[.>-]/g, '\\$&')
      .replace(/\{\*\}/g, '.+')
      .replace(/\{[^}]+\}/g, '[^.]+')}$`,
  );

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * The facts were read from the jars a second time, by another program. Every difference between the two is either a mistake or
 * listed, with its reason, in differences.json.
 */
const shared = new URL('../../../shared/facts/', import.meta.url);
const present = existsSync(shared);
const json = (url: URL) => JSON.parse(readFileSync(url, 'utf8'));

interface Facts {
  readonly since?: string;
  readonly until?: string;
  /** The other dump's names of the same. */
  readonly from?: string;
  readonly to?: string;
  readonly [fact: string]: unknown;
}
type Table = Record<string, Facts>;

interface Difference {
  readonly component: string;
  readonly key: string;
  readonly versions: string;
  readonly fact: string;
  readonly why: string;
}

interface History {
  readonly keys: Record<string, readonly Facts[]>;
}

/** Names of facts: ours → theirs. */
const names = {
  type: 'type',
  required: 'required',
  default: 'default',
  defaultFrom: 'defaultFrom',
  validator: 'validator',
  importance: 'importance',
  group: 'group',
  updateMode: 'update',
  internal: 'internal',
  deprecated: 'deprecated',
  replacedBy: 'replacement',
  serverDefault: 'serverDefault',
  brokerSynonyms: 'brokerSynonyms',
  unsupported: 'unsupported',
  plugin: 'plugin',
};

/** Both sides write the same thing in slightly different ways. */
function canonical(name: string, value: unknown): string {
  if (value === null || value === undefined || (name === 'group' && value === '')) return '';
  if (name === 'brokerSynonyms') {
    const synonyms = value as readonly (string | { name: string; times?: number })[];
    return synonyms.map((one) => (typeof one === 'string' ? one : one.name + (one.times ? ` x${one.times}` : ''))).join();
  }
  return JSON.stringify(value, (key, inner) => {
    if (key === 'pattern') return undefined;
    return key === 'values' ? [...inner].sort() : inner;
  });
}

/** One component of one minor out of a history, whichever of the two. */
function tableAt(history: History, minors: readonly string[], minor: string): Table {
  const index = minors.indexOf(minor);
  const table: Table = {};
  for (const [key, periods] of Object.entries(history.keys)) {
    for (const period of periods) {
      const since = minors.indexOf(String(period.since ?? period.from));
      const until = period.until ?? period.to;
      if (since <= index && (until === undefined || index <= minors.indexOf(String(until)))) table[key] = period;
    }
  }
  return table;
}

function* differences(ours: Table, theirs: Table): Generator<readonly [key: string, fact: string]> {
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const left = ours[key];
    const right = theirs[key];
    if (left === undefined || right === undefined) {
      yield [key, 'key'];
      continue;
    }
    for (const [own, other] of Object.entries(names)) {
      if (canonical(own, left[own]) !== canonical(own, right[other])) yield [key, own];
    }
  }
}

describe.skipIf(!present)('facts agree with an independent reading of the same jars', () => {
  const theirs: Record<string, History & { versions: readonly string[] }> = present ? json(new URL('history/all.json', shared)) : {};
  const folder = new URL('../../schemas/facts/', import.meta.url);
  const ours = readdirSync(folder).map(
    (name) => json(new URL(name, folder)) as History & { component: string; read: Record<string, string> },
  );
  const reviewed: readonly Difference[] = json(new URL('differences.json', import.meta.url));
  const minors = Object.keys(ours.find((one) => one.component === 'producer')?.read ?? {});
  const used = new Set<Difference>();

  const listed = (component: string, minor: string, key: string, fact: string) => {
    const found = reviewed.find((one) => {
      const [first = '', last = first] = one.versions.split('-');
      const within = minors.indexOf(first) <= minors.indexOf(minor) && minors.indexOf(minor) <= minors.indexOf(last);
      return one.component === component && one.fact === fact && within && glob(one.key).test(key);
    });
    if (found !== undefined) used.add(found);
    return found !== undefined;
  };
  const unlisted = (name: string) => {
    const own = ours.find((one) => one.component === name);
    const other = theirs[name];
    if (own === undefined || other === undefined) return [`${name}: only one side has it`];
    return minors.flatMap((minor) => {
      if (!(minor in own.read) && !other.versions.includes(minor)) return [];
      if (!(minor in own.read) || !other.versions.includes(minor)) return listed(name, minor, '*', 'component') ? [] : [`${name} ${minor}`];
      const found = [...differences(tableAt(own, Object.keys(own.read), minor), tableAt(other, other.versions, minor))];
      return found.filter(([key, fact]) => !listed(name, minor, key, fact)).map(([key, fact]) => `${name} ${minor} ${key}: ${fact}`);
    });
  };

  it.each(Object.keys(theirs))('%s', (name) => {
    expect(unlisted(name)).toEqual([]);
  });
  it('and every listed difference still is one', () => {
    for (const name of Object.keys(theirs)) unlisted(name);
    expect(reviewed.filter((one) => !used.has(one))).toEqual([]);
  });
});

/** The merged history could hide a slip of the merging, so the raw dump is compared as well, where it says things plainly. */
describe.skipIf(!present)('facts agree with the raw dump of every release', () => {
  const folder = new URL('../../schemas/facts/', import.meta.url);
  const releases = present ? readdirSync(new URL('dump/', shared)) : [];
  const histories = new Map(readdirSync(folder).map((name) => [name, json(new URL(name, folder))]));

  it.each(releases)('%s', (release) => {
    const wrong: string[] = [];
    for (const file of readdirSync(new URL(`dump/${release}/`, shared))) {
      const dump = json(new URL(`dump/${release}/${file}`, shared));
      const history = histories.get(file);
      if (dump.keys === undefined || history === undefined) continue;
      const minors = Object.keys(history.read);
      const table = tableAt(history, minors, minors.find((minor) => history.read[minor] === release) ?? '');
      for (const [key, facts] of Object.entries(dump.keys as Table)) {
        if (file === 'broker-dynamic-only.json' && table[key] === undefined) continue; // repeats the broker's up to 3.8
        for (const fact of ['type', 'required', 'default', 'importance'] as const) {
          const left = canonical(fact, table[key]?.[fact]);
          const right = canonical(fact, facts[fact]);
          if (left !== right && !(fact === 'default' && left.includes('java.io.tmpdir')))
            wrong.push(`${file} ${key} ${fact}: ${left} ${right}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

const glob = (pattern: string) => new RegExp(`^${pattern.replace(/[.$]/g, '\\$&').replaceAll('*', '.*')}$`);

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Document } from '../../../server/src/features/document.ts';
import { properties } from '../../../server/src/formats/properties.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { aliases } from '../../../server/src/rules/librdkafka/reading.ts';
import { librdkafkaTable } from '../../../server/src/schema/librdkafka.ts';

type Verdict = 'refused' | readonly string[];

/** What the real library said to each case; record.py asks it again. */
interface Recorded {
  /** The releases that were asked, oldest first. */
  readonly librdkafka: readonly string[];
  readonly cases: readonly {
    readonly role: 'producer' | 'consumer';
    readonly config: Readonly<Record<string, string>>;
    /** By the first release in which it holds: refused, or the names that were warned about. */
    readonly verdict: Readonly<Record<string, Verdict>>;
  }[];
}

const recorded = JSON.parse(readFileSync(new URL('recorded/verdicts.json', import.meta.url), 'utf8')) as Recorded;

/** The releases in which the verdict changed, and the newest, each with what it said. */
function asked(verdicts: Readonly<Record<string, Verdict>>): readonly (readonly [string, Verdict])[] {
  const newest = recorded.librdkafka.at(-1) ?? '';
  const last = Object.values(verdicts).at(-1) ?? [];
  return Object.entries({ ...verdicts, [newest]: last });
}

/** The case as a file that says what it is. */
function judge({ role, config }: Recorded['cases'][number], release: string): Document {
  const lines = [
    `# kafka-config: family=librdkafka librdkafka=${release}`,
    ...Object.entries(config).map(([key, value]) => `${key}=${value}`),
  ];
  return new Document(lines.join('\n'), properties, { path: 'librdkafka.properties', role });
}

const cases = recorded.cases.flatMap((one) =>
  asked(one.verdict).map(([release, verdict]) => [`${release} ${one.role} ${JSON.stringify(one.config)}`, one, release, verdict] as const),
);

describe(`librdkafka ${recorded.librdkafka.join(', ')}`, () => {
  it.each(cases)('%s', (_, one, release, verdict) => {
    const reports = judge(one, release).reports(new Map());
    const errors = reports.filter(({ severity }) => severity === 'error').map(({ finding }) => finding.message);
    if (verdict === 'refused') expect(errors).not.toEqual([]);
    else {
      expect(errors).toEqual([]);
      const told = reports.map(({ finding }) => `${finding.at.key} ${finding.message}`).join(' ');
      const logged = verdict.filter((name) => [name, ...namesFor(name)].some((own) => Object.hasOwn(one.config, own)));
      expect(logged.filter((name) => ![name, ...namesFor(name)].some((own) => told.includes(own)))).toEqual([]);
    }
  });
});

function namesFor(property: string): readonly string[] {
  return [...librdkafkaTable().values()].filter(({ alias }) => alias === property).map(({ name }) => name);
}

describe('the rules for librdkafka', () => {
  it('know every name of the properties they relate', () => {
    const read = new Set(rules.filter(({ family, reads }) => family === 'librdkafka' && reads !== 'each').flatMap(({ reads }) => reads));
    for (const { name, alias } of librdkafkaTable().values()) {
      if (alias !== undefined && read.has(alias)) expect(aliases[alias], alias).toContain(name);
    }
  });
});

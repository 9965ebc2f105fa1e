import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Document } from '../../../server/src/features/document.ts';
import { properties } from '../../../server/src/formats/properties.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { aliases } from '../../../server/src/rules/librdkafka/reading.ts';
import { librdkafkaTable } from '../../../server/src/schema/librdkafka.ts';

/** What the real library said to each case; record.py asks it again. */
interface Recorded {
  readonly librdkafka: string;
  readonly cases: readonly {
    readonly role: 'producer' | 'consumer';
    readonly config: Readonly<Record<string, string>>;
    readonly verdict: 'refused' | readonly string[];
  }[];
}

const recorded = JSON.parse(readFileSync(new URL('recorded/verdicts.json', import.meta.url), 'utf8')) as Recorded;

/** The case as a file that says what it is. */
function judge({ role, config }: Recorded['cases'][number]): Document {
  const lines = ['# kafka-config: family=librdkafka', ...Object.entries(config).map(([key, value]) => `${key}=${value}`)];
  return new Document(lines.join('\n'), properties, { path: 'librdkafka.properties', role });
}

describe(`librdkafka ${recorded.librdkafka}`, () => {
  it.each(recorded.cases.map((one) => [`${one.role} ${JSON.stringify(one.config)}`, one] as const))('%s', (_, one) => {
    const reports = judge(one).reports(new Map());
    const errors = reports.filter(({ severity }) => severity === 'error').map(({ finding }) => finding.message);
    if (one.verdict === 'refused') expect(errors).not.toEqual([]);
    else {
      expect(errors).toEqual([]);
      const told = new Set(reports.map(({ finding }) => finding.at.key));
      const logged = one.verdict.filter((name) => [name, ...namesFor(name)].some((own) => Object.hasOwn(one.config, own)));
      expect(logged.filter((name) => ![name, ...namesFor(name)].some((own) => told.has(own)))).toEqual([]);
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

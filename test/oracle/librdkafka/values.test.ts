import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Document } from '../../../server/src/features/document.ts';
import { properties } from '../../../server/src/formats/properties.ts';
import { librdkafkaHistory } from '../../../server/src/schema/librdkafka.ts';

/** What the real library said to each value of each property; record_values.py asks it again. */
interface Recorded {
  /** The releases that were asked, oldest first. */
  readonly librdkafka: readonly string[];
  /** By property and value: `r`efused, `a`ccepted, `w`arned about; and each later release that says otherwise. */
  readonly properties: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const recorded = JSON.parse(readFileSync(new URL('recorded/values.json', import.meta.url), 'utf8')) as Recorded;

/** The letter of each release, by its name. */
function letters(verdict: string): readonly (readonly [string, string])[] {
  const [first = '', ...changes] = verdict.split(' ');
  const changed = new Map(changes.map((change) => change.split(':') as [string, string]));
  let letter = first;
  return recorded.librdkafka.map((release) => {
    letter = changed.get(release) ?? letter;
    return [release, letter];
  });
}

/** Releases in which the facts or the verdict may have changed, and the newest. */
function asked(property: string, verdict: string): readonly (readonly [string, string])[] {
  const starts = new Set([
    ...librdkafkaHistory(property).map(({ since }) => since),
    ...[...verdict.matchAll(/(\S+):/g)].map(([, at]) => at),
  ]);
  return letters(verdict).filter(([release], i, all) => i === 0 || i === all.length - 1 || starts.has(release));
}

/** What a property needs beside it so that its own value is judged. */
const beside: Readonly<Record<string, string>> = {
  'security.protocol': 'sasl.mechanisms=PLAIN\n',
  'sasl.mechanism': 'security.protocol=sasl_plaintext\n',
  'sasl.mechanisms': 'security.protocol=sasl_plaintext\n',
  'sasl.username': 'sasl.mechanisms=PLAIN\n',
};

/** What is said of a file with that one line. */
function judge(release: string, property: string, value: string): string {
  const role = librdkafkaHistory(property).at(-1)?.only ?? 'producer';
  const text = `# kafka-config: family=librdkafka librdkafka=${release}\n${beside[property] ?? ''}${property}=${value}`;
  const reports = new Document(text, properties, { path: 'librdkafka.properties', role }).reports(new Map());
  return reports.some(({ severity }) => severity === 'error') ? 'r' : reports.length > 0 ? 'w' : 'a';
}

describe(`librdkafka ${recorded.librdkafka.join(', ')}`, () => {
  it.each(Object.entries(recorded.properties))('%s', (property, verdicts) => {
    const wrong: string[] = [];
    for (const [value, verdict] of Object.entries(verdicts)) {
      for (const [release, letter] of asked(property, verdict)) {
        const said = judge(release, property, value);
        if ((letter === 'r') !== (said === 'r') || (letter === 'w' && said !== 'w'))
          wrong.push(`${release} ${JSON.stringify(value)}: ${letter}, said ${said}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

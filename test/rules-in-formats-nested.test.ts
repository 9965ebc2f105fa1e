import { describe, expect, it } from 'vitest';
import { Document } from '../server/src/features/document.ts';
import { pickFormat } from '../server/src/formats/pick.ts';
import { parseProperties, properties } from '../server/src/formats/properties.ts';
import { editsOf } from '../server/src/rules/fix.ts';
import { rules } from '../server/src/rules/index.ts';
import type { Example, Rule } from '../server/src/rules/rule.ts';
import type { Role } from '../server/src/schema/roles.ts';
import { type KafkaVersion, latestVersion, parseVersion, printVersion } from '../server/src/schema/version.ts';
import { placeEdits } from '../server/src/text/edit.ts';
import { edited } from './formats/keeping.ts';
import { plain } from './marked.ts';
import { type Pairs, places, said } from './places.ts';

function pairsOf(text: string): Pairs {
  return Array.from(parseProperties(text.split('\n')).entries(), (entry) => [entry.key, entry.value] as const);
}

function roleOf(rule: Rule, example: Example): Role {
  return example.role ?? (rule.roles === 'all' ? 'producer' : (rule.roles[0] ?? 'producer'));
}

function kafkaOf(rule: Rule, example: Example): KafkaVersion {
  const newest = rule.kafka?.until === undefined ? latestVersion() : parseVersion(rule.kafka.until);
  return (example.kafka === undefined ? newest : parseVersion(example.kafka)) ?? latestVersion();
}

/** Keys that come once: nested formats have no place for a second. */
function isFlat(example: Example): boolean {
  const keys = pairsOf(plain(example.text)).map(([key]) => key);
  return keys.length > 0 && new Set(keys).size === keys.length && !plain(example.text).includes('kafka-config:');
}

const portable = rules.filter((rule) => rule.family === undefined || rule.family === 'java' || rule.family === 'any');

describe.each([...said, ...places])('in $name', (place) => {
  const open = (text: string, role: Role, kafka: KafkaVersion): Document =>
    new Document(text, pickFormat(place.path) ?? properties, { path: place.path, kafka, ...(place.said && { role, said: 'the test' }) });
  const cases = portable.flatMap((rule) => {
    const examples = rule.examples.filter((example) => {
      const role = roleOf(rule, example);
      return example.only === undefined && isFlat(example) && (place.roles === 'all' || place.roles.includes(role));
    });
    return examples.length === 0 ? [] : [[rule.id, rule, examples] as const];
  });

  it.each(cases)('%s says what it says of a file of properties, and its fixes keep what is around', (_, rule, examples) => {
    for (const example of examples) check(rule, example);
  });

  let carriedOut = 0;

  it('carries fixes out', () => {
    expect(carriedOut).toBeGreaterThan(1);
  });

  function check(rule: Rule, example: Example): void {
    const [role, kafka] = [roleOf(rule, example), kafkaOf(rule, example)];
    const pairs = pairsOf(plain(example.text));
    const body = place.print(pairs, printVersion(kafka));
    if (body === undefined) return;
    const text = place.head + body + place.tail;
    const here = open(text, role, kafka);
    const config = here.placement.configs.find((one) => one.role === role && one.size > 0);
    if (config === undefined || (!place.said && config.kafka !== kafka)) return;
    const there = new Document(plain(example.text), properties, { path: 'a.properties', role, kafka, said: 'the test' });
    const saidOf = (document: Document): readonly string[] =>
      document.reports(new Map()).flatMap(({ rule: of, finding }) => (of.id === rule.id ? [`${finding.at.key}: ${finding.message}`] : []));
    // Where something may be set elsewhere, less is said, or the same in other words.
    const keys = (all: readonly string[]): readonly string[] => all.map((one) => one.replace(/: .*/, ''));
    if (place.partial) expect(keys(saidOf(there)), text).toEqual(expect.arrayContaining([...keys(saidOf(here))]));
    else if (place.said) expect(saidOf(here), text).toEqual(saidOf(there));
    for (const report of here.reports(new Map())) {
      const [fix] = report.finding.fixes ?? [];
      const edits = report.rule.id === rule.id && fix !== undefined ? editsOf(fix) : undefined;
      if (edits === undefined) continue;
      carriedOut += 1;
      const after = edited(text, placeEdits(edits, here.eol));
      // A map that is left without a member says so.
      const around = after.replace(/: \{\}(?=\n)/, ':');
      expect(around.startsWith(place.head) && around.endsWith(place.tail), after).toBe(true);
      const fixed = open(after, role, kafka);
      const before = new Set(here.reports(new Map()).map((one) => one.rule.id));
      const renamed = new Set(fix?.steps.flatMap((step) => (step.do === 'rename' ? [step.key] : [])));
      const now = fixed.reports(new Map());
      expect(
        now.filter((one) => !renamed.has(one.finding.at.key) && !before.has(one.rule.id)).map((one) => one.finding.message),
        after,
      ).toEqual([]);
      const same = (one: (typeof now)[number]): boolean => one.rule.id === rule.id && one.finding.message === report.finding.message;
      expect(now.filter(same).length, after).toBeLessThan(here.reports(new Map()).filter(same).length);
    }
  }
});

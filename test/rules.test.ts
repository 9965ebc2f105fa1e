import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeOf } from '../server/src/features/diagnostics.ts';
import { Document } from '../server/src/features/document.ts';
import { pickFormat } from '../server/src/formats/pick.ts';
import { properties } from '../server/src/formats/properties.ts';
import { editsOf } from '../server/src/rules/fix.ts';
import { rules } from '../server/src/rules/index.ts';
import type { Report } from '../server/src/rules/report.ts';
import type { Example, Rule } from '../server/src/rules/rule.ts';
import type { Role } from '../server/src/schema/roles.ts';
import { latestVersion, parseVersion } from '../server/src/schema/version.ts';
import { applyEdits, placeEdits } from '../server/src/text/edit.ts';
import { marked, plain } from './marked.ts';

/** Every example of every rule: exact range, message and severity; the text after the first fix; nothing new after it. */
describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('has an example that reports and one that is clean', () => {
    expect(rule.examples.some((example) => example.text.includes('«'))).toBe(true);
    expect(rule.examples.some((example) => !example.text.includes('«'))).toBe(true);
  });

  it.each(rule.examples.map((example) => [example.text, example] as const))('%j', (_text, example) => {
    const { text, ranges } = marked(example.text);
    const document = open(rule, example, text);
    const found = document.reports(new Map()).filter((report) => report.rule.id === rule.id);
    expect(found.map((report) => rangeOf(report.finding.at.entry, report.finding.part ?? 'value'))).toEqual(ranges);
    if (example.message !== undefined) expect(found[0]?.finding.message).toBe(example.message);
    if (example.severity !== undefined) expect(found[0]?.severity).toBe(example.severity);
    if (example.fixed !== undefined) expectFix(rule, example, document, found[0]);
  });
});

function expectFix(rule: Rule, example: Example, document: Document, report: Report | undefined): void {
  const fix = report?.finding.fixes?.[0];
  if (fix === undefined) expect.unreachable('the first finding has no fix');
  const fixed = applyEdits(document.lines, placeEdits(editsOf(fix) ?? [], document.eol), document.eol);
  expect(fixed).toBe(plain(example.fixed ?? ''));
  const before = new Set(document.reports(new Map()).map((one) => one.rule.id));
  const after = open(rule, example, fixed).reports(new Map());
  const renamed = new Set(fix.steps.flatMap((step) => (step.do === 'rename' ? [step.key] : [])));
  expect(after.filter((one) => !renamed.has(one.finding.at.key) && !before.has(one.rule.id)).map((one) => one.finding.message)).toEqual([]);
  expect(after.filter((one) => one.rule.id === rule.id && one.finding.message === report?.finding.message)).toEqual([]);
}

/** What files of a format end in, where that is not its name. */
const endings: Readonly<Record<string, string>> = { terraform: 'tf', whole: 'xml', shell: 'sh', batch: 'bat', systemd: 'service' };

function open(rule: Rule, example: Example, text: string): Document {
  const role: Role = example.role ?? (rule.roles === 'all' ? 'producer' : (rule.roles[0] ?? 'producer'));
  const kafka = example.kafka === undefined ? newestFor(rule) : parseVersion(example.kafka);
  const recognised = rule.family !== undefined && rule.family !== 'any' && rule.family !== 'java';
  const path = `example.${endings[example.only ?? ''] ?? example.only}`;
  if (example.only !== undefined && example.only !== 'properties')
    return new Document(text, pickFormat(path) ?? properties, {
      path,
      ...(example.role !== undefined && { role }),
      ...(example.kafka !== undefined && kafka !== undefined && { kafka }),
    });
  return new Document(text, properties, {
    path: 'example.properties',
    ...((!recognised || example.role !== undefined) && { role }),
    ...(kafka !== undefined && { kafka }),
  });
}

function newestFor(rule: Rule): number | undefined {
  return (rule.kafka?.until === undefined ? undefined : parseVersion(rule.kafka.until)) ?? latestVersion();
}

describe('the engine', () => {
  const keys = [
    'acks',
    'enable.idempotence',
    'group.id',
    'group.protocol',
    'session.timeout.ms',
    'batch.sise',
    'batch.size',
    'client.idea',
    'interceptor.classes',
    'process.roles',
    'node.id',
    'zookeeper.connect',
    'clusters',
    'A.acks',
    'A.bootstrap.servers',
    'A.producer.acks',
    'A->B.enabled',
    'A->B.sync.group.offsets.enabled',
    'B.sasl.mechanism',
    'log4j.rootLogger',
    'x',
  ];
  const line = fc.oneof(
    fc
      .tuple(
        fc.constantFrom(...keys),
        fc.constantFrom('=', ' = ', ':', ' '),
        fc.constantFrom('1', 'all', 'true', '"x"', 'a # b', '${v}', 'A,B', '', '\\', 'consumer', 'com.example.Audit'),
      )
      .map((parts) => parts.join('')),
    fc.constantFrom('', '# remark', '# kafka-config: ignore=all', '# kafka-config: role=consumer', '  \\'),
    fc.string(),
  );

  it('never fails on any text', () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        new Document(lines.join('\n'), properties, { path: 'a.properties' }).reports(new Map());
      }),
    );
  });

  it('says the same after edits as about the text opened afresh', () => {
    const edit = fc.record({
      line: fc.nat(12),
      character: fc.nat(20),
      length: fc.nat(2),
      endCharacter: fc.nat(20),
      text: fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n')),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.array(edit, { minLength: 1, maxLength: 4 }), (lines, edits) => {
        const document = new Document(lines.join('\n'), properties, { path: 'a.properties' });
        document.reports(new Map());
        for (const { line: first, character, length, endCharacter, text } of edits) {
          const at = Math.min(first, document.lines.length - 1);
          const until = Math.min(at + length, document.lines.length - 1);
          const start = Math.min(character, document.lines[at]?.length ?? 0);
          const end = Math.max(until === at ? start : 0, Math.min(endCharacter, document.lines[until]?.length ?? 0));
          document.change({ range: { start: { line: at, character: start }, end: { line: until, character: end } }, text });
          document.reports(new Map());
        }
        expect(summary(document)).toEqual(summary(new Document(document.text(), properties, { path: 'a.properties' })));
      }),
      { numRuns: 1000 },
    );
  });
});

function summary(document: Document): unknown {
  return document
    .reports(new Map())
    .map(({ rule, finding, severity }) => [rule.id, severity, finding.message, rangeOf(finding.at.entry, finding.part ?? 'value')]);
}

import { describe, expect, it } from 'vitest';
import { envNames } from '../server/src/configs/env-names.ts';
import { Document } from '../server/src/features/document.ts';
import type { Format } from '../server/src/formats/format.ts';
import { json } from '../server/src/formats/json.ts';
import { parseProperties, properties } from '../server/src/formats/properties.ts';
import { yaml } from '../server/src/formats/yaml.ts';
import { editsOf } from '../server/src/rules/fix.ts';
import { rules } from '../server/src/rules/index.ts';
import type { Report } from '../server/src/rules/report.ts';
import type { Example, Rule } from '../server/src/rules/rule.ts';
import type { Role } from '../server/src/schema/roles.ts';
import { type KafkaVersion, latestVersion, parseVersion, printVersion } from '../server/src/schema/version.ts';
import { applyEdits, placeEdits } from '../server/src/text/edit.ts';
import { plain } from './marked.ts';

/** How keys and values are written down in a format. */
interface Printer {
  readonly name: string;
  readonly format: Format;
  print(pairs: readonly (readonly [string, string])[]): string;
}

const printers: readonly Printer[] = [
  {
    name: 'YAML',
    format: yaml,
    print: (pairs) => `# kafka\n${pairs.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}\n`).join('')}`,
  },
  {
    name: 'a YAML flow map',
    format: yaml,
    print: (pairs) => `kafka: {${pairs.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(', ')}}\n`,
  },
  {
    name: 'properties in YAML',
    format: yaml,
    print: (pairs) => `data:\n  kafka.properties: |\n${print(pairs).replace(/^(?=.)/gm, '    ')}`,
  },
  { name: 'JSON', format: json, print: (pairs) => JSON.stringify({ kafka: Object.fromEntries(pairs) }, undefined, 2) },
  { name: 'JSON on a line', format: json, print: (pairs) => JSON.stringify({ kafka: Object.fromEntries(pairs) }) },
];

function print(pairs: readonly (readonly [string, string])[]): string {
  return pairs
    .map(
      ([key, value]) =>
        `${key.replace(/[ :=\\]/g, '\\$&')}=${value.replace(/\\/g, '\\\\').replace(/^ /, '\\ ').replace(/\n/g, '\\n').replace(/\t/g, '\\t')}\n`,
    )
    .join('');
}

function pairsOf(text: string): (readonly [string, string])[] {
  return Array.from(parseProperties(text.split('\n')).entries(), (entry) => [entry.key, entry.value] as const);
}

/** What is said of an example, by key: the same in every format. */
function summary(document: Document, rule: Rule): unknown {
  return document
    .reports(new Map())
    .filter((report) => report.rule.id === rule.id)
    .map(({ finding, severity }) => [
      finding.at.entry.key,
      severity,
      finding.message,
      typeof finding.part === 'object' ? 'part' : (finding.part ?? 'value'),
    ]);
}

function roleOf(rule: Rule, example: Example): Role {
  return example.role ?? (rule.roles === 'all' ? 'producer' : (rule.roles[0] ?? 'producer'));
}

function kafkaOf(rule: Rule, example: Example): KafkaVersion | undefined {
  const newest = rule.kafka?.until === undefined ? latestVersion() : parseVersion(rule.kafka.until);
  return example.kafka === undefined ? newest : parseVersion(example.kafka);
}

function open(rule: Rule, example: Example, text: string, format: Format): Document {
  const role = roleOf(rule, example);
  const kafka = kafkaOf(rule, example);
  return new Document(text, format, { path: `example.${format.id}`, role, said: 'the test', ...(kafka !== undefined && { kafka }) });
}

const portable = rules.filter((rule) => rule.family === undefined || rule.family === 'java' || rule.family === 'any');

describe.each(printers.map((printer) => [printer.name, printer] as const))('in %s', (_, printer) => {
  const cases = portable.flatMap((rule) =>
    rule.examples
      .filter((example) => example.only === undefined && isFlat(example))
      .map((example) => [rule.id, plain(example.text), rule, example] as const),
  );

  it.each(cases)('%s says the same of %j', (_id, text, rule, example) => {
    const pairs = pairsOf(text);
    const here = open(rule, example, printer.print(pairs), printer.format);
    const there = open(rule, example, text, properties);
    expect(summary(here, rule)).toEqual(summary(there, rule));
    const [report] = here.reports(new Map()).filter((one) => one.rule.id === rule.id);
    if (example.fixed !== undefined && report !== undefined) expectFixed(here, report, rule, example, printer);
  });
});

/** Keys that come once: JSON and YAML have no place for a second. */
function isFlat(example: Example): boolean {
  const keys = pairsOf(plain(example.text)).map(([key]) => key);
  return new Set(keys).size === keys.length && !plain(example.text).includes('kafka-config:');
}

function expectFixed(document: Document, report: Report, rule: Rule, example: Example, { format }: Printer): void {
  const [fix] = report.finding.fixes ?? [];
  const edits = fix && editsOf(fix);
  if (edits === undefined) {
    expect(!format.comments && fix?.steps.some((step) => step.do === 'comment')).toBe(true);
    return;
  }
  const fixed = open(rule, example, applyEdits(document.lines, placeEdits(edits, document.eol), document.eol), format);
  const settings = fixed.placement.configs.flatMap((config) => [...config.settings()].map(({ entry }) => [entry.key, entry.value]));
  expect(new Map(settings as [string, string][])).toEqual(new Map(pairsOf(plain(example.fixed ?? ''))));
}

describe('in the variables of a container', () => {
  const names = envNames('apache', false);
  const spellable = (example: Example): boolean =>
    [...pairsOf(plain(example.text)), ...pairsOf(plain(example.fixed ?? ''))].every(
      ([key, value]) => names.spell(key) !== undefined && value === value.trim(),
    );
  const cases = portable
    .filter((rule) => rule.roles === 'all' || rule.roles.includes('broker'))
    .flatMap((rule) =>
      rule.examples
        .filter((example) => roleOf(rule, example) === 'broker' && example.only === undefined && isFlat(example) && spellable(example))
        .map((example) => [rule.id, plain(example.text), rule, example] as const),
    );

  it.each(cases)('%s says the same of %j', (_, text, rule, example) => {
    const pairs = pairsOf(text);
    const version = printVersion(kafkaOf(rule, example) ?? latestVersion());
    const head = `services:\n  kafka:\n    image: apache/kafka:${version}\n    environment:\n`;
    const environment = pairs.map(([key, value]) => `      ${names.spell(key)}: ${JSON.stringify(value)}\n`).join('');
    const here = new Document(head + environment, yaml, { path: 'compose.yaml' });
    const there = open(rule, example, text, properties);
    const said = (document: Document): unknown =>
      document
        .reports(new Map())
        .filter((report) => report.rule.id === rule.id)
        .map(({ finding, severity }) => [finding.at.key, severity, finding.message]);
    if (here.placement.configs[0]?.role !== 'broker' || pairs.some(([key]) => key === 'advertised.listeners')) return;
    expect(said(here)).toEqual(said(there));
    const [fix] = here.reports(new Map()).find((one) => one.rule.id === rule.id)?.finding.fixes ?? [];
    if (example.fixed === undefined || fix === undefined) return;
    const fixed = new Document(applyEdits(here.lines, placeEdits(editsOf(fix) ?? [], here.eol), here.eol), yaml, { path: 'compose.yaml' });
    const settings = fixed.placement.configs.flatMap((config) =>
      [...config.settings()].map(({ key, entry }) => [key, entry.value] as const),
    );
    expect(new Map(settings)).toEqual(new Map(pairsOf(plain(example.fixed))));
  });
});

// Of a key that is set again further down Kafka reads the last value alone: what is wrong with another is no reason to refuse the file.
import { describe, expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { rules } from '../../server/src/rules/index.ts';
import { parseVersion } from '../../server/src/schema/version.ts';
import { marked } from '../marked.ts';

const cases = rules
  .filter(({ family = 'java' }) => family === 'java' || family === 'any')
  .flatMap((rule) => {
    const examples = rule.examples.filter(({ text, only = 'properties' }) => text.includes('«') && only === 'properties');
    return examples.map((example) => [rule.id, example.text, { rule, example }] as const);
  });

describe('what is wrong with a value that another takes the place of', () => {
  it.each(cases)('%s: %j', (id, _, { rule, example }) => {
    const { text } = marked(example.text);
    const role = example.role ?? (rule.roles === 'all' ? 'producer' : (rule.roles[0] ?? 'producer'));
    const kafka = example.kafka === undefined ? undefined : parseVersion(example.kafka);
    const open = (all: string) => new Document(all, properties, { path: 'a.properties', role, ...(kafka !== undefined && { kafka }) });
    const own = open(text)
      .reports(new Map())
      .filter((report) => report.rule.id === id);
    const keys = own.map(({ finding }) => finding.at.entry).filter(({ malformed }) => malformed === undefined);
    const again = keys.map(({ block, keyStart, keyEnd }) => `${block.text.slice(keyStart, keyEnd)}=\${env:OTHER}\n`);
    const lines = new Set(keys.map(({ block }) => block.line));
    const reports = open(`${text.endsWith('\n') ? text : `${text}\n`}${again.join('')}`).reports(new Map());
    const errors = reports.filter(({ severity, finding }) => severity === 'error' && lines.has(finding.at.entry.block.line));
    expect(errors.map((one) => `${one.rule.id}: ${one.finding.message}`)).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionsAt } from '../../server/src/features/actions.ts';
import { completion } from '../../server/src/features/completion.ts';
import { rangeOf } from '../../server/src/features/diagnostics.ts';
import { Document } from '../../server/src/features/document.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { marked } from '../marked.ts';

const sink = [
  '{',
  '  "name": "orders",',
  '  "config": {',
  '    "connector.class": "FileStreamSink",',
  '    "tasks.max": 0,',
  '    "topics": "orders",',
  '    "errors.toleranc": "all",',
  '    "errors.deadletterqueue.topic.name": "dead",',
  '    "transforms": "a",',
  '    "topics.regex": "o.*"',
  '  }',
  '}',
];

const configMap = (json: readonly string[], key = 'sink.json'): string =>
  `apiVersion: v1\nkind: ConfigMap\ndata:\n  ${key}: |\n${json.map((line) => `    ${line}\n`).join('')}  greeting: hello\n`;

function open(text: string): Document {
  return new Document(text, yaml, { path: 'config-map.yaml' });
}

function configs(document: Document): unknown {
  return document.placement.configs.map((config) => [config.role, ...[...config.settings()].map(({ key }) => key)]);
}

function found(document: Document): readonly string[] {
  return document
    .reports(new Map())
    .map(({ rule, finding }) => `${rangeOf(finding.at.entry, finding.part ?? 'value').start.line + 1} ${rule.id}`);
}

/** The text after each action that is offered in a line. */
function fixed(document: Document, line: number): readonly string[] {
  const range = { start: { line, character: 0 }, end: { line, character: 99 } };
  return actionsAt(document, range, new Map()).map(({ edits }) => applyEdits(document.lines, edits, '\n'));
}

describe('a connector’s JSON that a ConfigMap holds', () => {
  it.each([
    [
      'with its name beside',
      sink,
      [
        'name',
        'connector.class',
        'tasks.max',
        'topics',
        'errors.toleranc',
        'errors.deadletterqueue.topic.name',
        'transforms',
        'topics.regex',
      ],
    ],
    ['as one map', ['{"name": "a", "connector.class": "FileStreamSink",', ' "topics": "b"}'], ['name', 'connector.class', 'topics']],
    ['in a list', ['[', '  {"connector.class": "FileStreamSink", "topics": "b"}', ']'], ['connector.class', 'topics']],
  ])('is read: %s', (_, json, keys) => {
    for (const key of ['sink.json', 'sink']) expect(configs(open(configMap(json, key)))).toEqual([['connector', ...keys]]);
  });

  it.each([
    ['nobody’s', ['{', '  "class": "FileStreamSink"', '}']],
    ['a script', ['curl -d \'{"connector.class": "FileStreamSink"}\' connect:8083/connectors']],
  ])('is not what is %s', (_, json) => {
    expect(configs(open(configMap(json)))).toEqual([]);
  });

  it('is judged where it stands, and stays JSON whatever is mended', () => {
    const text = configMap(sink);
    const document = open(text);
    expect(found(document)).toEqual([
      '9 invalid-value',
      '11 unknown-key',
      '12 dead-letters-not-sent',
      '13 alias-type-missing',
      '14 connector-topics',
    ]);
    expect(fixed(document, 10)).toEqual([text.replace('toleranc"', 'tolerance"')]);
    expect(fixed(document, 13)).toEqual([text.replace('"a",\n        "topics.regex": "o.*"', '"a"')]);
    for (const line of document.lines.keys())
      for (const after of fixed(document, line)) {
        const json = after.split('\n').slice(4, -2).join('\n');
        expect(() => JSON.parse(json), json).not.toThrow();
      }
  });

  it.each([
    ['on a line of its own', '    ', '\n    '],
    ['behind another', '    "topics": "a", ', ' '],
  ])('gets a new member %s', (_, lead, gap) => {
    const name = '"errors.deadletterqueue.topic.name": "dead"';
    const text = configMap(['{', '  "config": {', '    "connector.class": "FileStreamSink",', `${lead}${name}`, '  }', '}']);
    const indented = gap.replace('\n', '\n    ');
    expect(fixed(open(text), 7)).toContain(text.replace(name, `${name},${indented}"errors.tolerance": "all"`));
  });

  it('offers keys', () => {
    const { text, cursor = { line: 0, character: 0 } } = marked(
      configMap(['{', '  "connector.class": "FileStreamSink",', '  "errors.to¦": ""', '}']),
    );
    expect(completion(open(text), cursor)?.items.map(({ label }) => label)).toContain('errors.tolerance');
  });

  it('says what it says of the text opened afresh, whatever is typed', () => {
    const typed = fc.record({
      line: fc.integer({ min: 3, max: 15 }),
      character: fc.nat(30),
      length: fc.nat(3),
      text: fc.constantFrom('', '1', 'x', ':', ' ', '"', '{', '}', '[', ']', ',', '\n', '"acks": "x",', '#', "'", '- '),
    });
    const summary = (document: Document): readonly string[] =>
      document
        .reports(new Map())
        .map(({ rule, finding }) => JSON.stringify([rule.id, finding.message, rangeOf(finding.at.entry, finding.part ?? 'value')]))
        .sort();
    fc.assert(
      fc.property(fc.array(typed, { minLength: 1, maxLength: 6 }), (edits) => {
        const document = open(configMap(sink));
        document.reports(new Map());
        for (const { line, character, length, text } of edits) {
          const start = Math.min(character, document.lines[line]?.length ?? 0);
          document.change({ range: { start: { line, character: start }, end: { line, character: start + length } }, text });
          document.reports(new Map());
        }
        expect(summary(document)).toEqual(summary(open(document.text())));
      }),
      { numRuns: 400 },
    );
  });
});

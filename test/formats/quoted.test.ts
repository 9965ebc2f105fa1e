import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fixAll } from '../../server/src/features/actions.ts';
import { completion } from '../../server/src/features/completion.ts';
import { rangeOf } from '../../server/src/features/diagnostics.ts';
import { Document } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { symbols } from '../../server/src/features/symbols.ts';
import type { Change, Entry, Format, Tree } from '../../server/src/formats/format.ts';
import { json } from '../../server/src/formats/json.ts';
import { decodeQuoted, encodeQuoted } from '../../server/src/formats/quoted.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import type { Place } from '../../server/src/text/block.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { changed } from './nested.ts';

const characters = fc.constantFrom('a', '=', '.', ' ', '\n', '\t', '\\', '"', "'", 'é', '😀', ':', '#', '\u0000');

describe('what stands between quotes', () => {
  it('reads as YAML reads it, and every character has its place', () => {
    const raws = fc.array(fc.constantFrom('a', ' ', '\n', '\n  ', '\\n', '\\"', '\\\\', '\\x41', '\\u00e9', '\\\n', '=', '\t', '\\t'));
    fc.assert(
      fc.property(raws, (parts) => {
        const raw = parts.join('');
        const whole = `k: "${raw}"`;
        const { text, offsets } = decodeQuoted(whole, 4, whole.length - 1, 'yaml-double');
        expect(text).toBe(parse(whole.replaceAll('\n', '\n ')).k);
        expect(offsets).toHaveLength(text.length + 1);
        expect([...offsets].sort((a, b) => a - b)).toEqual(offsets);
      }),
    );
  });

  it.each([
    ['yaml-double', '"', '"'],
    ['yaml-single', "'", "'"],
    ['json', '"', '"'],
  ] as const)('is written so that it reads back: %s', (quoting, open, close) => {
    fc.assert(
      fc.property(fc.string({ unit: characters }), (text) => {
        const written = encodeQuoted(text, quoting, '  ');
        if (written === undefined) return;
        const whole = `k: ${open}${written}${close}`;
        expect(parse(whole, { strict: false }).k).toBe(text);
        expect(decodeQuoted(written, 0, written.length, quoting).text).toBe(text);
      }),
    );
  });
});

/** Wraps a property text into a ConfigMap, each in another kind of quotes. */
const wrappers: readonly { readonly name: string; readonly format: Format; readonly wrap: (text: string) => string }[] = [
  {
    name: 'double quotes',
    format: yaml,
    wrap: (text) => `kind: ConfigMap\napiVersion: v1\ndata:\n  server.properties: ${JSON.stringify(text)}\n  other: x\n`,
  },
  {
    name: 'single quotes over several lines',
    format: yaml,
    wrap: (text) =>
      `kind: ConfigMap\napiVersion: v1\ndata:\n  server.properties: '${text.replaceAll("'", "''").replaceAll('\n', '\n\n    ')}'\n  other: x\n`,
  },
  {
    name: 'a YAML file that is JSON',
    format: yaml,
    wrap: (text) => JSON.stringify({ kind: 'ConfigMap', apiVersion: 'v1', data: { 'server.properties': text, other: 'x' } }),
  },
  {
    name: 'JSON on lines of its own',
    format: json,
    wrap: (text) => JSON.stringify({ kind: 'ConfigMap', apiVersion: 'v1', data: { 'server.properties': text, other: 'x' } }, null, 2),
  },
  {
    name: 'JSON in one line',
    format: json,
    wrap: (text) => JSON.stringify({ kind: 'ConfigMap', apiVersion: 'v1', data: { 'server.properties': text, other: 'x' } }),
  },
];

function open(text: string, format: Format): Document {
  return new Document(text, format, { path: 'all' });
}

/** The text within, read back from the document. */
function inner(text: string): string {
  return (parse(text) as { data: Record<string, string> }).data['server.properties'] ?? '';
}

/** The text of a range of a document that stands in one line. */
function at(document: Document, { start, end }: ReturnType<typeof rangeOf>): string {
  return start.line === end.line ? (document.lines[start.line] ?? '').slice(start.character, end.character) : 'several lines';
}

describe.each(wrappers)('a property text in $name', ({ format, wrap }) => {
  const text =
    "process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=C\nnum.io.threads=x'y\nlog.dirs=/a";

  it('is judged where it stands', () => {
    const document = open(wrap(text), format);
    const [report, ...others] = document.reports(new Map());
    expect(others).toEqual([]);
    expect(report?.rule.id).toBe('invalid-value');
    const marks = report && at(document, rangeOf(report.finding.at.entry, 'value'));
    expect(marks === "x'y" || marks === "x''y").toBe(true);
  });

  it('shows what its keys are, and lists them', () => {
    const document = open(wrap(text), format);
    const line = document.lines.findIndex((one) => one.includes('num.io.threads'));
    const character = (document.lines[line] ?? '').indexOf('num.io.threads') + 2;
    expect(hover(document, { line, character }, undefined)?.markdown).toContain('**num.io.threads**');
    expect(symbols(document).map(({ name }) => name)).toEqual(text.split('\n').map((one) => one.replace(/=.*/s, '')));
  });

  it('offers values where one stands', () => {
    const { text: given, place } = markedInside(wrap('process.roles=broker\ncompression.type=¦gz'));
    expect(completion(open(given, format), place)?.items.map(({ label }) => label)).toContain('zstd');
  });

  it('is fixed so that its quotes still hold it, and nothing else changes', () => {
    const faulty = 'process.roles=broker # a remark\nnode.id=1\n# note\ncompression.type="gzip"';
    const before = wrap(faulty);
    const document = open(before, format);
    const after = applyEdits(document.lines, fixAll(document, new Map()), '\n');
    expect(inner(after)).toBe('# a remark\nprocess.roles=broker\nnode.id=1\n# note\ncompression.type=gzip');
    expect(after.replace(/#.*gzip/s, '')).toBe(before.replace(/process.*gzip(?:\\?")?/s, ''));
  });

  it('loses and gains lines', () => {
    const lines = ['process.roles=broker', 'node.id=1', 'log.dirs=/a'];
    const entryOf = (tree: Tree, line: number): Entry => {
      const found = [...tree.entries()].find(({ key, format: own }) => own !== undefined && lines[line]?.startsWith(`${key}=`));
      if (found === undefined) throw new Error('the text has entries of its own');
      return found;
    };
    const written = (line: number, change: (entry: Entry) => Change): string =>
      inner(changed(format, wrap(lines.join('\n')), (tree) => change(entryOf(tree, line))) ?? '');
    for (const line of [0, 1, 2]) {
      expect(written(line, (entry) => ({ kind: 'remove', entry }))).toBe(lines.toSpliced(line, 1).join('\n'));
      expect(written(line, (entry) => ({ kind: 'add', after: entry, key: 'a.b', value: 'c' }))).toBe(
        lines.toSpliced(line + 1, 0, 'a.b=c').join('\n'),
      );
      expect(written(line, (entry) => ({ kind: 'comment', entry, text: 'note' }))).toBe(lines.toSpliced(line, 0, '# note').join('\n'));
      expect(written(line, (entry) => ({ kind: 'set', entry, value: 'it\'s "new"' }))).toContain('=it\'s "new"');
    }
  });

  it('is silenced by a comment of its own', () => {
    const silenced = 'process.roles=broker\nnode.id=1\n# kafka-config: ignore=invalid-value\nnum.io.threads=x\nnum.network.threads=y';
    const found = open(wrap(silenced), format).reports(new Map());
    expect(found.filter(({ rule }) => rule.id === 'invalid-value').map(({ finding }) => finding.at.key)).toEqual(['num.network.threads']);
  });
});

/** The place that `¦` marks. */
function markedInside(text: string): { readonly text: string; readonly place: Place } {
  const lines = text.split('\n');
  const line = lines.findIndex((one) => one.includes('¦'));
  return { text: text.replace('¦', ''), place: { line, character: (lines[line] ?? '').indexOf('¦') } };
}

it.each([
  ['', 'kafka.properties: ', ''],
  ['data:\n', '  kafka.properties: ', ''],
  ['items:\n  - kind: ConfigMap\n    data:\n', '      kafka.properties: ', ''],
  ['items:\n', '  - kafka.properties: ', ''],
  ['data:\n', '  {b: c, kafka.properties: ', '}'],
])('a text in single quotes grows deeper than its key: %j', (above, key, behind) => {
  const text = `${above}${key}'acks=all'${behind}\n`;
  const grown = changed(yaml, text, (tree) => {
    const after = [...tree.entries()].find((entry) => entry.key === 'acks') as Entry;
    return { kind: 'add', after, key: 'linger.ms', value: '5' };
  });
  expect(JSON.stringify(parse(grown ?? ''))).toBe(JSON.stringify(parse(text)).replace('acks=all', 'acks=all\\nlinger.ms=5'));
});

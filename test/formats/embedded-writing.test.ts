import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Change, Entry, Format, Tree } from '../../server/src/formats/format.ts';
import { json } from '../../server/src/formats/json.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { terraform } from '../../server/src/formats/terraform.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { splitLines } from '../../server/src/text/lines.ts';
import { withChanges } from './keeping.ts';

/**
 * Property texts inside other documents. What a change makes of one is what it makes of the same text in a file of its own; what is
 * around it stays.
 */
interface Wrapper {
  readonly name: string;
  readonly format: Format;
  readonly head: string;
  readonly tail: string;
  wrap(text: string): string;
  /** The text as the program gets it, from what stands between head and tail. */
  unwrap(whole: string): string;
}

const resource = 'kind: ConfigMap\napiVersion: v1\ndata:\n  # above\n  first: x\n';
const ofYaml = (whole: string): string => parse(whole, { uniqueKeys: false }).data['server.properties'];

function block(header: string, indent: string, end = ''): Wrapper {
  return {
    name: `a block scalar with ${header}`,
    format: yaml,
    head: `${resource}  server.properties: ${header}\n`,
    tail: '  other: x\n',
    wrap: (text) => `${text.replace(/^(?=.)/gm, indent)}\n${end}`,
    unwrap: ofYaml,
  };
}

const wrappers: readonly Wrapper[] = [
  block('|', '    '),
  block('|-', '   '),
  block('|+ # a remark', '    ', '\n\n'),
  block('|1', '   '),
  {
    name: 'double quotes',
    format: yaml,
    head: `${resource}  server.properties: "`,
    tail: '" # behind\n  other: x\n',
    wrap: (text) => JSON.stringify(text).slice(1, -1),
    unwrap: ofYaml,
  },
  {
    name: 'double quotes over lines',
    format: yaml,
    head: `${resource}  server.properties: "`,
    tail: '"\n  other: x\n',
    wrap: (text) =>
      JSON.stringify(text)
        .slice(1, -1)
        .replace(/\\n( ?)/g, (_, blank: string) => `\\n\\\n    ${blank === '' ? '' : '\\ '}`),
    unwrap: ofYaml,
  },
  {
    name: 'JSON',
    format: json,
    head: '{"kind": "ConfigMap", "apiVersion": "v1", "data": {\n  "server.properties": "',
    tail: '", "other": "x" }\n}\n',
    wrap: (text) => JSON.stringify(text).slice(1, -1),
    unwrap: (whole) => JSON.parse(whole).data['server.properties'],
  },
  {
    name: 'a here-document',
    format: terraform,
    head: 'resource "aws_msk_configuration" "a" {\n  server_properties = <<EOF\n',
    tail: 'EOF\n  name = "x"\n}\n',
    wrap: (text) => `${text}\n`,
    unwrap: (whole) => /<<EOF\n([\s\S]*)\nEOF/.exec(whole)?.[1] ?? '',
  },
  {
    name: 'an indented here-document',
    format: terraform,
    head: 'resource "aws_msk_configuration" "a" {\n  server_properties = <<-EOF\n',
    tail: '  EOF\n  name = "x"\n}\n',
    wrap: (text) => `${text.replace(/^(?=.)/gm, '    ')}\n`,
    unwrap: (whole) => (/<<-EOF\n([\s\S]*)\n {2}EOF/.exec(whole)?.[1] ?? '').replace(/^ {4}/gm, ''),
  },
  {
    name: 'a string of Terraform’s',
    format: terraform,
    head: 'resource "aws_msk_configuration" "a" {\n  server_properties = "',
    tail: '"\n  name = "x"\n}\n',
    wrap: (text) => JSON.stringify(text).slice(1, -1),
    unwrap: (whole) => JSON.parse(/= ("(?:[^"\\]|\\.)*")/.exec(whole)?.[1] ?? '""'),
  },
];

const line = fc.constantFrom(
  'acks=all',
  '  in.dented=1',
  'a.b = c',
  'd:e',
  '# remark',
  '',
  'lonely',
  'x=1 \\\n    2',
  'p q',
  'b=it\'s "x"',
  'c=',
  'j=a\\\\b',
);
const text = fc
  .tuple(fc.constantFrom('process.roles=broker', 'node.id = 1'), fc.array(line, { maxLength: 6 }), fc.constantFrom('log.dirs=/a', 'z='))
  .map(([first, lines, last]) => [first, ...lines, last].join('\n'));
const kinds = fc.constantFrom<readonly Kind[]>(['set'], ['rename'], ['add'], ['remove'], ['remove'], ['comment'], ['rename', 'set', 'add']);
const value = fc.constantFrom('1', 'a # b', 'it\'s "x"', 'a\\b', ' x', '');

type Kind = Change['kind'];

function changeOf(kind: Kind, entry: Entry, value: string): Change {
  switch (kind) {
    case 'set':
      return { kind, entry, value };
    case 'rename':
      return { kind, entry, key: 'new.key' };
    case 'add':
      return { kind, after: entry, key: 'added', value };
    case 'remove':
      return { kind, entry };
    case 'comment':
      return { kind, entry, text: 'a remark' };
  }
}

function changesIn(entries: readonly Entry[], chosen: ReadonlyMap<number, readonly Kind[]>, value: string): readonly Change[] {
  return [...chosen].flatMap(([index, own]) => own.flatMap((kind) => changeOf(kind, entries[index % entries.length] as Entry, value)));
}

describe.each(wrappers)('a property text in $name', ({ format, head, tail, wrap, unwrap }) => {
  const inner = (tree: Tree): readonly Entry[] =>
    [...tree.entries()].filter((entry) => entry.format?.id === 'properties' || (entry.parent?.style === 'block' && format === terraform));
  // Of a text in one line that nothing names, its lines have to tell what it is.
  const isRecognised = (whole: string): boolean => inner(format.parse(splitLines(whole).lines)).length > 0;

  it('is read as the file it would be', () => {
    fc.assert(
      fc.property(text, (own) => {
        const whole = head + wrap(own) + tail;
        fc.pre(isRecognised(whole));
        const pairs = (entries: Iterable<Entry>): unknown => Array.from(entries, (entry) => [entry.key, entry.value]);
        expect(unwrap(whole).replace(/\n+$/, '')).toBe(own);
        expect(pairs(inner(format.parse(splitLines(whole).lines)))).toEqual(pairs(properties.parse(own.split('\n')).entries()));
      }),
    );
  });

  it('is changed as the file it would be, and what is around it stays', () => {
    fc.assert(
      fc.property(text, fc.array(fc.tuple(fc.nat(9), kinds), { minLength: 1, maxLength: 3 }), value, (own, picks, word) => {
        const count = [...properties.parse(own.split('\n')).entries()].length;
        const chosen = new Map(picks.map(([pick, kind]) => [pick % count, kind]));
        const expected = withChanges(properties, own, (tree) => changesIn([...tree.entries()], chosen, word)) ?? '';
        fc.pre(isRecognised(head + wrap(own) + tail));
        const after = withChanges(format, head + wrap(own) + tail, (tree) => changesIn(inner(tree), chosen, word));
        // A block scalar would be as far in as its new first line.
        if (after === undefined) expect(own).toContain('\n  in.dented');
        if (after === undefined) return;
        expect(after?.startsWith(head) && after.endsWith(tail)).toBe(true);
        // A text without a line end at its end gets none.
        if (!own.includes('\n\n') && !unwrap(head + wrap(own) + tail).endsWith('\n')) expect(unwrap(after)).not.toMatch(/\n$/);
        expect(unwrap(after ?? '').replace(/\n+$/, '')).toBe(expected.replace(/\n+$/, ''));
      }),
      { numRuns: 300 },
    );
  });
});

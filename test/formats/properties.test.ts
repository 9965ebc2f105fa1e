import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Entry } from '../../server/src/formats/format.ts';
import { type PropertiesTree, parseProperties, properties } from '../../server/src/formats/properties.ts';
import { applyEdits, placeEdits } from '../../server/src/text/edit.ts';
import { splitLines } from '../../server/src/text/lines.ts';
import { propertyTexts } from '../oracle/properties/texts.ts';

/** What java.util.Properties made of each text (test/oracle/properties/record.mjs), or the message it refused it with. */
const recorded = JSON.parse(readFileSync(new URL('../oracle/properties/recorded.json', import.meta.url), 'utf8')) as (
  | Record<string, string>
  | { '!': string }
)[];

function pairs(text: string): Record<string, string> {
  const result: Record<string, string> = {};
  for (const { key, value } of parseProperties(splitLines(text).lines).entries()) result[key] = value;
  return result;
}

describe('reading', () => {
  it.each(propertyTexts.map((text, i) => [text, i] as const))('%j reads as java.util.Properties reads it', (text, i) => {
    const expected = recorded[i];
    const tree = parseProperties(splitLines(text).lines);
    const malformed = [...tree.entries()].some((entry) => entry.malformed !== undefined);
    expect(malformed).toBe(expected !== undefined && '!' in expected && Object.keys(expected).length === 1);
    if (!malformed) expect(pairs(text)).toEqual(expected);
  });

  it('gives spans that slice the key and the value back', () => {
    const tree = parseProperties(['  a\\ b : x\\', '    y ', 'c=', 'd']);
    const slices = [...tree.entries()].map(({ block, keyStart, keyEnd, valueStart, valueEnd }) => [
      block.text.slice(keyStart, keyEnd),
      block.text.slice(valueStart, valueEnd),
    ]);
    expect(slices).toEqual([
      ['a\\ b', 'x\\\n    y '],
      ['c', ''],
      ['d', ''],
    ]);
  });

  it('finds the entry of any of its lines', () => {
    const tree = parseProperties(['a=1\\', '  2', '', '# remark', 'b=3']);
    expect([0, 1, 2, 3, 4].map((line) => tree.entryAt(line)?.key)).toEqual(['a', 'a', undefined, undefined, 'b']);
  });

  it('reads directives in comments', () => {
    const { directives } = parseProperties(['# kafka-config: role=broker version=3.9', '#kafka-config: ignore=acks']);
    expect(directives.map(({ words }) => Object.fromEntries(words))).toEqual([{ role: 'broker', version: '3.9' }, { ignore: 'acks' }]);
  });
});

const line = fc.oneof(fc.string(), fc.stringMatching(/^[ \t]*[a-c#!]{0,2}[ =:\\]{0,3}[xy\\]{0,3}[ \\]{0,2}$/));
const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));

describe('updating', () => {
  it('gives the tree that a fresh reading gives, and keeps what the edit does not touch', () => {
    const edits = fc.array(
      fc.record({
        first: fc.nat(9),
        removed: fc.nat(3),
        lines: fc.array(
          line.map((one) => one.replaceAll(/[\n\r]/g, '')),
          { maxLength: 3 },
        ),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(text, edits, (source, changes) => {
        const lines = splitLines(source).lines;
        const tree = parseProperties(lines);
        for (const { first, removed, lines: fresh } of changes) {
          const from = Math.min(first, lines.length - 1);
          const gone = Math.min(removed, lines.length - from);
          const added = lines.length - gone + fresh.length === 0 ? [''] : fresh;
          const before = new Set(tree.entries());
          lines.splice(from, gone, ...added);
          const delta = properties.update(tree, lines, { first: from, removed: gone, added: added.length });
          const after = new Set(tree.entries());
          expect(new Set(delta?.removed)).toEqual(new Set([...before].filter((entry) => !after.has(entry))));
          expect(new Set(delta?.added)).toEqual(new Set([...after].filter((entry) => !before.has(entry))));
          expect(shape(tree)).toEqual(shape(parseProperties(lines)));
        }
      }),
      { numRuns: 2000 },
    );
  });
});

function shape(tree: PropertiesTree): unknown {
  return tree.lines.map(({ line: at, text: own, lineKind, entry }) => [
    at,
    own,
    lineKind,
    entry && [entry.key, entry.value, entry.keyStart, entry.keyEnd, entry.valueStart, entry.valueEnd],
  ]);
}

describe('writing', () => {
  const value = fc.oneof(fc.string(), fc.constantFrom('', ' x', 'x ', 'a\\b', 'é', '# x', 'a=b:c', 'x\ny', '\u0000', '\ud83d\ude00'));
  const key = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('a b', '#a', 'a=b', 'a:b', '!'));

  it.each(['set', 'rename', 'remove', 'add', 'comment'] as const)('%s changes what was asked and nothing else', (kind) => {
    fc.assert(
      fc.property(text, fc.nat(), key, value, fc.constantFrom('\n', '\r\n'), (source, pick, newKey, newValue, eol) => {
        const { lines } = splitLines(source);
        const tree = parseProperties(lines);
        const entries = [...tree.entries()].filter(
          (entry) => entry.malformed === undefined && !(entry.block.text.endsWith('\\') && entry.block.line === lines.length - 1),
        );
        const entry = entries[pick % Math.max(entries.length, 1)];
        // A line of nothing but a continuing backslash reads otherwise when it becomes the last one.
        if (entry === undefined || (entry.value === '' && kind === 'set') || /^[ \t\f]*\\$/m.test(source)) return;
        const result = applyEdits(lines, placeEdits(properties.write(changeOf(kind, entry, newKey, newValue)) ?? [], eol), eol);
        const before = [...tree.entries()].map((one) => [one, one.key, one.value] as const);
        const expected = before.flatMap(([one, oldKey, oldValue]) => {
          if (one !== entry || kind === 'comment') return [[oldKey, oldValue]];
          if (kind === 'remove') return [];
          if (kind === 'set') return [[oldKey, newValue]];
          return kind === 'rename'
            ? [[newKey, oldValue]]
            : [
                [oldKey, oldValue],
                [newKey, newValue],
              ];
        });
        expect([...parseProperties(splitLines(result).lines).entries()].map((one) => [one.key, one.value])).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

function changeOf(kind: Change['kind'], entry: Entry, key: string, value: string): Change {
  switch (kind) {
    case 'set':
      return { kind, entry, value };
    case 'rename':
      return { kind, entry, key };
    case 'remove':
      return { kind, entry };
    case 'add':
      return { kind, after: entry, key, value };
    case 'comment':
      return { kind, entry, text: 'a remark' };
  }
}

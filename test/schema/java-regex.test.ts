// Regular expressions as java.util.regex.Pattern reads them: only what it refuses for sure is called wrong.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesWhole, mayBeRegex } from '../../server/src/schema/java-regex.ts';

describe('an expression that Java refuses', () => {
  it.each(['[', '[]', '[a', '[^]', '[a[b]', 'a]b[', '(', '(a', 'a)', '(?:a', '[)](', '(a|b'])('lacks a bracket: %s', (pattern) =>
    expect(mayBeRegex(pattern)).toBe(false),
  );
  it.each(['*', '*.orders', '+a', '?', 'a**', 'a|*', '(*)', '(?:+a)', 'a*??'])('repeats nothing: %s', (pattern) =>
    expect(mayBeRegex(pattern)).toBe(false),
  );
  it.each(['{', 'a{', 'a{x}', 'a{,2}', 'a{3,1}', '{name}'])('repeats without numbers: %s', (pattern) =>
    expect(mayBeRegex(pattern)).toBe(false),
  );
  it.each(['\\', 'a\\', '\\y', '\\orders', '(?P<name>a)'])('has an escape or group of no kind: %s', (pattern) =>
    expect(mayBeRegex(pattern)).toBe(false),
  );
});

describe('an expression that Java takes', () => {
  it.each([
    '',
    '.*',
    'orders-.*|payments\\..+',
    '[]a]',
    '[^]a]',
    '[(*{]',
    '[a[b-d]]',
    'a]',
    'a}',
    'a{2}',
    'a{2,}?',
    'a*+',
    '(?i)orders',
    '(?i:orders)(?-i)x',
    '(?<name>a)\\k<name>',
    '(?<=a)(?<!b)(?=c)(?!d)(?>e)',
    '^*',
    '()*',
    '\\Q[(*\\E',
    '\\Q[',
    '\\p{L}{2}',
    '\\x{1F600}',
    '\\[\\(\\*',
    '(?x) a # (',
    '[a-z&&[^b]]',
  ])('%s', (pattern) => expect(mayBeRegex(pattern)).toBe(true));

  it('is every text whose special characters are escaped, also repeated, in a group or in a class', () => {
    const literal = fc.string({ minLength: 1 }).map((text) => text.replace(/[^a-zA-Z0-9 ]/gu, '\\$&'));
    fc.assert(fc.property(literal, (text) => [text, `(${text})*`, `[${text}]+`, `${text}|${text}`].every(mayBeRegex)));
  });

  it('is looked for in every text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof mayBeRegex(text) === 'boolean'));
  });
});

describe('a name is held against an expression', () => {
  it.each([
    ['orders.*', 'orders-dead', true],
    ['orders\\..*', 'orders.dead', true],
    ['(a|b)-dead', 'b-dead', true],
    ['orders', 'orders-dead', false],
  ])('%s, %s: %s', (pattern, name, matched) => expect(matchesWhole(pattern, name)).toBe(matched));

  it.each(['(a+)+', '.*.*.*.*', '(?i)orders', '[a-z]+', '(orders', '^*'])('unless that takes Java: %s', (pattern) =>
    expect(matchesWhole(pattern, 'orders')).toBeUndefined(),
  );
  it('without an exception for any expression', () => {
    const pattern = fc.string({ unit: fc.constantFrom(...'ab.*+?|()-^$\\') });
    fc.assert(
      fc.property(pattern, (one) => ['boolean', 'undefined'].includes(typeof matchesWhole(one, 'ab'))),
      { numRuns: 2000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJaas } from '../../server/src/configs/jaas.ts';

const plain = 'org.apache.kafka.common.security.plain.PlainLoginModule';

describe('a JAAS text', () => {
  it('is one login module with a flag and options', () => {
    const jaas = readJaas(`${plain} required username="a" password='b"c' ;`);
    expect(jaas).toEqual({
      name: plain,
      options: new Map([
        ['username', 'a'],
        ['password', 'b"c'],
      ]),
    });
  });

  it.each([
    ['', 'nothing'],
    [`${plain} required username="a"`, 'semicolon'],
    [`${plain} username="a";`, 'flag'],
    [`"${plain} required;"`, 'flag'],
    [`${plain} required password=1;`, 'option'],
    [`${plain} required password;`, 'option'],
    [`${plain} required; ${plain} required;`, 'several'],
    [`${plain} required password=a/b;`, 'swallowed'],
    [`${plain} required password="a;`, 'swallowed'],
    ['1 required;', 'module'],
  ] as const)('%j is refused: %s', (text, fault) => {
    expect(readJaas(text)).toBe(fault);
  });

  it('has comments, numbers behind letters, and escapes in quotes', () => {
    const jaas = readJaas(`// remark\n${plain} /* required */ REQUIRED x=a1.b-2 y="\\"\\101\\t";`);
    expect(typeof jaas === 'string' ? jaas : [...jaas.options]).toEqual([
      ['x', 'a1.b-2'],
      ['y', '"A\t'],
    ]);
  });

  it('gives back what was put between quotes', () => {
    const name = fc.stringMatching(/^[a-zA-Z_]\w{0,8}$/);
    const value = fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ''));
    fc.assert(
      fc.property(fc.dictionary(name, value), (options) => {
        const text = Object.entries(options).map(([key, one]) => `${key}="${one.replace(/["\\]/g, '\\$&')}"`);
        const jaas = readJaas(`${plain} required ${text.join(' ')};`);
        expect(typeof jaas === 'string' ? jaas : jaas.options).toEqual(new Map(Object.entries(options)));
      }),
    );
  });

  it('never fails', () => {
    fc.assert(fc.property(fc.string(), (text) => readJaas(text) !== undefined));
  });
});

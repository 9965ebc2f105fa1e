// Texts cut at their separators: what the regular expressions of Java's code do, in one look at each character.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHostAndPort } from '../../server/src/schema/addresses.ts';
import { splitAtCommas, withoutEnd, withoutLastCommas } from '../../server/src/text/split.ts';

const pieces = (...characters: string[]) => fc.array(fc.constantFrom(...characters), { maxLength: 12 }).map((list) => list.join(''));

describe('cutting a text', () => {
  it('at commas is what `\\s*,\\s*` does', () =>
    fc.assert(
      fc.property(pieces('a', ' ', '\t', '\n', ','), (text) => {
        expect(splitAtCommas(text)).toEqual(text.split(/\s*,\s*/));
      }),
    ));

  it('before its last commas is what `(\\s*,\\s*)+$` does', () =>
    fc.assert(
      fc.property(pieces('a', ' ', '\t', '\n', ','), (text) => {
        expect(withoutLastCommas(text)).toBe(text.replace(/(\s*,\s*)+$/, ''));
      }),
    ));

  it('before its last characters of a kind is what `c+$` does', () =>
    fc.assert(
      fc.property(pieces('a', ':'), (text) => {
        expect(withoutEnd(text, ':')).toBe(text.replace(/:+$/, ''));
      }),
    ));

  it('into host and port is what `Utils.HOST_PORT_PATTERN` does', () => {
    const pattern = /^.*?\[?([0-9a-zA-Z\-%._:]*)\]?:([0-9]+)$/;
    fc.assert(
      fc.property(pieces('a', '1', ':', '[', ']', '/', ' ', '\n'), (text) => {
        const [, host, port] = pattern.exec(text) ?? [];
        const wanted = host === undefined || port === undefined || Number(port) > 65535 ? undefined : { host, port: Number(port) };
        expect(parseHostAndPort(text)).toEqual(wanted);
      }),
    );
  });
});

/** Piece of a log4j 1 conversion pattern: literal text, or one conversion with its modifiers and its `{option}`. */
export type PatternPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'conversion'; readonly word: string; readonly modifiers: string; readonly option: string | undefined }
  /** `%` with a letter that is none; log4j 1 prints an error and the text as it stands. */
  | { readonly kind: 'unknown'; readonly text: string };

/** What a log4j 1 conversion letter prints. */
export const patternLetters: Readonly<Record<string, string>> = {
  c: 'name of the logger; `{n}` keeps the last n parts',
  C: 'class that logged (slow); `{n}` keeps the last n parts',
  d: 'date; `{…}` takes a SimpleDateFormat pattern, ISO8601, ABSOLUTE or DATE',
  F: 'source file (slow)',
  l: 'class, method, file and line (slow)',
  L: 'line number (slow)',
  m: 'message',
  M: 'method (slow)',
  n: 'line end',
  p: 'level',
  r: 'milliseconds since the start',
  t: 'thread',
  x: 'nested diagnostic context',
  X: 'mapped diagnostic context; `{key}` takes one value',
};

const takesOption = 'cCdX';

/** Reads a pattern as `org.apache.log4j.helpers.PatternParser` does: one letter a conversion. */
export function parsePattern(pattern: string): readonly PatternPiece[] {
  const pieces: PatternPiece[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') pieces.push({ kind: 'text', text });
    text = '';
  };
  const lastBrace = pattern.lastIndexOf('}');
  let at = 0;
  while (at < pattern.length) {
    const char = pattern[at] ?? '';
    const next = pattern[at + 1];
    if (char !== '%' || next === undefined) {
      text += char;
      at += 1;
    } else if (next === '%') {
      text += '%';
      at += 2;
    } else {
      flush();
      const { piece, end } = next === 'n' ? { piece: conversion('n', '', undefined), end: at + 2 } : readConversion(pattern, at, lastBrace);
      pieces.push(piece);
      at = end;
    }
  }
  flush();
  return pieces;
}

function conversion(word: string, modifiers: string, option: string | undefined): PatternPiece {
  return { kind: 'conversion', word, modifiers, option };
}

function readConversion(pattern: string, at: number, lastBrace: number): { readonly piece: PatternPiece; readonly end: number } {
  const modifiers = /^-*(\d+)?(\.\d+)?/.exec(pattern.slice(at + 1, at + 24))?.[0] ?? '';
  const letterAt = at + 1 + modifiers.length;
  const letter = pattern[letterAt] ?? '';
  if (letter === '' || letter === 'n' || !(letter in patternLetters)) {
    // A dot without digits takes the character behind it along, whatever it is.
    const end = letterAt + (letter === '.' ? 2 : 1);
    return { piece: { kind: 'unknown', text: pattern.slice(at, end) }, end };
  }
  const option = takesOption.includes(letter) ? readOption(pattern, letterAt + 1, lastBrace) : undefined;
  const end = letterAt + 1 + (option === undefined ? 0 : option.length + 2);
  return { piece: conversion(letter, tidyModifiers(modifiers), option), end };
}

/** What stands in braces; a brace that is never closed is text (`lastBrace` tells so without a search for each). */
export function readOption(pattern: string, at: number, lastBrace: number): string | undefined {
  return pattern[at] === '{' && at < lastBrace ? pattern.slice(at + 1, pattern.indexOf('}', at)) : undefined;
}

/** Log4j2 pads with zeros when the width begins with one. */
export function tidyModifiers(modifiers: string): string {
  const [, minus = '', width = '', limit = ''] = /^(-*)0*(\d*)(.*)$/.exec(modifiers) ?? [];
  return (minus === '' || width === '' ? '' : '-') + width + limit;
}

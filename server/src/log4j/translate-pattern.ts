import { isBadDatePattern, translateDate } from './date-format.ts';
import { type PatternPiece, parsePattern } from './pattern.ts';
import { escapeText, joinPieces, type TranslatedPiece } from './pattern-text.ts';

/** A Log4j2 pattern, and what had to be said about it. */
export interface TranslatedPattern {
  readonly pattern: string;
  readonly remarks: readonly PatternRemark[];
}

export interface PatternRemark {
  readonly kind: 'kept' | 'changed';
  readonly message: string;
}

/** Translates a PatternLayout's pattern, without the stack trace that log4j 1's appenders print behind it (see `stackTraceBehind`). */
export function translatePattern(pattern: string): TranslatedPattern {
  const remarks: PatternRemark[] = [];
  const pieces = parsePattern(pattern).map((piece) => translatePiece(piece, remarks));
  return { pattern: joinPieces(pieces), remarks };
}

/**
 * The stack trace, which log4j 1's appenders print plain behind the formatted text. `%ex` puts a blank before it unless white space
 * ends the text; a converter around it begins with an empty text, but Log4j2 2.24 then adds a trace of its own unless told not to.
 */
export function stackTraceBehind(pattern: string): { readonly suffix: string; readonly alwaysWriteExceptions?: 'false' } {
  return endsInBlank(pattern) ? { suffix: '%ex' } : { suffix: '%replace{%ex}{^$}{}', alwaysWriteExceptions: 'false' };
}

/** White space, `%n`, `\n` or `\t` at the end, unless the mark before the letter is itself escaped. */
function endsInBlank(pattern: string): boolean {
  const mark = /(?:(%)n|(\\)[nt])$/.exec(pattern.slice(-2));
  const char = mark?.[1] ?? mark?.[2];
  if (char === undefined) return /\s$/.test(pattern.slice(-1));
  let start = pattern.length - 1;
  while (pattern[start - 1] === char) start -= 1;
  return (pattern.length - 1 - start) % 2 === 1;
}

function translatePiece(piece: PatternPiece, remarks: PatternRemark[]): TranslatedPiece {
  switch (piece.kind) {
    case 'text':
      return { kind: 'text', text: escapeText(piece.text) };
    case 'unknown':
      remarks.push({ kind: 'kept', message: unknownConversion(piece.text) });
      return { kind: 'text', text: escapeText(piece.text) };
    case 'conversion':
      return { kind: 'conversion', text: translateConversion(piece.word, piece.modifiers, piece.option, remarks) };
  }
}

export function unknownConversion(text: string): string {
  return `"${text}" is no conversion: log4j 1 prints it as text, and so does the result.`;
}

export function translateConversion(word: string, modifiers: string, option: string | undefined, remarks: PatternRemark[]): string {
  const start = `%${modifiers}`;
  switch (word) {
    case 'c':
    case 'C':
      return `${start}${word}${precision(option, remarks)}`;
    case 'd':
      return dateConversion(start, option, remarks);
    case 'x':
      remarks.push({
        kind: 'kept',
        message: '%x becomes %ndc, which prints the nested context as log4j 1 does; it comes with log4j-1.2-api, which Kafka ships.',
      });
      return `${start}ndc`;
    case 'X':
      return mdcConversion(start, option, remarks);
    default:
      return start + word;
  }
}

function precision(option: string | undefined, remarks: PatternRemark[]): string {
  if (option === undefined) return '';
  // An option that holds a variable is not known yet.
  const parts = /^\+?\d{1,9}$/.test(option) ? Number(option) : 0;
  if (parts > 0) return `{${parts}}`;
  if (isPlaceholder(option)) return `{${option}}`;
  remarks.push({
    kind: 'kept',
    message: `{${option}} is no number of parts above 0: log4j 1 prints the whole name, and so does the result.`,
  });
  return '';
}

function dateConversion(start: string, option: string | undefined, remarks: PatternRemark[]): string {
  if (option === undefined || option.toUpperCase() === 'ISO8601') return `${start}d`;
  if (option === '') return padded('', start);
  const named = ['ABSOLUTE', 'DATE'].find((name) => name === option.toUpperCase());
  if (named !== undefined) return `${start}d{${named}}`;
  if (isBadDatePattern(option) && !hasPlaceholder(option)) {
    remarks.push({ kind: 'kept', message: `"${option}" is no date pattern: log4j 1 prints ISO dates, and so does the result.` });
    return `${start}d`;
  }
  const { pattern, remark } = translateDate(option);
  if (remark !== undefined) remarks.push({ kind: 'changed', message: `The date {${option}} becomes {${pattern}}: ${remark}.` });
  return `${start}d{${pattern}}`;
}

function mdcConversion(start: string, option: string | undefined, remarks: PatternRemark[]): string {
  if (option === undefined) {
    remarks.push({
      kind: 'kept',
      message: '%X becomes %properties, which prints the mapped context as log4j 1 does; it comes with log4j-1.2-api, which Kafka ships.',
    });
    return `${start}properties`;
  }
  // No value has an empty key, for which Log4j2 would print them all.
  if (option === '') return padded('', start);
  if (/[,{]/.test(option)) {
    remarks.push({ kind: 'changed', message: `Log4j2 cannot ask for the key of %X{${option}}: it is left out.` });
    return padded('', start);
  }
  return `${start}X{${option}}`;
}

/** A fixed text with the blanks that its modifiers ask for. */
export function padded(text: string, modifiers: string): string {
  const [, minus = '', width = '0', limit] = /^%?(-*)(\d{0,4})\d*(?:\.(\d+))?/.exec(modifiers) ?? [];
  const cut = limit === undefined || Number(limit) >= text.length ? text : text.slice(text.length - Number(limit));
  return minus === '' ? cut.padStart(Number(width)) : cut.padEnd(Number(width));
}

function hasPlaceholder(text: string): boolean {
  return /[\uE000-\uF8FF]/.test(text);
}

/** A variable is a run of private-use characters while the pattern is translated around it. */
function isPlaceholder(text: string): boolean {
  return /^[\uE000-\uF8FF]+$/.test(text);
}

import { translateDate } from './date-format.ts';
import { readInteger } from './java-values.ts';
import { conversionWords } from './log4j2-plugins.ts';
import { type PatternPiece, parsePattern } from './pattern.ts';

/** A Log4j2 pattern, and what had to be said about it. */
export interface TranslatedPattern {
  readonly pattern: string;
  readonly remarks: readonly PatternRemark[];
}

export interface PatternRemark {
  readonly kind: 'kept' | 'changed';
  readonly message: string;
}

/** Words that Log4j2 and its log4j 1 bridge read behind a `%`, longest match first. */
const longWords = new Set(conversionWords);

/** Translates a PatternLayout's pattern, without the stack trace that log4j 1's appenders print behind it (see `withStackTrace`). */
export function translatePattern(pattern: string): TranslatedPattern {
  const remarks: PatternRemark[] = [];
  const pieces = parsePattern(pattern);
  let out = '';
  for (const [index, piece] of pieces.entries()) {
    const text = translatePiece(piece, remarks);
    const behind = pieces[index + 1];
    const open = piece.kind === 'conversion' && behind?.kind === 'text' && runsOn(text, behind.text);
    // Log4j2 takes every {…} behind a conversion for an option; an escaped brace is text.
    const optionLike = piece.kind === 'text' && text.startsWith('{') && pieces[index - 1]?.kind === 'conversion';
    out += (optionLike ? '\\' : '') + (open ? closed(text) : text);
  }
  return { pattern: out, remarks };
}

/**
 * The stack trace, which log4j 1's appenders print plain behind the formatted text. `%ex` puts a blank before it unless white space
 * ends the text; a converter around it begins with an empty text, but Log4j2 2.24 then adds a trace of its own unless told not to.
 */
export function stackTraceBehind(pattern: string): { readonly suffix: string; readonly alwaysWriteExceptions?: 'false' } {
  return /%n$|\s$|\\[nt]$/.test(pattern) ? { suffix: '%ex' } : { suffix: '%replace{%ex}{^$}{}', alwaysWriteExceptions: 'false' };
}

function translatePiece(piece: PatternPiece, remarks: PatternRemark[]): string {
  switch (piece.kind) {
    case 'text':
      return escapeText(piece.text);
    case 'unknown':
      remarks.push({ kind: 'kept', message: `"${piece.text}" is no conversion: log4j 1 prints it as text, and so does the result.` });
      return escapeText(piece.text);
    case 'conversion':
      return translateConversion(piece.word, piece.modifiers, piece.option, remarks);
  }
}

/** Literal text: a `%` is doubled; Log4j2 reads a backslash as an escape, and XML would not keep a tab. */
export function escapeText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\f', '\\f');
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
  const parts = readInteger(option);
  if (parts !== undefined && parts > 0) return `{${parts}}`;
  if (isPlaceholder(option)) return `{${option}}`;
  remarks.push({
    kind: 'kept',
    message: `{${option}} is no number of parts above 0: log4j 1 prints the whole name, and so does the result.`,
  });
  return '';
}

function dateConversion(start: string, option: string | undefined, remarks: PatternRemark[]): string {
  if (option === undefined || option.toUpperCase() === 'ISO8601') return `${start}d`;
  if (option === '') return '';
  const named = ['ABSOLUTE', 'DATE'].find((name) => name === option.toUpperCase());
  if (named !== undefined) return `${start}d{${named}}`;
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
  if (option.includes(',')) remarks.push({ kind: 'changed', message: `Log4j2 reads %X{${option}} as a list of keys.` });
  return `${start}X{${option}}`;
}

/** Ends a conversion's word: an empty option, which the level does not take, but its long name does as well. */
export function closed(conversion: string): string {
  return conversion.endsWith('p') ? `${conversion.slice(0, -1)}level` : `${conversion}{}`;
}

/** True where Log4j2 would read the letters behind a conversion as part of its word, or an option behind those letters as its own. */
export function runsOn(conversion: string, behind: string): boolean {
  const word = /^%[-.\d]*([A-Za-z]\w*)$/.exec(conversion)?.[1];
  const following = /^[\p{L}\p{N}_]+/u.exec(behind)?.[0];
  if (word === undefined || following === undefined) return false;
  if (behind[following.length] === '{') return true;
  const run = word + following;
  for (let length = run.length; length > word.length; length -= 1) if (longWords.has(run.slice(0, length))) return true;
  return false;
}

/** A variable is a run of private-use characters while the pattern is translated around it. */
function isPlaceholder(text: string): boolean {
  return /^[\uE000-\uF8FF]+$/.test(text);
}

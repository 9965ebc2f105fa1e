import { type EnhancedPiece, parseEnhancedPattern, withoutEscapes } from './enhanced-parser.ts';
import { escapeText, joinPieces, type TranslatedPiece } from './pattern-text.ts';
import { type PatternRemark, padded, type TranslatedPattern, translateConversion, unknownConversion } from './translate-pattern.ts';

/** Translates an EnhancedPatternLayout's pattern; a `%throwable` in it takes over the stack trace that log4j 1's appenders print otherwise. */
export function translateEnhancedPattern(pattern: string): TranslatedPattern {
  const remarks: PatternRemark[] = [];
  const pieces = parsed(pattern);
  const translated = pieces.map((piece, index): TranslatedPiece => {
    if (piece.kind === 'conversion') return translateWord(piece, pieces[index - 1], remarks);
    if (piece.kind === 'unknown') remarks.push({ kind: 'kept', message: unknownConversion(piece.text) });
    return { kind: 'text', text: escapeText(piece.text) };
  });
  return { pattern: joinPieces(translated), remarks };
}

/** True where the layout prints exceptions itself, whatever becomes of them. */
export function printsExceptions(pattern: string): boolean {
  return parsed(pattern).some((piece) => piece.kind === 'conversion' && piece.word === 'throwable');
}

function parsed(pattern: string): readonly EnhancedPiece[] {
  return parseEnhancedPattern(withoutEscapes(pattern) ?? '%m%n').filter((piece) => piece.kind !== 'text' || piece.text !== '');
}

type Conversion = Extract<EnhancedPiece, { kind: 'conversion' }>;

function translateWord(piece: Conversion, before: EnhancedPiece | undefined, remarks: PatternRemark[]): TranslatedPiece {
  const { word, modifiers, options } = piece;
  const [first] = options;
  const conversion = (text: string): TranslatedPiece => ({ kind: 'conversion', text });
  switch (word) {
    case 'sn':
      // log4j 1 counts no events.
      return { kind: 'text', text: padded('0', modifiers) };
    case 'throwable':
      return conversion(stackTrace(piece, before));
    case 'c':
    case 'C':
      // No part of the name is left; Log4j2 would print all of them.
      if (/^\s*-?0+\s*$/.test(first ?? '')) return { kind: 'text', text: padded('', modifiers) };
      return conversion(`%${modifiers}${word}${first === undefined ? '' : `{${first}}`}`);
    case 'x':
      remarks.push({
        kind: 'kept',
        message: 'EnhancedPatternLayout prints "null" for an empty nested context, and so does the result: %replace.',
      });
      return conversion(`%${modifiers}replace{%ndc}{^$}{null}`);
    case 'd':
      return conversion(dateInZone(translateConversion('d', modifiers, first, remarks), options[1]));
    default:
      return conversion(translateConversion(word, modifiers, word === 'X' ? first : undefined, remarks));
  }
}

function dateInZone(date: string, zone: string | undefined): string {
  if (zone === undefined) return date;
  return `${date.endsWith('d') ? `${date}{yyyy-MM-dd HH:mm:ss,SSS}` : date}{${zone}}`;
}

/** `%ex` begins with a blank where something else than white space stands before it; inside a converter nothing does. */
function stackTrace({ modifiers, options: [limit] }: Conversion, before: EnhancedPiece | undefined): string {
  if (limit === 'none') return `%${modifiers}ex{none}`;
  const lines = limit === 'short' ? 1 : /^[+-]?\d{1,9}$/.test(limit ?? '') ? Number(limit) : undefined;
  if (lines !== undefined) return `%${modifiers}replace{%ex}${lines === 0 ? '{(?s).+}{}' : cutLines(lines)}`;
  const isFirst =
    before === undefined || (before.kind === 'text' ? /\s$/.test(before.text) : before.kind === 'conversion' && before.word === 'n');
  return isFirst ? `%${modifiers}ex` : `%${modifiers}replace{%ex}{^$}{}`;
}

/** Keeps the first lines of a text, or all but the last: Log4j2's releases count the lines of `%ex{n}` differently. */
function cutLines(count: number): string {
  return count > 0 ? `{(?s)^((?:.*?\\n){${count}}).*}{$1}` : `{(?s)(?:[^\\n]*\\n){1,${-count}}(?!.)}{}`;
}

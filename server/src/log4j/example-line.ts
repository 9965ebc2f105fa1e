import { printLetters } from './example-dates.ts';
import { type PatternPiece, parsePattern } from './pattern.ts';

/** What the parts of the event in the example are. */
const parts: Readonly<Record<string, string>> = {
  c: 'kafka.server.KafkaServer',
  C: 'kafka.server.KafkaServer',
  d: '2025-01-31 14:05:09,042',
  F: 'KafkaServer.scala',
  l: 'kafka.server.KafkaServer.startup(KafkaServer.scala:42)',
  L: '42',
  m: 'started',
  M: 'startup',
  n: '\n',
  p: 'INFO',
  r: '1042',
  t: 'main',
  x: '',
  X: '',
};

/** One line as a log4j 1 pattern writes it. A date in a pattern of its own is shown as that pattern. */
export function exampleLine(pattern: string): string {
  return exampleOf(parsePattern(pattern));
}

/** The same for the pieces of a pattern. */
export function exampleOf(pieces: readonly PatternPiece[]): string {
  return pieces.map(printPiece).join('').trimEnd();
}

function printPiece(piece: PatternPiece): string {
  return piece.kind === 'conversion' ? pad(valueOfPart(piece.word, piece.option), piece.modifiers) : piece.text;
}

function valueOfPart(word: string, option: string | undefined): string {
  const value = parts[word] ?? '';
  if (option === undefined) return value;
  if (word === 'c' || word === 'C') return lastParts(value, Number.parseInt(option, 10));
  if (word !== 'd') return '';
  const known: Readonly<Record<string, string>> = { ISO8601: value, ABSOLUTE: '14:05:09,042', DATE: '31 Jan 2025 14:05:09,042' };
  return known[option.toUpperCase()] ?? printLetters(option);
}

function lastParts(name: string, count: number): string {
  return count > 0 ? name.split('.').slice(-count).join('.') : name;
}

/** Least width, on the left unless it begins with a minus; greatest width, cut from the left. */
function pad(text: string, modifiers: string): string {
  const [, minus, width = '', limit = ''] = /^(-?)(\d*)(?:\.(\d+))?$/.exec(modifiers) ?? [];
  const cut = limit !== '' && text.length > Number(limit) ? text.slice(text.length - Number(limit)) : text;
  // Wider than any screen is not worth showing.
  const least = Math.min(Number(width), 200);
  return minus === '-' ? cut.padEnd(least) : cut.padStart(least);
}

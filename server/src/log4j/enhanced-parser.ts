import { readOption, tidyModifiers } from './pattern.ts';

/** Words of `org.apache.log4j.pattern.PatternParser` and the letter each stands for; Log4j2 grew out of this parser. */
const words: ReadonlyMap<string, string> = new Map([
  ...['c', 'C', 'd', 'F', 'l', 'L', 'm', 'n', 'M', 'p', 'r', 't', 'x', 'X', 'sn', 'throwable'].map((word) => [word, word] as const),
  ['logger', 'c'],
  ['class', 'C'],
  ['date', 'd'],
  ['file', 'F'],
  ['line', 'L'],
  ['message', 'm'],
  ['method', 'M'],
  ['level', 'p'],
  ['relative', 'r'],
  ['thread', 't'],
  ['ndc', 'x'],
  ['properties', 'X'],
  ['sequenceNumber', 'sn'],
]);
const longest = Math.max(...[...words.keys()].map(({ length }) => length));

/** Piece of an EnhancedPatternLayout's pattern. */
export type EnhancedPiece =
  | { readonly kind: 'text' | 'unknown'; readonly text: string }
  | { readonly kind: 'conversion'; readonly word: string; readonly modifiers: string; readonly options: readonly string[] };

/** Reads a pattern as `org.apache.log4j.pattern.PatternParser` of 1.2.17 does. */
export function parseEnhancedPattern(pattern: string): readonly EnhancedPiece[] {
  const pieces: EnhancedPiece[] = [];
  const lastBrace = pattern.lastIndexOf('}');
  let from = 0;
  for (let at = pattern.indexOf('%'); at !== -1 && at < pattern.length - 1; at = pattern.indexOf('%', from)) {
    pieces.push({ kind: 'text', text: pattern.slice(from, at) });
    from = pattern[at + 1] === '%' ? readPercent(pieces, at) : readConversion(pattern, at, lastBrace, pieces);
  }
  pieces.push({ kind: 'text', text: pattern.slice(from) });
  return pieces;
}

function readPercent(pieces: EnhancedPiece[], at: number): number {
  pieces.push({ kind: 'text', text: '%' });
  return at + 2;
}

/** Takes one conversion in and returns where it ends. */
function readConversion(pattern: string, at: number, lastBrace: number, pieces: EnhancedPiece[]): number {
  const modifiers = /^-*(\d+)?(\.\d+)?/.exec(pattern.slice(at + 1, at + 24))?.[0] ?? '';
  const wordAt = at + 1 + modifiers.length;
  if (pattern[wordAt] === '.') {
    pieces.push({ kind: 'unknown', text: pattern.slice(at, wordAt + 2) });
    return wordAt + 2;
  }
  const run = /^\p{ID_Start}\p{ID_Continue}*/u.exec(pattern.slice(wordAt))?.[0] ?? '';
  const runEnd = run === '' ? Math.min(wordAt + 1, pattern.length) : wordAt + run.length;
  const { options, end } = readOptions(pattern, runEnd, lastBrace);
  const name = longestWord(run);
  if (name === undefined) pieces.push({ kind: 'unknown', text: pattern.slice(at, runEnd) });
  else {
    pieces.push({ kind: 'conversion', word: words.get(name) ?? name, modifiers: tidyModifiers(modifiers), options });
    pieces.push({ kind: 'text', text: run.slice(name.length) });
  }
  return end;
}

function readOptions(pattern: string, from: number, lastBrace: number): { readonly options: readonly string[]; readonly end: number } {
  const options: string[] = [];
  let end = from;
  for (let option = readOption(pattern, end, lastBrace); option !== undefined; option = readOption(pattern, end, lastBrace)) {
    options.push(option);
    end += option.length + 2;
  }
  return { options, end };
}

function longestWord(run: string): string | undefined {
  for (let length = Math.min(run.length, longest); length > 0; length -= 1)
    if (words.has(run.slice(0, length))) return run.slice(0, length);
  return undefined;
}

/** `OptionConverter.convertSpecialChars`, which the layout applies first; undefined where a lone backslash at the end makes it throw. */
export function withoutEscapes(pattern: string): string | undefined {
  const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f' };
  let open = false;
  const text = pattern.replace(/\\([\s\S])?/g, (_, char: string | undefined) => {
    open = char === undefined;
    return letters[char ?? ''] ?? char ?? '';
  });
  return open ? undefined : text;
}

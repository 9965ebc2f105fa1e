import { conversions } from './generated/log4j2-plugins.ts';

/** Piece of a PatternLayout's pattern: text, or a conversion with its modifiers and options. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'conversion';
      readonly word: string;
      readonly converter: string;
      readonly modifiers: string;
      readonly options: readonly string[];
    };

/** The class that reads a word. */
const converters: ReadonlyMap<string, string> = new Map(
  Object.entries(conversions).flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)),
);

/** The class that reads the word of a conversion, or undefined. */
export function converterOf(word: string): string | undefined {
  return converters.get(word);
}

/** Reads a pattern as `org.apache.logging.log4j.core.pattern.PatternParser` does: the longest known word counts. */
export function parsePattern(pattern: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const start = /%%|%([-0]*\d*(?:\.-?\d+)?)([A-Za-z]+)/g;
  let from = 0;
  for (let match = start.exec(pattern); match !== null; match = start.exec(pattern)) {
    const [all, modifiers = '', run = ''] = match;
    const word = longestWord(run);
    if (all !== '%%' && word === undefined) continue;
    if (match.index > from) pieces.push({ kind: 'text', text: pattern.slice(from, match.index) });
    if (word === undefined) pieces.push({ kind: 'text', text: '%' });
    const end = word === undefined ? match.index + 2 : match.index + all.length - run.length + word.length;
    const read = word === undefined ? { options: [], end } : readOptions(pattern, end);
    if (word !== undefined)
      pieces.push({ kind: 'conversion', word, converter: converters.get(word) ?? '', modifiers, options: read.options });
    from = read.end;
    start.lastIndex = from;
  }
  if (from < pattern.length) pieces.push({ kind: 'text', text: pattern.slice(from) });
  return pieces;
}

function longestWord(run: string): string | undefined {
  for (let length = run.length; length > 0; length -= 1) if (converters.has(run.slice(0, length))) return run.slice(0, length);
  return undefined;
}

/** `{…}{…}`, where brackets may be nested. */
function readOptions(pattern: string, start: number): { readonly options: readonly string[]; readonly end: number } {
  const options: string[] = [];
  let at = start;
  while (pattern[at] === '{') {
    let depth = 0;
    let end = at;
    do {
      if (pattern[end] === '{') depth += 1;
      if (pattern[end] === '}') depth -= 1;
      end += 1;
    } while (depth > 0 && end < pattern.length);
    if (depth > 0) break;
    options.push(pattern.slice(at + 1, end - 1));
    at = end;
  }
  return { options, end: at };
}

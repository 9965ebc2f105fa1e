import { closed, escapeText, type PatternRemark, runsOn, type TranslatedPattern, translateConversion } from './translate-pattern.ts';

/** Words of `org.apache.log4j.pattern.PatternParser` and the letter each stands for; Log4j2 grew out of this parser. */
const words: Readonly<Record<string, string>> = {
  c: 'c',
  logger: 'c',
  C: 'C',
  class: 'C',
  d: 'd',
  date: 'd',
  F: 'F',
  file: 'F',
  l: 'l',
  L: 'L',
  line: 'L',
  m: 'm',
  message: 'm',
  n: 'n',
  M: 'M',
  method: 'M',
  p: 'p',
  level: 'p',
  r: 'r',
  relative: 'r',
  t: 't',
  thread: 't',
  x: 'x',
  ndc: 'x',
  X: 'X',
  properties: 'X',
  sn: 'sn',
  sequenceNumber: 'sn',
  throwable: 'throwable',
};

/** Translates an EnhancedPatternLayout's pattern; `%throwable` takes over the stack trace that log4j 1's appenders print otherwise. */
export function translateEnhancedPattern(pattern: string): TranslatedPattern {
  const remarks: PatternRemark[] = [];
  let out = '';
  let from = 0;
  for (const match of pattern.matchAll(/%%|%([-.\d]*)([A-Za-z]+)((?:\{[^}]*\})*)/g)) {
    const word = longestWord(match[2] ?? '');
    if (word === undefined) continue;
    const rest = (match[2] ?? '').slice(word.length);
    out += escapeText(pattern.slice(from, match.index).replaceAll('%%', '%'));
    const piece = translateWord(words[word] ?? word, match[1] ?? '', match[3] ?? '', remarks);
    out += (runsOn(piece, rest) ? closed(piece) : piece) + rest;
    from = match.index + match[0].length;
  }
  out += escapeText(pattern.slice(from).replaceAll('%%', '%'));
  return { pattern: out, remarks };
}

function longestWord(run: string): string | undefined {
  for (let length = run.length; length > 0; length -= 1) if (Object.hasOwn(words, run.slice(0, length))) return run.slice(0, length);
  return undefined;
}

function translateWord(word: string, modifiers: string, options: string, remarks: PatternRemark[]): string {
  const [first, ...more] = [...options.matchAll(/\{([^}]*)\}/g)].map((option) => option[1] ?? '');
  if (word === 'c' || word === 'C') return `%${modifiers}${word}${options}`;
  if (word === 'throwable' && first !== undefined)
    remarks.push({ kind: 'changed', message: `Log4j2 may cut the stack trace of %throwable{${first}} at another line.` });
  if (word === 'throwable' && options === '') return '%ex';
  if (word === 'throwable' || word === 'sn') return `%${modifiers}${word}${options}`;
  if (word === 'x') {
    remarks.push({
      kind: 'kept',
      message: 'EnhancedPatternLayout prints "null" for an empty nested context, and so does the result: %replace.',
    });
    return `%${modifiers}replace{%ndc}{^$}{null}`;
  }
  const date = word === 'd' && more.length > 0;
  const piece = translateConversion(word, modifiers, first, remarks);
  return date ? `${piece === `%${modifiers}d` ? `${piece}{yyyy-MM-dd HH:mm:ss,SSS}` : piece}{${more.join('}{')}}` : piece;
}

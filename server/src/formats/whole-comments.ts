import type { Span } from '../text/block.ts';

/** What may hold the beginning of a comment without being one, and comments, in each syntax. */
const pieces = {
  xml: /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[/?!]?[\w:.-](?:[^<>"']|"[^"]*"|'[^']*')*>/g,
  json: /"(?:[^"\\\n]|\\.)*"|\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*/g,
  yaml: /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\n]|'')*'|(?<!\S)#[^\n]*/g,
};

const beginnings = { xml: '<!--', json: '/', yaml: '#' };

function syntaxOf(text: string): keyof typeof pieces {
  if (/^\s*</.test(text)) return 'xml';
  return /^\s*(?:\{|\/[/*])/.test(text) ? 'json' : 'yaml';
}

/** What a comment begins and ends with: in XML, in Log4j2's JSON, which takes Java's, and in YAML. */
export function commentSyntax(text: string): readonly [string, string] {
  const marks = { xml: ['<!-- ', ' -->'], json: ['// ', ''], yaml: ['# ', ''] } as const;
  return marks[syntaxOf(text)];
}

/** The comments of a text, in its order. */
export function findComments(text: string): readonly Span[] {
  const syntax = syntaxOf(text);
  return spansOf(text, pieces[syntax]).filter(({ start }) => text.startsWith(beginnings[syntax], start));
}

/** The start of the line on which what holds an offset begins: a tag of XML may go over several lines, and nothing stands inside of it. */
export function firstLineOf(text: string, offset: number): number {
  let start = lineStart(text, offset);
  if (syntaxOf(text) !== 'xml') return start;
  for (const { start: from, end } of spansOf(text, pieces.xml).reverse()) if (from < start && start < end) start = lineStart(text, from);
  return start;
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length }));
}

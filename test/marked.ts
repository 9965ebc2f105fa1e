/** Example text with marks: `«…»` a range, `¦` the cursor, `␠` a trailing blank, `⇥` a tab. */
export interface Marked {
  readonly text: string;
  readonly ranges: readonly { readonly start: { line: number; character: number }; readonly end: { line: number; character: number } }[];
  readonly cursor?: { readonly line: number; readonly character: number };
}

/** Takes the marks out of an example and says where they stood. */
export function marked(source: string): Marked {
  const ranges: { start: { line: number; character: number }; end: { line: number; character: number } }[] = [];
  const open: { line: number; character: number }[] = [];
  let cursor: { line: number; character: number } | undefined;
  let text = '';
  let line = 0;
  let lineStart = 0;
  for (const character of source) {
    const here = { line, character: text.length - lineStart };
    if (character === '«') open.push(here);
    else if (character === '»') ranges.push({ start: open.pop() ?? here, end: here });
    else if (character === '¦') cursor = here;
    else {
      text += character === '␠' ? ' ' : character === '⇥' ? '\t' : character;
      if (character === '\n') {
        line += 1;
        lineStart = text.length;
      }
    }
  }
  return cursor === undefined ? { text, ranges } : { text, ranges, cursor };
}

/** The same text without its marks. */
export function plain(source: string): string {
  return marked(source).text;
}

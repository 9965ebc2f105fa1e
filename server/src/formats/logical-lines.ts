import type { Block } from '../text/block.ts';

/** Lines that end in a backslash go on in the next one. `skip` names lines that stand between without being part of it: comments. */
export function logicalLines(lines: readonly string[], goesOn: (text: string) => boolean): readonly Block[] {
  const blocks: Block[] = [];
  for (let first = 0; first < lines.length; ) {
    let last = first;
    while (last < lines.length - 1 && continues(lines[last] ?? '')) last += 1;
    let text = lines.slice(first, last + 1).join('\n');
    // A quote that is still open, within reason.
    while (last < lines.length - 1 && last - first < 40 && goesOn(text)) {
      last += 1;
      text += `\n${lines[last]}`;
    }
    blocks.push({ line: first, indent: 0, text });
    first = last + 1;
  }
  return blocks;
}

function continues(line: string): boolean {
  let count = 0;
  while (line[line.length - 1 - count] === '\\') count += 1;
  return count % 2 === 1 && !/^\s*#/.test(line);
}

import { offsetIn } from '../text/block.ts';
import type { Document } from './document.ts';

/** A part of one line: zero-based, UTF-16 units. */
export interface Stretch {
  readonly line: number;
  readonly character: number;
  readonly length: number;
}

/**
 * What belongs to values although editors colour it as a comment, in a range of lines (both inclusive): their grammar lets a comment begin at any
 * `#` or `;`, Java only at the beginning of a line.
 */
export function valueTails(document: Document, first: number, last: number): readonly Stretch[] {
  if (document.format.id !== 'properties' || document.placement.configs.length === 0) return [];
  const tails: Stretch[] = [];
  for (let line = first; line <= Math.min(last, document.lines.length - 1); line += 1) {
    const tail = tailAt(document, line);
    if (tail !== undefined) tails.push(tail);
  }
  return tails;
}

function tailAt(document: Document, line: number): Stretch | undefined {
  const entry = document.tree.entryAt(line);
  const start = entry && offsetIn(entry.block, { line, character: 0 });
  if (entry === undefined || start === undefined) return undefined;
  const { text } = entry.block;
  const lineEnd = text.indexOf('\n', start);
  const end = lineEnd === -1 ? text.length : lineEnd;
  const from = Math.max(start, entry.valueStart);
  const at = text.slice(from, end).search(/[#;]/);
  return at === -1 ? undefined : { line, character: from + at - start, length: end - from - at };
}

/**
 * A piece of a document that is read, and read again, as one. Everything inside is located by offsets into `text`,
 * so an edit elsewhere moves a block by changing one number.
 */
export interface Block {
  /** First line in the document, zero-based. The one thing an edit above changes. */
  line: number;
  /** UTF-16 units between the start of a document line and the start of this text's lines (embedded texts); 0 in a plain file. */
  readonly indent: number;
  /** The lines of the block joined by `\n`, without the last line's end. */
  readonly text: string;
  /** Where the text stands within another block, when it is written there with escapes. */
  readonly host?: Host;
}

/** A block whose text holds that of another, character by character. */
export interface Host {
  readonly block: Block;
  /** Where each character begins in the host's text; the last is where all of it ends. */
  readonly offsets: readonly number[];
}

/** A range of a block's text: `start` inclusive, `end` exclusive, UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in the document: zero-based line and UTF-16 character, as LSP counts. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Where an offset of a block lies in the document. */
export function placeOf(block: Block, offset: number): Place {
  if (block.host !== undefined) return placeOf(block.host.block, block.host.offsets[offset] ?? block.host.offsets.at(-1) ?? 0);
  let line = block.line;
  let lineStart = 0;
  for (let at = block.text.indexOf('\n'); at !== -1 && at < offset; at = block.text.indexOf('\n', at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, character: offset - lineStart + block.indent };
}

/** The offset in a block's text of a place in the document, or undefined where the place is outside the block. */
export function offsetIn(block: Block, place: Place): number | undefined {
  if (block.host !== undefined) return offsetWithin(block.host, place);
  const start = startOfLine(block.text, place.line - block.line);
  if (start === undefined || place.line < block.line || place.character < block.indent) return undefined;
  const end = block.text.indexOf('\n', start);
  const offset = start + place.character - block.indent;
  return offset <= (end === -1 ? block.text.length : end) ? offset : undefined;
}

/** Where a line of a text begins, counted from 0; undefined where it has no such line, however far behind it is. */
export function startOfLine(text: string, line: number): number | undefined {
  let start = 0;
  for (let skip = line; skip > 0; skip -= 1) {
    const next = text.indexOf('\n', start);
    if (next === -1) return undefined;
    start = next + 1;
  }
  return start;
}

function offsetWithin({ block, offsets }: Host, place: Place): number | undefined {
  const at = offsetIn(block, place);
  if (at === undefined || at < (offsets[0] ?? 0) || at > (offsets.at(-1) ?? 0)) return undefined;
  return offsets.findLastIndex((offset) => offset <= at);
}

/** How many document lines the block covers, at least 1. */
export function lineCount(block: Block): number {
  let count = 1;
  for (let at = block.text.indexOf('\n'); at !== -1; at = block.text.indexOf('\n', at + 1)) count += 1;
  return count;
}

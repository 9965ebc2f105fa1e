import { type Block, type Place, placeOf } from './block.ts';

/** Replace `[start, end)` of a block's text. Line ends in `text` are `\n`; whoever applies it adds the block's indent and the file's own line ends. */
export interface Edit {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Take the document lines of the range away altogether, with one line end. */
  readonly wholeLines?: true;
}

/** An edit in document coordinates. */
export interface PlacedEdit {
  readonly start: Place;
  readonly end: Place;
  readonly text: string;
}

/** Turns block edits into document edits in document order; `eol` is the document's line end. */
export function placeEdits(edits: readonly Edit[], eol: string): PlacedEdit[] {
  return edits.map((edit) => placeEdit(edit, eol)).sort((a, b) => comparePlaces(a.start, b.start) || comparePlaces(a.end, b.end));
}

/** True where two edits in document order touch the same text. Two insertions at one place do not overlap. */
export function overlaps(a: PlacedEdit, b: PlacedEdit): boolean {
  const [first, second] = comparePlaces(a.start, b.start) <= 0 ? [a, b] : [b, a];
  return comparePlaces(first.end, second.start) > 0;
}

/** Applies edits (document order, not overlapping) to a text given as lines without their ends. */
export function applyEdits(lines: readonly string[], edits: readonly PlacedEdit[], eol: string): string {
  let out = '';
  let line = 0;
  let character = 0;
  const copyTo = (place: Place): void => {
    while (line < place.line) {
      out += (lines[line] ?? '').slice(character) + eol;
      line += 1;
      character = 0;
    }
    out += (lines[line] ?? '').slice(character, place.character);
    character = place.character;
  };
  for (const edit of edits) {
    copyTo(edit.start);
    out += edit.text;
    line = edit.end.line;
    character = edit.end.character;
  }
  const last = Math.max(lines.length - 1, 0);
  copyTo({ line: last, character: (lines[last] ?? '').length });
  return out;
}

/** Document order: negative, zero or positive. */
export function comparePlaces(a: Place, b: Place): number {
  return a.line - b.line || a.character - b.character;
}

function placeEdit(edit: Edit, eol: string): PlacedEdit {
  if (edit.wholeLines) return wholeLines(edit);
  const text = edit.text.replaceAll('\n', eol + ' '.repeat(edit.block.indent));
  return { start: placeOf(edit.block, edit.start), end: placeOf(edit.block, edit.end), text };
}

/** From the start of the first line to the start of the line behind the last; a last line of the document keeps its (empty) place. */
function wholeLines(edit: Edit): PlacedEdit {
  const last = placeOf(edit.block, edit.end).line;
  return { start: { line: placeOf(edit.block, edit.start).line, character: 0 }, end: { line: last + 1, character: 0 }, text: '' };
}

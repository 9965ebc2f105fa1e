import type { Change, Entry, Format, Tree, Writer } from '../../server/src/formats/format.ts';
import type { Place } from '../../server/src/text/block.ts';
import { overlaps, type PlacedEdit, placeEdits } from '../../server/src/text/edit.ts';
import { splitLines } from '../../server/src/text/lines.ts';

/** Where each line of a text begins, whatever line ends it has. */
function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (end) => end.index + end[0].length)];
}

/** The offset of a place, as editors find it: what is behind a line's end is its end. */
function offsetAt(text: string, { line, character }: Place): number {
  const starts = lineStarts(text);
  return line >= starts.length ? text.length : (starts[line] ?? 0) + character;
}

/** A text after edits, applied as an editor does: every byte outside of them stays. */
export function edited(text: string, edits: readonly PlacedEdit[]): string {
  edits.forEach((edit, i) => {
    const next = edits[i + 1];
    if (next !== undefined && overlaps(edit, next)) throw new Error(`edits touch one another: ${JSON.stringify([edit, next])}`);
  });
  return edits.reduceRight(
    (now, { start, end, text: fresh }) => now.slice(0, offsetAt(text, start)) + fresh + now.slice(offsetAt(text, end)),
    text,
  );
}

/** Who writes a change. */
function writerOf(change: Change, format: Format): Writer {
  return (change.kind === 'add' ? change.after : change.entry).format ?? format;
}

/** A text after changes that are made together; undefined where the format cannot write them. */
export function withChanges(format: Format, text: string, wanted: (tree: Tree) => readonly Change[]): string | undefined {
  const { lines, eol } = splitLines(text);
  const changes = wanted(format.parse(lines));
  const edits = [...new Set(changes.map((change) => writerOf(change, format)))].map((writer) => {
    const own = changes.filter((change) => writerOf(change, format) === writer);
    if (writer.writeAll !== undefined) return writer.writeAll(own);
    const written = own.map((change) => writer.write(change));
    return written.includes(undefined) ? undefined : written.flatMap((edit) => edit ?? []);
  });
  if (edits.includes(undefined)) return undefined;
  return edited(
    text,
    placeEdits(
      edits.flatMap((edit) => edit ?? []),
      eol,
    ),
  );
}

/** The offset of an entry's key in its text. */
export function keyOffset(text: string, entry: Entry, placeOf: (block: Entry['block'], offset: number) => Place): number {
  return offsetAt(text, placeOf(entry.block, entry.keyStart));
}

/** Where the text grew, if nothing but an insertion made it what it is: the offsets at which it may stand. */
export function insertedAt(before: string, after: string): { readonly from: number; readonly to: number } | undefined {
  let head = 0;
  while (head < before.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < before.length && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return head + tail < before.length ? undefined : { from: before.length - tail, to: head };
}

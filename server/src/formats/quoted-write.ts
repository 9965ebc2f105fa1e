import type { Block, Host } from '../text/block.ts';
import type { Edit } from '../text/edit.ts';
import type { Change, Writer } from './format.ts';
import { encodeQuoted, type Quoting } from './quoted.ts';
import { joinRanges } from './ranges.ts';

/** A logical line of a property text between quotes. */
interface QuotedLine extends Block {
  readonly host: Host & { readonly quoting: Quoting };
  /** Where the line before it ends and the line behind it begins, in the host's text. */
  readonly before: number | undefined;
  readonly behind: number | undefined;
}

/** Writes between quotes what a format writes. */
export function quotedWriter({ id, comments, write }: Writer, quoting: Quoting): Writer {
  const writeAll = (changes: readonly Change[]): readonly Edit[] | undefined => {
    const written = changes.map((change) => write(change));
    if (written.includes(undefined)) return undefined;
    const edits = written.flatMap((own) => own ?? []);
    const gone = edits.flatMap((edit) => (edit.wholeLines ? (edit.block as QuotedLine) : []));
    const others = edits.filter((edit) => !edit.wholeLines).map((edit) => inHost(edit, quoting));
    return others.some((edit) => edit === undefined) ? undefined : [...others.flatMap((edit) => edit ?? []), ...withoutLines(gone)];
  };
  return { id, comments, write: (change) => writeAll([change]), writeAll };
}

/** Takes lines away, each with the line end behind it; those at the text's end with the line end before them. */
function withoutLines(gone: readonly QuotedLine[]): readonly Edit[] {
  const ranges = gone.map(({ host: { offsets }, behind }) => ({ start: offsets[0] ?? 0, end: behind ?? offsets.at(-1) ?? 0 }));
  const block = gone[0]?.host.block;
  if (block === undefined) return [];
  return joinRanges(ranges).map(({ start, end }) => {
    const atEnd = gone.some(({ host, behind }) => behind === undefined && host.offsets.at(-1) === end);
    const before = atEnd ? gone.find(({ host }) => host.offsets[0] === start)?.before : undefined;
    return { block, start: before ?? start, end, text: '' };
  });
}

/** What a folded text's lines begin with: deeper than the key that it is the value of, or as they do. */
function indentIn(text: string, start: number): string {
  const first = text.slice(text.lastIndexOf('\n', start) + 1);
  return /\n([ \t]*)\S/.exec(text)?.[1] ?? `${(/^[ \t]*(?:- +)*/.exec(first)?.[0] ?? '').replaceAll('-', ' ')}  `;
}

function inHost(edit: Edit, quoting: Quoting): Edit | undefined {
  const { host } = edit.block as QuotedLine;
  const { block, offsets } = host;
  const last = offsets.at(-1) ?? 0;
  const text = encodeQuoted(edit.text, quoting, indentIn(block.text, offsets[0] ?? 0));
  return text === undefined ? undefined : { block, start: offsets[edit.start] ?? last, end: offsets[edit.end] ?? last, text };
}

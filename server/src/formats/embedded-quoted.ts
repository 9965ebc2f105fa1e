import { type Block, type Host, placeOf } from '../text/block.ts';
import type { Edit } from '../text/edit.ts';
import { type Embedded, isPropertyText } from './embedded.ts';
import type { Change, Directive, Entry, Writer } from './format.ts';
import { parseProperties, properties } from './properties.ts';
import { decodeQuoted, encodeQuoted, type Quoting } from './quoted.ts';

/** A logical line of a property text between quotes. */
interface QuotedLine extends Block {
  readonly host: Host & { readonly quoting: Quoting };
  /** Where the line before it ends and the line behind it begins, in the host's text. */
  readonly before: number | undefined;
  readonly behind: number | undefined;
}

/** Whether a quoted scalar holds a property text: by the name it has, or by its several lines. */
export function holdsProperties({ key, value, style, kind }: Entry): boolean {
  return style === 'quoted' && kind === 'string' && isQuotedText(key, value);
}

function isQuotedText(key: string, value: string): boolean {
  if (value.includes('\n')) return isPropertyText(key, value.split('\n'));
  return /\.(?:properties|props)$/i.test(key) && /^[ \t]*[\w.-]+[ \t]*[=:]/.test(value);
}

/** Makes the property text of a quoted scalar of `block`; it is read when first asked for, and again with its block. */
export function embedQuoted(owner: Entry & { children?: readonly Entry[] }, block: Block, quoting: Quoting): Embedded {
  let lines: readonly Line[] | undefined;
  const read = (): readonly Line[] => {
    lines ??= readLines(owner, block, quoting);
    return lines;
  };
  const entries = (): readonly Entry[] => read().flatMap(({ entry }) => entry ?? []);
  Object.defineProperty(owner, 'children', { get: entries, enumerable: true });
  return {
    owner,
    entries,
    directives: () => (owner.value.includes('kafka-config:') ? read().flatMap(({ directive }) => directive ?? []) : []),
    entryAt: (line, character = 0) => entries().find((entry) => holds(entry, line, character)),
    update: () => undefined,
    move: (by) => {
      for (const { block: own } of lines ?? []) own.line += by;
    },
  };
}

interface Line {
  readonly block: { line: number } & Block;
  readonly entry: Entry | undefined;
  readonly directive: Directive | undefined;
}

function readLines(owner: Entry, block: Block, quoting: Quoting): readonly Line[] {
  const { text, offsets } = decodeQuoted(block.text, owner.valueStart, owner.valueEnd, quoting);
  const tree = parseProperties(text.split('\n'));
  const format = writerFor(quoting);
  let at = 0;
  const lines = tree.lines.map((own) => {
    const end = at + own.text.length;
    const host = { block, offsets: offsets.slice(at, end + 1), quoting };
    const line = placeOf(block, offsets[at] ?? owner.valueStart).line;
    Object.assign(own, {
      line,
      host,
      before: at === 0 ? undefined : offsets[at - 1],
      behind: end < text.length ? offsets[end + 1] : undefined,
    });
    at = end + 1;
    if (own.entry !== undefined) Object.assign(own.entry, { parent: owner, format });
    return own;
  });
  return lines.map((own, i) => {
    const directive = tree.directives.find((one) => one.block === own);
    const next = lines.slice(i + 1).find(({ entry }) => entry !== undefined)?.entry;
    const about = directive && { ...directive, within: owner, covers: (entry: Entry) => entry === next };
    return { block: own, entry: own.entry, directive: about };
  });
}

function holds({ block }: Entry, line: number, character: number): boolean {
  const [start, end] = [placeOf(block, 0), placeOf(block, block.text.length)];
  if (line < start.line || line > end.line) return false;
  return (line > start.line || character >= start.character) && (line < end.line || character <= end.character);
}

/** Writes properties between quotes. */
function writerFor(quoting: Quoting): Writer {
  return {
    id: 'properties',
    comments: true,
    write: (change: Change) => {
      const edits = properties.write(change)?.map((edit) => inHost(edit, quoting));
      return edits?.some((edit) => edit === undefined) ? undefined : edits?.filter((edit) => edit !== undefined);
    },
  };
}

function inHost(edit: Edit, quoting: Quoting): Edit | undefined {
  const { host, before, behind } = edit.block as QuotedLine;
  const { block, offsets } = host;
  const [first = 0, last = 0] = [offsets[0], offsets.at(-1)];
  if (edit.wholeLines === true) {
    if (behind !== undefined) return { block, start: first, end: behind, text: '' };
    return { block, start: before ?? first, end: last, text: '' };
  }
  const indent = /\n([ \t]*)\S/.exec(block.text)?.[1] ?? '  ';
  const text = encodeQuoted(edit.text, quoting, indent);
  return text === undefined ? undefined : { block, start: offsets[edit.start] ?? last, end: offsets[edit.end] ?? last, text };
}

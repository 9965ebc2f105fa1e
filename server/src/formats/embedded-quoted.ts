import { type Block, placeOf } from '../text/block.ts';
import { type Embedded, embeddedKind, type TextKind } from './embedded.ts';
import type { Directive, Entry } from './format.ts';
import { holdTree } from './inner-tree.ts';
import { parseProperties, properties } from './properties.ts';
import { decodeQuoted, type Quoting } from './quoted.ts';
import { quotedWriter } from './quoted-write.ts';
import { whole, wholeDirectives, wholeEntry } from './whole.ts';

/** The text that a quoted scalar of `block` holds; undefined = nothing that is read. */
export function embedQuoted(owner: Entry & { children?: readonly Entry[] }, block: Block, quoting: Quoting): Embedded | undefined {
  switch (kindIn(owner)) {
    case 'properties':
      return embedProperties(owner, block, quoting);
    case 'whole':
      return embedWhole(owner, block, quoting);
    default:
      return undefined;
  }
}

/** By the name that the scalar has, or by its lines. */
function kindIn({ key, value, style, kind }: Entry): TextKind | undefined {
  if (style !== 'quoted' || kind !== 'string') return undefined;
  if (value.includes('\n')) return embeddedKind(key, value.split('\n'));
  if (/^\s*[<{]/.test(value)) return embeddedKind(key, [value]) === 'whole' ? 'whole' : undefined;
  return /\.(?:properties|props)$/i.test(key) && /^[ \t]*[\w.-]+[ \t]*[=:]/.test(value) ? 'properties' : undefined;
}

/** One entry that is the whole text; it is read when first asked for, and again with its block. */
function embedWhole(owner: Entry & { children?: readonly Entry[] }, block: Block, quoting: Quoting): Embedded {
  let found: Entry | undefined;
  const entry = (): Entry => {
    found ??= readWhole(owner, block, quoting);
    return found;
  };
  Object.defineProperty(owner, 'children', { get: () => [entry()], enumerable: true });
  return {
    owner,
    entries: () => [entry()],
    directives: () =>
      owner.value.includes('kafka-config:') ? wholeDirectives(entry().block).map((directive) => ({ ...directive, within: owner })) : [],
    entryAt: (line, character = 0) => (holds(entry(), line, character) ? entry() : undefined),
    update: () => undefined,
    move: (by) => {
      if (found !== undefined) found.block.line += by;
    },
  };
}

function readWhole(owner: Entry, block: Block, quoting: Quoting): Entry {
  const { text, offsets } = decodeQuoted(block.text, owner.valueStart, owner.valueEnd, quoting);
  const host = { block, offsets, quoting };
  const { line } = placeOf(block, owner.valueStart);
  return { ...wholeEntry({ line, indent: 0, text, host }), parent: owner, format: quotedWriter(whole, quoting) };
}

/** Makes the property text of a quoted scalar of `block`; it is read when first asked for, and again with its block. */
function embedProperties(owner: Entry & { children?: readonly Entry[] }, block: Block, quoting: Quoting): Embedded {
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
  const format = quotedWriter(properties, quoting);
  holdTree(owner, () => tree);
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

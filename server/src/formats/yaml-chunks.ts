import { startOfLine } from '../text/block.ts';
import { indexOfChunk } from './chunks.ts';
import { readDirective } from './directive.ts';
import type { Embedded } from './embedded.ts';
import { type Directive, type Entry, holdsText } from './format.ts';
import type { YamlChunk } from './yaml-node.ts';
import { pairOf } from './yaml-pairs.ts';

/** What the comments of some chunks tell this product, and those of the texts that they hold. */
export function directivesOf(chunks: readonly YamlChunk[]): readonly Directive[] {
  return chunks.flatMap((chunk) =>
    isDirective(chunk) ? (readDirective(chunk) ?? []) : textsOf(chunk).flatMap((text) => text.directives()),
  );
}

/** The texts of other formats that a chunk holds. */
export function textsOf({ embedded, quoted }: YamlChunk): readonly Embedded[] {
  return embedded === undefined ? quoted : [embedded];
}

/** Whether a chunk is a comment for this product. */
export function isDirective(chunk: YamlChunk): boolean {
  return chunk.kind === 'blank' && chunk.text.includes('kafka-config:');
}

/** The entries of a chunk, those between braces and of the texts that it holds among them. */
export function* entriesOf(chunk: YamlChunk): Iterable<Entry> {
  for (const { entry } of chunk.nodes) yield* withInner(entry, chunk);
}

function* withInner(entry: Entry, chunk: YamlChunk): Iterable<Entry> {
  yield entry;
  if (entry.pair !== undefined) yield entry.pair;
  const text = textsOf(chunk).find(({ owner }) => owner === entry);
  if (text !== undefined) yield* text.entries();
  else
    for (const child of entry.children ?? [])
      if (child.block === chunk && (child as { inFlow?: boolean }).inFlow) yield* withInner(child, chunk);
}

/** The innermost entry whose chunk covers the line; where one line holds several, the one at the character. */
export function entryAt(chunks: readonly YamlChunk[], line: number, character?: number): Entry | undefined {
  const chunk = chunks[indexOfChunk(chunks, line)];
  if (chunk === undefined) return undefined;
  if (chunk.embedded !== undefined && line > chunk.line) return chunk.embedded.entryAt(line, character);
  for (const text of chunk.quoted) {
    const inner = text.entryAt(line, character);
    if (inner !== undefined) return inner;
  }
  const last = chunk.bare ? undefined : chunk.nodes.at(-1)?.entry;
  if (chunk.bare)
    return innermost(
      chunk.nodes.map(({ entry }) => entry),
      chunk,
      line,
      character ?? 0,
    );
  if (last === undefined || last.children === undefined || holdsText(last)) return last === undefined ? undefined : (pairOf(last) ?? last);
  return character === undefined ? last : (innermost([last], chunk, line, character) ?? last);
}

/** Of what stands between braces, the member whose key or value holds the place. */
function innermost(entries: readonly Entry[], chunk: YamlChunk, line: number, character: number): Entry | undefined {
  const start = startOfLine(chunk.text, line - chunk.line);
  if (start === undefined) return undefined;
  const offset = start + character;
  let found: Entry | undefined;
  for (let inner: readonly Entry[] | undefined = entries; inner !== undefined; inner = found.children) {
    const holder: Entry | undefined = inner.find((child) => child.block === chunk && child.keyStart <= offset && offset <= child.valueEnd);
    if (holder === undefined) break;
    found = holder;
  }
  return found === undefined ? undefined : (pairOf(found) ?? found);
}

/** A chunk moves by some lines, and with it what it holds. */
export function shift(chunk: YamlChunk, by: number): void {
  chunk.line += by;
  if (by === 0) return;
  for (const text of textsOf(chunk)) text.move(by);
}

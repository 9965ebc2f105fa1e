import { type Place, placeOf } from '../text/block.ts';
import { comparePlaces } from '../text/edit.ts';
import type { LineEdit } from '../text/lines.ts';
import { indexOfChunk, readChunks, rereadChunks } from './chunks.ts';
import type { Delta, Directive, Entry, Format, Tree } from './format.ts';
import { moveTerraformChunk, readTerraformChunk, type TerraformChunk, updateText, withMembers } from './terraform-chunk.ts';
import { holdsLine } from './terraform-heredoc.ts';

/**
 * HCL, as far as Kafka's properties stand in it: the here-documents, texts and maps of resources and modules. An entry for each, by
 * its type or `module`, its attributes within; of these the here-documents hold property lines, others their plain text.
 */
export const terraform: Format = {
  id: 'terraform',
  comments: true,
  parse: parseTerraform,
  update: (tree, lines, edit) => updateTerraform(tree as TerraformTree, lines, edit),
  // Only what stands in texts and maps is changed, and their entries bring the format that writes them.
  write: () => undefined,
};

interface TerraformTree extends Tree {
  readonly chunks: TerraformChunk[];
  documents: readonly (readonly Entry[])[];
  directives: readonly Directive[];
}

function parseTerraform(lines: readonly string[]): TerraformTree {
  const chunks = readChunks(lines, readTerraformChunk);
  return {
    format: terraform,
    chunks,
    documents: documentsOf(chunks),
    *entries(): Iterable<Entry> {
      for (const chunk of chunks) yield* entriesOf(chunk);
    },
    directives: chunks.flatMap(({ directives }) => directives),
    problems: [],
    entryAt: (line, character = 0) => entryAt(chunks[indexOfChunk(chunks, line)], line, character),
  };
}

function documentsOf(chunks: readonly TerraformChunk[]): readonly (readonly Entry[])[] {
  return [chunks.flatMap(({ resource }) => resource ?? [])];
}

function* entriesOf({ resource, texts }: TerraformChunk): Iterable<Entry> {
  if (resource !== undefined) yield* withMembers(resource);
  for (const { tree } of texts.heredocs) yield* tree.entries();
}

/** A block is read again as a whole, but for the texts in it: what it holds are other entries then. */
function updateTerraform(tree: TerraformTree, lines: readonly string[], edit: LineEdit): Delta {
  const inner = updateInner(tree, lines, edit);
  if (inner !== undefined) return inner;
  const { removed, added } = rereadChunks(tree.chunks, lines, edit, readTerraformChunk, moveTerraformChunk);
  const changed = [...removed, ...added];
  const blocks = changed.flatMap(({ resource }) => resource ?? []);
  if (blocks.length > 0) tree.documents = documentsOf(tree.chunks);
  const directives = changed.some((chunk) => chunk.directives.length > 0);
  if (directives) tree.directives = tree.chunks.flatMap((chunk) => chunk.directives);
  return {
    removed: removed.flatMap((chunk) => [...entriesOf(chunk)]),
    added: added.flatMap((chunk) => [...entriesOf(chunk)]),
    directives,
    ...(blocks.length > 0 && { moved: blocks }),
  };
}

function updateInner(tree: TerraformTree, lines: readonly string[], edit: LineEdit): Delta | undefined {
  const { chunks } = tree;
  const index = indexOfChunk(chunks, edit.first);
  const chunk = chunks[index];
  const delta = chunk && updateText(chunk, lines, edit);
  const by = edit.added - edit.removed;
  if (delta !== undefined && by !== 0) for (const below of chunks.slice(index + 1)) moveTerraformChunk(below, by);
  if (delta?.directives) tree.directives = chunks.flatMap(({ directives }) => directives);
  return delta;
}

function entryAt(chunk: TerraformChunk | undefined, line: number, character: number): Entry | undefined {
  if (chunk?.resource === undefined) return undefined;
  const inText = chunk.texts.heredocs.find((heredoc) => holdsLine(heredoc, line));
  return inText?.tree.entryAt(line) ?? memberAt(chunk.resource, line, character);
}

/** The member of a map, or of a text between quotes, that stands at a place. */
function memberAt({ children = [] }: Entry, line: number, character: number): Entry | undefined {
  const members = children.flatMap((one) => [...withMembers(one)].slice(1));
  const onLine = members
    .filter(({ kind }) => kind !== 'map')
    .filter(({ block }) => placeOf(block, 0).line <= line && line <= placeOf(block, block.text.length).line);
  return onLine.find(({ block, keyStart, valueEnd }) => isBetween(placeOf(block, keyStart), { line, character }, placeOf(block, valueEnd)));
}

function isBetween(start: Place, at: Place, end: Place): boolean {
  return comparePlaces(start, at) <= 0 && comparePlaces(at, end) <= 0;
}

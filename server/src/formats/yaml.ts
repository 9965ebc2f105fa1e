import type { LineEdit } from '../text/lines.ts';
import { indexOfChunk, readChunks, rereadChunks } from './chunks.ts';
import { bringsCue, hasCue, losesCue } from './cues.ts';
import type { Delta, Directive, Entry, Format, Problem, Tree } from './format.ts';
import { json } from './json.ts';
import { isJson, staysJson } from './json-in-yaml.ts';
import { readYamlChunk } from './yaml-chunk.ts';
import { directivesOf, entriesOf, entryAt, isDirective, shift, textsOf } from './yaml-chunks.ts';
import { link, linkWithin, pairsAround, replaceInPlace } from './yaml-link.ts';
import { linkBetweenKeys } from './yaml-link-rows.ts';
import type { YamlChunk } from './yaml-node.ts';
import { writeAllYaml, writeYaml } from './yaml-write.ts';

/** A YAML file as its logical lines, with the entries that they make put into one another. */
interface YamlTree extends Tree {
  readonly chunks: YamlChunk[];
  documents: readonly (readonly Entry[])[];
  directives: readonly Directive[];
}

/** YAML 1.2 as far as configuration uses it; what cannot be understood is passed over. */
export const yaml: Format = {
  id: 'yaml',
  comments: true,
  parse: (lines) => (isJson(lines) ? json.parse(lines) : parseYaml(lines)),
  update: (tree, lines, edit) => {
    if (tree.format === json) return staysJson(lines, edit) ? json.update(tree, lines, edit) : undefined;
    return isJson(lines) ? undefined : updateYaml(tree as YamlTree, lines, edit);
  },
  write: writeYaml,
  writeAll: writeAllYaml,
};

function parseYaml(lines: readonly string[]): YamlTree {
  const chunks = hasCue(lines) ? readChunks(lines, readYamlChunk) : [];
  const { documents = [] } = link(chunks, new Set(chunks));
  const tree: YamlTree = {
    format: yaml,
    chunks,
    documents,
    directives: [],
    problems: [] as readonly Problem[],
    *entries(): Iterable<Entry> {
      for (const chunk of chunks) yield* entriesOf(chunk);
    },
    entryAt: (line, character) => entryAt(chunks, line, character),
  };
  refreshDirectives(tree);
  return tree;
}

function refreshDirectives(tree: YamlTree): void {
  tree.directives = directivesOf(tree.chunks);
}

function updateYaml(tree: YamlTree, lines: readonly string[], edit: LineEdit): Delta | undefined {
  const { chunks } = tree;
  if (chunks.length === 0) return bringsCue(lines, edit) ? undefined : { removed: [], added: [], directives: false };
  const inner = updateInner(chunks, lines, edit);
  if (inner === 'foreign') return undefined;
  if (inner !== undefined) {
    if (inner.directives) refreshDirectives(tree);
    return inner;
  }
  const changed = rereadChunks(chunks, lines, edit, readYamlChunk, shift);
  const { removed, added } = changed;
  if (losesCue(lines, edit, removed)) return undefined;
  const links = replaceInPlace(removed, added, tree.documents)
    ? unchanged
    : (linkWithin(chunks, changed) ?? linkBetweenKeys(chunks, changed, tree.documents) ?? link(chunks, new Set(added)));
  tree.documents = links.documents ?? tree.documents;
  const around = pairsAround(edit.added === edit.removed ? undefined : entryAbove(chunks, changed.at));
  const directives = [...removed, ...added].some(
    (chunk) => isDirective(chunk) || textsOf(chunk).some((text) => text.directives().length > 0),
  );
  if (directives) refreshDirectives(tree);
  return {
    removed: [...removed.flatMap((chunk) => [...entriesOf(chunk)]), ...links.removed, ...around.removed],
    added: [...new Set([...added.flatMap((chunk) => [...entriesOf(chunk)]), ...links.added, ...around.added])],
    directives,
    ...((links.moved.length > 0 || [...removed, ...added].some(({ kind }) => kind === 'marker')) && { moved: links.moved }),
  };
}

function entryAbove(chunks: readonly YamlChunk[], index: number): Entry | undefined {
  let at = index - 1;
  while (at >= 0 && chunks[at]?.nodes.length === 0) at -= 1;
  return chunks[at]?.nodes.at(-1)?.entry;
}

const unchanged = { documents: undefined, removed: [], added: [], moved: [] } as const;

/** An edit inside an embedded text leaves everything else as it is, unless it takes out what makes the file ours. */
function updateInner(chunks: readonly YamlChunk[], lines: readonly string[], edit: LineEdit): Delta | 'foreign' | undefined {
  const index = indexOfChunk(chunks, edit.first);
  const chunk = chunks[index];
  const by = edit.added - edit.removed;
  if (chunk?.embedded === undefined || (by !== 0 && isWithinPair(chunk.embedded.owner))) return undefined;
  const delta = chunk.embedded.update(lines, edit);
  if (delta === undefined) return undefined;
  const gone = chunk.replaceLines(edit.first - chunk.line, edit.removed, lines.slice(edit.first, edit.first + edit.added));
  if (by !== 0) for (let i = index + 1; i < chunks.length; i += 1) shift(chunks[i] as YamlChunk, by);
  const texts = gone.map((text) => ({ text }));
  return losesCue(lines, edit, texts) ? 'foreign' : delta;
}

/** The parts of a pair are so many lines apart. */
function isWithinPair(entry: Entry): boolean {
  for (let at = entry.parent; at !== undefined; at = at.parent) if (at.pair !== undefined) return true;
  return false;
}

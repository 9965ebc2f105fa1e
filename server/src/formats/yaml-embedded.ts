import { type ReadChunk, readChunks } from './chunks.ts';
import type { Embedded } from './embedded.ts';
import type { Directive, Entry } from './format.ts';
import { holdTree, type InnerTree } from './inner-tree.ts';
import { directivesOf, entriesOf, entryAt, shift } from './yaml-chunks.ts';
import { indentOf, isMarker } from './yaml-lines.ts';
import { link } from './yaml-link.ts';
import { YamlChunk } from './yaml-node.ts';

const yamlNames = /\.ya?ml$/i;
const log4j2Names = /log4j2[^/]*$/i;
const otherNames = /\.[a-z]\w{1,9}$/i;
const concernsKafka = /kafka|bootstrap[.-]?servers/i;
/** The first key of a framework's file. */
const framework = /^(?:spring|quarkus|micronaut|mp|kafka)(?:\.[\w.-]+)?[ \t]*:/;

/** Whether a block scalar holds YAML that may be a program's configuration with Kafka's in it: by the name it has, else by its first keys. */
function isYamlText(name: string, lines: readonly string[]): boolean {
  if (log4j2Names.test(name) || !lines.some((line) => concernsKafka.test(line))) return false;
  return yamlNames.test(name) || (!otherNames.test(name) && lines.some((line) => framework.test(line.trimStart())));
}

/**
 * The YAML that the last entry of a chunk holds in a block scalar, if it does. It is read where it stands: its lines keep their
 * columns, so that what is written into it is indented as it is.
 */
export function embedYaml(chunk: YamlChunk, read: ReadChunk<YamlChunk>): Embedded | undefined {
  const owner = chunk.nodes.at(-1)?.entry;
  if (owner?.style !== 'block' || chunk.embedded !== undefined || chunk.count < 2) return undefined;
  const [head = '', ...content] = chunk.text.split('\n');
  if (!/\|[-+]?[ \t]*(?:#.*)?$/.test(head) || !isYamlText(owner.key, content)) return undefined;
  const indent = indentOf(content.find((line) => line.trim() !== '') ?? '');
  let reading: Reading | undefined;
  const tree = (): Reading => {
    reading ??= readText(owner, chunk, content, indent, read);
    return reading;
  };
  Object.defineProperty(owner, 'children', { get: () => tree().documents?.flat(), enumerable: true });
  holdTree(owner, tree);
  return {
    owner,
    entries: () => tree().entries(),
    directives: () => (content.some((line) => line.includes('kafka-config:')) ? directivesIn(owner, tree().chunks) : []),
    entryAt: (line, character) => tree().entryAt(line, character),
    // The text is short: it is read again with the block around it.
    update: () => undefined,
    move: (by) => {
      for (const one of reading?.chunks ?? []) shift(one, by);
    },
  };
}

interface Reading extends InnerTree {
  readonly chunks: readonly YamlChunk[];
}

function readText(owner: Entry, host: YamlChunk, content: readonly string[], indent: number, read: ReadChunk<YamlChunk>): Reading {
  // Directives of templates stand where they like and are gone before anybody reads the text.
  const lines = content.map((line) => (/\S/.test(line.slice(0, indent)) ? '' : line));
  const chunks = readChunks(lines, (all, first) => {
    const line = all[first] ?? '';
    return isMarker(line.slice(indent)) ? new YamlChunk('marker', first, [line]) : read(all, first);
  });
  for (const chunk of chunks) shift(chunk, host.line + 1);
  const { documents = [] } = link(chunks, new Set(chunks));
  for (const entry of documents.flat()) entry.parent = owner;
  return {
    chunks,
    documents,
    directives: directivesIn(owner, chunks),
    problems: [],
    *entries(): Iterable<Entry> {
      for (const chunk of chunks) yield* entriesOf(chunk);
    },
    entryAt: (line, character) => entryAt(chunks, line, character),
  };
}

function directivesIn(owner: Entry, chunks: readonly YamlChunk[]): readonly Directive[] {
  return directivesOf(chunks).map((directive) => ({ ...directive, within: owner }));
}

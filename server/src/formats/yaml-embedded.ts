import { indexOfChunk, type ReadChunk, readChunks } from './chunks.ts';
import type { Embedded } from './embedded.ts';
import type { Delta, Directive, Entry } from './format.ts';
import { holdTree, type InnerTree } from './inner-tree.ts';
import { beginsAsJson } from './json-in-yaml.ts';
import { directivesOf, entriesOf, entryAt, shift } from './yaml-chunks.ts';
import { indentOf, isMarker } from './yaml-lines.ts';
import { link, replaceInPlace } from './yaml-link.ts';
import { YamlChunk } from './yaml-node.ts';

const yamlNames = /\.ya?ml$/i;
const log4j2Names = /log4j2[^/]*$/i;
const otherNames = /\.[a-z]\w{1,9}$/i;
const concernsKafka = /kafka|bootstrap[.-]?servers/i;
/** The first key of a framework's file. */
const framework = /^(?:spring|quarkus|micronaut|mp|kafka)(?:\.[\w.-]+)?[ \t]*:/;

/** Whether a block scalar holds YAML that may be a program's configuration with Kafka's in it, by the name it has, else by its first keys; or JSON with a connector's. */
function isYamlText(name: string, lines: readonly string[]): boolean {
  if (log4j2Names.test(name)) return false;
  if (beginsAsJson(lines)) return lines.some((line) => line.includes('"connector.class"'));
  if (!lines.some((line) => concernsKafka.test(line))) return false;
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
  const how = { indent, read };
  let reading: Reading | undefined;
  const tree = (): Reading => {
    reading ??= readText(owner, chunk, content, how);
    return reading;
  };
  Object.defineProperty(owner, 'children', { get: () => tree().top, enumerable: true });
  holdTree(owner, tree);
  return {
    owner,
    entries: () => tree().entries(),
    directives: () => (content.some((line) => line.includes('kafka-config:')) ? directivesIn(owner, tree().chunks) : []),
    entryAt: (line, character) => tree().entryAt(line, character),
    // Where more than one setting is another, the text is read again with the block around it.
    update: (fresh, edit) => {
      const at = edit.first - (chunk.line + 1);
      const line = fresh[edit.first] ?? '';
      if (reading === undefined || edit.removed !== 1 || edit.added !== 1 || !staysInPlace(content[at], line)) return undefined;
      const now = content.with(at, line);
      const delta = isYamlText(owner.key, now) ? replaceLine(reading, now, at, chunk.line + 1, how) : undefined;
      if (delta !== undefined) content[at] = line;
      return delta;
    },
    move: (by) => {
      for (const one of reading?.chunks ?? []) shift(one, by);
    },
  };
}

interface Reading extends InnerTree {
  readonly chunks: YamlChunk[];
  /** The entries of all its documents that stand in nothing else. */
  readonly top: readonly Entry[];
}

/** How far in the text stands, and what reads its lines. */
interface How {
  readonly indent: number;
  readonly read: ReadChunk<YamlChunk>;
}

function readText(owner: Entry, host: YamlChunk, content: readonly string[], how: How): Reading {
  const chunks = readChunks(linesOf(content, how), (lines, first) => readOne(lines, first, how));
  for (const chunk of chunks) shift(chunk, host.line + 1);
  const { documents = [] } = link(chunks, new Set(chunks));
  const top = documents.flat();
  for (const entry of top) entry.parent = owner;
  return {
    chunks,
    top,
    documents,
    directives: directivesIn(owner, chunks),
    problems: [],
    *entries(): Iterable<Entry> {
      for (const chunk of chunks) yield* entriesOf(chunk);
    },
    entryAt: (line, character) => entryAt(chunks, line, character),
  };
}

/** Directives of templates stand where they like and are gone before anybody reads the text. */
function linesOf(content: readonly string[], { indent }: How): readonly string[] {
  return content.map((line) => (/\S/.test(line.slice(0, indent)) ? '' : line));
}

function readOne(lines: readonly string[], first: number, { indent, read }: How): YamlChunk {
  const line = lines[first] ?? '';
  return isMarker(line.slice(indent)) ? new YamlChunk('marker', first, [line]) : read(lines, first);
}

/** Whether a line that is written anew begins where it did. */
function staysInPlace(before: string | undefined, line: string): boolean {
  return before !== undefined && before.trim() !== '' && line.trim() !== '' && indentOf(before) === indentOf(line);
}

/** Takes a line's setting for another, where nothing around it is read in another way than before; `from` is the text's first line. */
function replaceLine(reading: Reading, content: readonly string[], at: number, from: number, how: How): Delta | undefined {
  const { chunks, documents = [] } = reading;
  const index = indexOfChunk(chunks, from + at);
  const before = chunks[index];
  const above = chunks.slice(0, index).findLast(({ blank }) => !blank);
  const isAlone = before?.line === from + at && before.count === 1 && before.nodes.every(({ entry }) => entry.parent?.style !== 'block');
  if (before === undefined || !isAlone || before.text.includes('kafka-config:')) return undefined;
  const lines = linesOf(content, how);
  const after = readOne(lines, at, how);
  if (after.count !== 1 || after.nodes.length === 0 || after.text.includes('kafka-config:')) return undefined;
  if (above !== undefined && readOne(lines, above.line - from, how).count !== above.count) return undefined;
  if (!replaceInPlace([before], [after], documents)) return undefined;
  shift(after, from);
  chunks[index] = after;
  return { removed: [...entriesOf(before)], added: [...entriesOf(after)], directives: false };
}

function directivesIn(owner: Entry, chunks: readonly YamlChunk[]): readonly Directive[] {
  return directivesOf(chunks).map((directive) => ({ ...directive, within: owner }));
}

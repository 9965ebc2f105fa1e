import type { Entry, Tree } from '../formats/format.ts';
import type { PropertiesTree } from '../formats/properties.ts';

/** A scalar with its whole name, as frameworks flatten nested files: `spring.kafka.producer.acks`, and the document it stands in. */
export interface Name {
  readonly text: string;
  /** The index of the part of the file between two `---` (or `#---`) lines. */
  readonly document: number;
}

/** The name of an entry: from its place in nested formats, its key in flat ones. Undefined for what holds others. */
export function namer(tree: Tree): (entry: Entry) => Name | undefined {
  if (tree.documents !== undefined) return nestedNamer(tree.documents);
  const separators = separatorLines(tree);
  return ({ key, block }) => ({ text: plain(key), document: separators.filter((line) => line < block.line).length });
}

/** All scalars of a tree. */
export function* scalars(tree: Tree): Generator<Entry> {
  for (const document of tree.documents ?? [[...tree.entries()]]) yield* below(document);
}

function* below(entries: readonly Entry[]): Generator<Entry> {
  for (const entry of entries) {
    if (entry.children === undefined || entry.style === 'block') yield entry;
    else yield* below(entry.children);
  }
}

/** Spring Boot splits a properties file at `#---` and `!---`. */
function separatorLines(tree: Tree): readonly number[] {
  if (tree.format.id !== 'properties') return [];
  return (tree as PropertiesTree).lines.filter(({ kind, text }) => kind === 'comment' && /^[#!]---\s*$/.test(text)).map(({ line }) => line);
}

function nestedNamer(documents: readonly (readonly Entry[])[]): (entry: Entry) => Name | undefined {
  const documentOf = new Map<Entry, number>();
  documents.forEach((document, index) => {
    for (const entry of document) documentOf.set(entry, index);
  });
  return (entry) => {
    if (entry.kind === 'map' || entry.kind === 'list') return undefined;
    const parts: string[] = [];
    let top = entry;
    for (let at: Entry | undefined = entry; at !== undefined; at = at.parent) {
      parts.unshift(at.parent?.kind === 'list' ? `[${at.key}]` : at.key);
      top = at;
    }
    return { text: plain(parts.join('.')), document: documentOf.get(top) ?? 0 };
  };
}

/** `a[b.c]` and `a."b.c"` are `a.b.c`; numbers in brackets stay. */
function plain(name: string): string {
  if (!/["[\]]/.test(name)) return name;
  return name
    .replace(/\.?\[(\d+)\]/g, '[$1]')
    .replace(/\.?\["?([^\]"\d][^\]"]*)"?\]/g, '.$1')
    .replaceAll('"', '')
    .replace(/^\./, '');
}

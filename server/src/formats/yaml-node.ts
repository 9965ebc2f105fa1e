import type { Chunk } from './chunks.ts';
import type { Embedded } from './embedded.ts';
import type { NestedEntry } from './nested-entry.ts';

/** Where an entry begins: what is indented further belongs to it. */
export interface YamlNode {
  readonly column: number;
  readonly entry: NestedEntry;
  readonly item: boolean;
  /** True where nothing stands behind the key or dash on its own lines: a map or list may follow below. */
  readonly open: boolean;
}

/** A logical line of YAML: blank, the boundary of documents, or dashes and a key with the scalar or flow collection behind it. */
export class YamlChunk implements Chunk {
  line: number;
  readonly indent = 0;
  readonly #lines: string[];
  readonly kind: 'blank' | 'marker' | 'nodes';
  nodes: readonly YamlNode[] = [];
  /** The property text that a block scalar holds. */
  embedded?: Embedded;
  /** Those that stand between quotes. */
  quoted: readonly Embedded[] = [];
  /** True where the entries stand between braces or brackets that belong to no key. */
  bare = false;
  #text: string | undefined;

  constructor(kind: YamlChunk['kind'], line: number, lines: string[]) {
    this.kind = kind;
    this.line = line;
    this.#lines = lines;
  }

  /** Changes where the embedded text does. */
  get count(): number {
    return this.#lines.length;
  }

  /** True for what is no entry as well: whether a key above takes it for its value depends on what stands below. */
  get blank(): boolean {
    return this.kind !== 'marker' && this.nodes.length === 0;
  }

  get text(): string {
    this.#text ??= this.#lines.length === 1 ? (this.#lines[0] ?? '') : this.#lines.join('\n');
    return this.#text;
  }

  /** Lines of the embedded text changed: what is known about the chunk's own entries stays. Returns the lines that were there. */
  replaceLines(index: number, removed: number, added: readonly string[]): readonly string[] {
    const gone = this.#lines.splice(index, removed, ...added);
    const owner = this.embedded?.owner as NestedEntry | undefined;
    if (owner !== undefined) owner.valueEnd += lengthOf(added) - lengthOf(gone);
    this.#text = undefined;
    return gone;
  }
}

/** With their line ends. */
function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

/** A value as it was found: which lines it covers, and how an entry is made of it. */
export interface Found {
  readonly last: number;
  readonly open: boolean;
  make(chunk: YamlChunk, key: Key): NestedEntry;
}

/** What the value belongs to: a key, or a list item's dash. */
export interface Key {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly item: boolean;
}

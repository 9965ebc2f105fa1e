import type { Block, Span } from '../text/block.ts';
import type { Edit } from '../text/edit.ts';
import type { LineEdit } from '../text/lines.ts';

export type FormatId =
  | 'properties'
  | 'yaml'
  | 'json'
  | 'env'
  | 'ini'
  | 'terraform'
  | 'shell'
  | 'batch'
  | 'dockerfile'
  | 'systemd'
  | 'whole';

/**
 * One key with its value, as the format's own reader sees it.
 * Spans are offsets into `block.text`; an entry without value has an empty value span behind the key.
 */
export interface Entry {
  readonly block: Block;
  /** The key with escapes resolved. In a list: the index. */
  readonly key: string;
  /** The value as the program gets it: escapes and quotes resolved, blanks kept as the format keeps them. Empty for a map or list. */
  readonly value: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  /** What the format's reader refuses in this entry, if anything (a malformed `\u` escape). */
  readonly malformed?: string;
  /** Formats with types and nesting (YAML, JSON): what kind of value stands there. Absent in a flat format: a string. */
  readonly kind?: ValueKind;
  /** Members of a map or items of a list, in order. */
  readonly children?: readonly Entry[];
  /** The map or list this entry stands in. */
  readonly parent?: Entry;
  /** How the scalar is written; absent in formats that know one style. */
  readonly style?: 'plain' | 'quoted' | 'block' | 'alias';
  /** The format that writes this entry's changes, where it differs from the document's: embedded texts, pairs of list items. */
  readonly format?: Writer;
  /** YAML: the anchor that the value is marked with, the alias that stands for the value. */
  readonly anchor?: string;
  readonly alias?: string;
  /** The name and value that a list item stands for: `- NAME=value`, or `- name: NAME` with `value: …` below it. */
  readonly pair?: Entry;
}

export type ValueKind = 'string' | 'number' | 'boolean' | 'null' | 'map' | 'list';

/** Something in the text that the format's own reader refuses or reads in a way the author cannot mean. */
export interface Problem {
  readonly code: string;
  readonly block: Block;
  readonly span: Span;
  readonly message: string;
}

/** What the author tells this product in a comment: `kafka-config: role=broker version=4.1`, `kafka-config: ignore=acks-one`. */
export interface Directive {
  readonly block: Block;
  readonly span: Span;
  readonly words: ReadonlyMap<string, string>;
  /** The entry whose value is the text that it stands in: it speaks of that alone. */
  readonly within?: Entry;
  /** Whether it speaks of what stands at an offset of an entry's block; where nothing is said, of the entry below its line. */
  covers?(entry: Entry, offset: number): boolean;
}

/** What a format made of a text. Any text gives one. */
export interface Tree {
  /** Nested formats: the entries that stand in nothing else, by document of the file. */
  readonly documents?: readonly (readonly Entry[])[];
  readonly format: Format;
  entries(): Iterable<Entry>;
  readonly directives: readonly Directive[];
  readonly problems: readonly Problem[];
  /** The innermost entry whose block covers the line; where one line holds several, the one at the character. */
  entryAt(line: number, character?: number): Entry | undefined;
}

/** Which entries an edit took away and which it brought. */
export interface Delta {
  readonly removed: readonly Entry[];
  readonly added: readonly Entry[];
  /** True where directives or problems may have changed: everything derived from them is stale. */
  readonly directives: boolean;
  /** Where entries that stayed stand in others than before: what they moved into or out of, what is another kind of thing now, and items that have another number. */
  readonly moved?: readonly Entry[];
}

/** What a fix wants; each format knows how to write it. Keys are spelled as in the file. */
export type Change =
  /** `quoted`: between quotes where the format tells text from numbers by them. */
  | { readonly kind: 'set'; readonly entry: Entry; readonly value: string; readonly quoted?: true }
  | { readonly kind: 'rename'; readonly entry: Entry; readonly key: string }
  | { readonly kind: 'remove'; readonly entry: Entry }
  | { readonly kind: 'add'; readonly after: Entry; readonly key: string; readonly value: string }
  /** `at`: above what stands at this offset of the block, where the entry is a whole document. */
  | { readonly kind: 'comment'; readonly entry: Entry; readonly text: string; readonly at?: number };

/** A way to write configuration down. */
export interface Format {
  readonly id: FormatId;
  /** False where the format has no comments: fixes that need one are not offered. */
  readonly comments: boolean;
  /** Reads the lines of a document (no line ends). Linear, never throws. */
  parse(lines: readonly string[]): Tree;
  /** Brings a tree up to date with `lines` after an edit; undefined = parse again. Entries outside the edit stay the same objects. */
  update(tree: Tree, lines: readonly string[], edit: LineEdit): Delta | undefined;
  /** The edits that carry out a change, or undefined where the format cannot write it (an alias, no comments). */
  write(change: Change): readonly Edit[] | undefined;
  /** Where changes that are made together cannot be written one by one: two neighbours that leave a list share a comma. */
  writeAll?(changes: readonly Change[]): readonly Edit[] | undefined;
}

/** What it takes to write changes. */
export type Writer = Pick<Format, 'id' | 'comments' | 'write' | 'writeAll'>;

/** Whether an entry's value is a text of another format, whose entries are its children. */
export function holdsText(entry: Entry): boolean {
  // Whoever asks for the children has the text read.
  return entry.style === 'block' || (entry.kind === 'string' && entry.children !== undefined);
}

/** The entry's value as it stands in the text. */
export function rawValue(entry: Entry): string {
  return entry.block.text.slice(entry.valueStart, entry.valueEnd);
}

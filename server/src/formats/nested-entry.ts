import type { Block } from '../text/block.ts';
import type { Entry, ValueKind, Writer } from './format.ts';

/** Where key and value stand in a block's text, and how the value reads. */
export interface EntryParts {
  readonly block: Block;
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  /** A function where the value is long and seldom asked for. */
  readonly value: string | (() => string);
  readonly kind: ValueKind;
  readonly style?: Entry['style'];
  readonly anchor?: string;
  readonly alias?: string;
  readonly format?: Writer;
}

/** An entry of a format with nesting. What depends on the entries around it is set when the tree is put together. */
export class NestedEntry implements Entry {
  readonly block: Block;
  key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  /** Moves when a line of an embedded text changes. */
  valueEnd: number;
  kind: ValueKind;
  readonly style?: NonNullable<Entry['style']>;
  readonly anchor?: string;
  readonly alias?: string;
  readonly format?: Writer;
  parent?: Entry;
  children?: readonly Entry[];
  pair?: Entry;
  /** The comma behind it, in collections that have some. */
  comma?: { readonly block: Block; readonly at: number } | undefined;
  /** True for what stands between braces or brackets of YAML. */
  inFlow = false;
  /** Set where a template may put more into it. */
  templated?: boolean;
  readonly #value: string | (() => string);

  constructor(parts: EntryParts) {
    this.block = parts.block;
    this.key = parts.key;
    this.keyStart = parts.keyStart;
    this.keyEnd = parts.keyEnd;
    this.valueStart = parts.valueStart;
    this.valueEnd = parts.valueEnd;
    this.kind = parts.kind;
    this.#value = parts.value;
    if (parts.style !== undefined) this.style = parts.style;
    if (parts.anchor !== undefined) this.anchor = parts.anchor;
    if (parts.alias !== undefined) this.alias = parts.alias;
    if (parts.format !== undefined) this.format = parts.format;
  }

  get value(): string {
    return typeof this.#value === 'function' ? this.#value() : this.#value;
  }
}

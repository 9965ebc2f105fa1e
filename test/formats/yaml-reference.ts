import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseAllDocuments, Scalar } from 'yaml';

/** What the `yaml` library makes of a text, as the reference for what a change of ours should come to. */

/** A member of a map with what it stands in. */
export interface Member {
  readonly pair: Pair<Node, Node | null>;
  readonly key: string;
  readonly map: { items: Pair[]; flow?: boolean };
  /** Offsets into the text: where the key begins, its quote included, and where the value ends. */
  readonly from: number;
  readonly to: number;
  /** True where a list's dash stands before the key. */
  readonly behindDash: boolean;
  /** The member whose value the map is. */
  readonly holder: Member | undefined;
}

export interface Reference {
  readonly documents: readonly Document[];
  /** By where the key's text begins. */
  readonly members: ReadonlyMap<number, Member>;
}

export function readReference(text: string): Reference {
  const documents = parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false }) as Document[];
  const members = new Map<number, Member>();
  const walk = (node: unknown, holder: Member | undefined): void => {
    if (isSeq(node)) for (const item of node.items) walk(item, undefined);
    if (!isMap(node)) return;
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const key = pair.key as Scalar<string>;
      const from = key.range?.[0] ?? 0;
      const to = Math.max(pair.value?.range?.[1] ?? 0, key.range?.[1] ?? 0);
      const behindDash = /^[ ]*-/.test(text.slice(text.lastIndexOf('\n', from) + 1, from));
      const one: Member = { pair, key: key.value, map: node as Member['map'], from, to, behindDash, holder };
      members.set(from + (/["']/.test(text[from] ?? '') ? 1 : 0), one);
      walk(pair.value, one);
    }
  };
  for (const { contents } of documents) walk(contents, undefined);
  return { documents, members };
}

/**
 * Everything that counts of the documents: order, double keys, anchors and aliases too. How many empty lines end a block scalar does
 * not: one that keeps them takes those below a member that goes.
 */
export function shapeOf(documents: readonly Document[]): unknown {
  const shape = (node: unknown): unknown => {
    if (isAlias(node)) return { alias: node.source };
    const anchor = (node as { anchor?: string } | undefined)?.anchor;
    const named = anchor === undefined ? {} : { anchor };
    if (isMap(node)) return { ...named, map: node.items.map(({ key, value }) => [(key as Scalar).value, shape(value)]) };
    if (isSeq(node)) return { ...named, list: node.items.map(shape) };
    return isScalar(node) ? { ...named, value: String(node.value ?? '').replace(/\n+$/, '\n') } : { value: '' };
  };
  return documents.map(({ contents }) => shape(contents)).filter((one) => !/^\{"(?:value":""|map":\[\])\}$/.test(JSON.stringify(one)));
}

export function errorsOf(text: string): readonly string[] {
  return parseAllDocuments(text, { uniqueKeys: false }).flatMap(({ errors }) => errors.map(({ message }) => message));
}

export function scalarNode(value: string): Scalar {
  return new Scalar(value);
}

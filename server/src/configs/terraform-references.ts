import { type Entry, holdsText } from '../formats/format.ts';
import { piecesOf } from '../formats/terraform-chunk.ts';
import { member } from './regions.ts';

/** A resource, a module, or what the file keeps values in, by its type; a variable has a name, too. */
export interface TerraformBlock {
  readonly type: string;
  readonly name?: string;
  readonly entry: Entry;
}

/** Members of one map, or lines of one text, that an attribute's value is put together from. */
export interface Part {
  readonly holder: Entry;
  readonly entries: readonly Entry[];
}

/** The parts of a value that stand in the file. */
export interface Parts {
  readonly parts: readonly Part[];
  /** True where that is all of it, in one part. */
  readonly whole: boolean;
}

/** So many times a value may stand for another. */
const deepest = 5;

/** What an attribute of a resource is put together from, as far as it stands in the file. */
export function partsOf(attribute: Entry, resource: Entry, blocks: readonly TerraformBlock[], depth = 0): Parts {
  const pieces = piecesOf(attribute) ?? inJson(attribute);
  if (pieces === undefined) {
    const { children } = attribute;
    return { parts: children === undefined ? [] : [{ holder: attribute, entries: children }], whole: true };
  }
  const own = pieces.literals.map((entries): Part => ({ holder: attribute, entries }));
  const others = pieces.references.flatMap((reference) => (depth < deepest ? referred(reference, resource, blocks, depth + 1) : []));
  const parts = [...own, ...others.flatMap((other) => other.parts)];
  const known = !pieces.unknown && others.length === pieces.references.length && others.every(({ whole }) => whole);
  return { parts, whole: known && parts.length === 1 };
}

/** Whether a value is put together from what stands elsewhere. */
export function refers(attribute: Entry): boolean {
  const { references = [] } = piecesOf(attribute) ?? inJson(attribute) ?? {};
  return references.length > 0;
}

/** In JSON, a text that is a reference and nothing else. */
function inJson(attribute: Entry): ReturnType<typeof piecesOf> {
  if (attribute.kind !== 'string' || holdsText(attribute)) return undefined;
  const reference = /^\$\{((?:local|var|each)\.[\w.-]+)\}$/.exec(attribute.value)?.[1];
  return reference === undefined ? undefined : { literals: [], references: [reference], unknown: false };
}

function referred(reference: string, resource: Entry, blocks: readonly TerraformBlock[], depth: number): readonly Parts[] {
  const [kind, name = '', inner] = reference.split('.');
  if (kind === 'each') return [{ parts: ofEach(inner, resource, blocks, depth), whole: true }].filter(({ parts }) => parts.length > 0);
  const found =
    kind === 'local'
      ? blocks.flatMap(({ type, entry }) => (type === 'locals' ? (member(entry, name) ?? []) : []))
      : blocks.flatMap((block) => (block.type === 'variable' && block.name === name ? (member(block.entry, 'default') ?? []) : []));
  // Whoever runs it may give a variable another value.
  return found.slice(0, 1).map((entry) => ({ ...partsOf(entry, resource, blocks, depth), ...(kind === 'var' && { whole: false }) }));
}

/** The maps that a resource is made once for each of, or what these have under a name. */
function ofEach(inner: string | undefined, resource: Entry, blocks: readonly TerraformBlock[], depth: number): readonly Part[] {
  const all = member(resource, 'for_each');
  const each = all === undefined ? [] : partsOf(all, resource, blocks, depth).parts.flatMap(({ entries }) => entries);
  return each
    .map((one) => (inner === undefined ? one : member(one, inner)))
    .filter((map) => map !== undefined)
    .flatMap((map) => (map.children === undefined || holdsText(map) ? [] : [{ holder: map, entries: map.children }]));
}

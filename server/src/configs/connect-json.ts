import type { Entry, Tree } from '../formats/format.ts';
import { beginsAsJson } from '../formats/json-in-yaml.ts';
import { jsonText } from '../formats/json-text.ts';
import type { Pieces } from './pieces.ts';
import type { Circumstances, Placement } from './placement.ts';
import { versionFor } from './properties-file.ts';
import { keptRegions, placeRegions, type Region } from './regions.ts';

/** A map with a connector's properties. */
interface Found {
  /** Undefined for the top of the document. */
  readonly map: Entry | undefined;
  readonly members: () => readonly Entry[];
  /** The name that stands beside a `config`, as Connect's REST API takes it. */
  readonly name: Entry | undefined;
}

/**
 * What is sent to Connect's REST API: a connector's properties as one map, or as `{ "name", "config" }`, alone, in a list, or in
 * whatever a script keeps them. A map is a connector's where it names its class.
 */
export function placeConnectJson(tree: Tree, circumstances: Circumstances, pieces: Pieces): Placement | undefined {
  if (tree.format.id !== 'json' || (circumstances.role !== undefined && circumstances.role !== 'connector')) return undefined;
  const top = (): readonly Entry[] => tree.documents?.[0] ?? [];
  const regions = [...connectors(undefined, top, undefined, 0)].flatMap((found) => {
    const { map, members, name } = found;
    // A name may stand beside nothing but the document's other members.
    const beside = name === undefined ? [] : name.parent === undefined ? top() : [name.parent];
    const roots = map === undefined ? members() : [map, ...beside];
    return keptRegions(pieces, roots, 'connector', () => [regionOf(found, tree, circumstances)], String(name !== undefined));
  });
  return regions.length === 0 ? undefined : placeRegions(regions, mayMatter);
}

/** Anything that holds others, and what makes a connector of a map, or another's document of the file. */
function mayMatter({ kind, key }: Entry): boolean {
  return kind === 'map' || kind === 'list' || kind === 'null' || key === 'connector.class' || key === 'name' || isOfResource(key);
}

/** With a kind and its version it would be a resource of Kubernetes. */
function isOfResource(key: string): boolean {
  return key === 'kind' || key === 'apiVersion';
}

const deepest = 8;

function* connectors(map: Entry | undefined, members: () => readonly Entry[], name: Entry | undefined, depth: number): Generator<Found> {
  const entries = members();
  if (map?.kind !== 'list' && entries.some(namesConnector)) {
    yield { map, members, name: entries.some(({ key }) => key === 'name') ? undefined : name };
    return;
  }
  if (depth >= deepest) return;
  const beside = entries.find(isName);
  for (const entry of entries) {
    if (entry.children !== undefined)
      yield* connectors(entry, () => entry.children ?? [], entry.key === 'config' ? beside : undefined, depth + 1);
  }
}

/** RocketMQ has connectors of its own, which it calls the same. */
function namesConnector({ key, value, children }: Entry): boolean {
  return key === 'connector.class' && children === undefined && !/^\s*org\.apache\.rocketmq\./.test(value);
}

function isName({ key, children }: Entry): boolean {
  return key === 'name' && children === undefined;
}

/** The connectors of JSON in a text of another document. */
export function connectorTexts(text: Entry, tree: Tree, circumstances: Circumstances): readonly Region[] {
  if (!beginsAsJson(text.value.split('\n'))) return [];
  const found = [...connectors(text, () => text.children ?? [], undefined, 0)];
  return found.map((one) => regionOf(one, { ...tree, format: jsonText }, circumstances));
}

function regionOf({ map, members, name }: Found, tree: Tree, circumstances: Circumstances): Region {
  const { kafka } = versionFor('connector', circumstances, () => undefined);
  // Sent to `PUT /connectors/{name}/config`, a map needs no name.
  const named = name !== undefined || members().some(isName);
  const outer = name?.parent;
  const beside = (): readonly Entry[] => (name === undefined ? [] : (outer?.children ?? tree.documents?.[0] ?? []).filter(isName));
  const identity = { role: 'connector', kafka, family: 'java', why: 'it names a `connector.class`', whole: named } as const;
  const entries = (): readonly Entry[] => [...beside(), ...members()];
  const keyOf = (entry: Entry): string | undefined =>
    entry.parent === map || (name !== undefined && entry.parent === outer && isName(entry)) ? entry.key : undefined;
  // What the name is changes nothing, only whether there is one, and where.
  const renamed = (): boolean => {
    const inside = members().some(isName);
    return (inside || beside().length > 0) !== named || (name !== undefined && inside);
  };
  const structural = ({ key }: Entry): boolean => key === 'connector.class' || isOfResource(key) || (key === 'name' && renamed());
  return {
    holders: name === undefined ? [map] : [map, outer],
    source: { entries, format: tree.format, identity, keyOf, structural },
  };
}

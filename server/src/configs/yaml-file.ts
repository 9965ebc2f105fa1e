import type { Entry, Tree } from '../formats/format.ts';
import { cfkRegions } from './cfk.ts';
import { composeRegions } from './compose.ts';
import { kubernetesRegions } from './kubernetes.ts';
import { looseRegions } from './loose.ts';
import { type Circumstances, nothing, type Placement } from './placement.ts';
import { type FindRegions, placeRegions, type Region, type YamlFile } from './regions.ts';
import { strimziRegions } from './strimzi.ts';

/** The first that knows a document speaks for it. */
const finders: readonly FindRegions[] = [composeRegions, strimziRegions, cfkRegions, kubernetesRegions, looseRegions];

/** A YAML file: each of its documents may be something else. */
export function placeYaml(tree: Tree, circumstances: Circumstances): Placement | undefined {
  if (tree.format.id !== 'yaml') return undefined;
  const anchors = new Map<string, Entry>();
  for (const entry of tree.entries()) if (entry.anchor !== undefined) anchors.set(entry.anchor, entry);
  const file = { circumstances, anchors, tree };
  const regions = (tree.documents ?? []).flatMap((document) => regionsOf(document, file));
  return regions.length === 0 ? nothing : placeRegions(regions, mayMatter);
}

function regionsOf(document: readonly Entry[], file: YamlFile): readonly Region[] {
  for (const find of finders) {
    const regions = find(document, file);
    if (regions !== undefined) return regions;
  }
  return [];
}

/** Scalars that decide what a document is. Others outside of the regions matter only when they are collections, or begin to be. */
const deciding =
  /^(?:image|application|kind|apiVersion|version|name|type|class|tag|repository|command|connectCluster|alias|environment|env|config|configs|configOverrides|server|data|spec|services|<<|extends|env_file|path|entrypoint)$/;

function mayMatter(entry: Entry): boolean {
  const { key, kind, style, parent } = entry;
  return (
    kind === 'map' ||
    kind === 'list' ||
    kind === 'null' ||
    style === 'block' ||
    parent?.kind === 'list' ||
    deciding.test(key) ||
    property.test(key)
  );
}

/** Among others like it, such a key may make a map into a config. */
const property = /\.|^(?:KAFKA|CONNECT)_/;

import type { Tree } from '../formats/format.ts';
import { isLoggingVariable } from './containers.ts';
import { variableSource } from './loose.ts';
import { type Circumstances, nothing, type Placement } from './placement.ts';
import { type Source, versionFor } from './properties-file.ts';
import { placeRegions } from './regions.ts';

/** A file of variables for containers: it is not said which image reads it, so that only what is sure to be Kafka's is taken. */
export function placeEnv(tree: Tree, circumstances: Circumstances): Placement | undefined {
  if (tree.format.id !== 'env') return undefined;
  const properties = variableSource([...tree.entries()], { circumstances, tree });
  const sources = [properties, loggingSource(tree, circumstances, properties)].filter((source) => source !== undefined);
  if (sources.length === 0) return nothing;
  const regions = sources.map((source) => ({ holders: [undefined], source: { ...source, entries: () => tree.entries() } }));
  return placeRegions(regions, () => true);
}

/** The variables that choose the logging. */
function loggingSource(tree: Tree, circumstances: Circumstances, properties: Source | undefined): Source | undefined {
  const found = [...tree.entries()].find(({ key }) => isLoggingVariable(key));
  if (found === undefined) return undefined;
  const kafka = properties?.identity.kafka ?? versionFor('none', circumstances, () => undefined).kafka;
  return {
    entries: () => tree.entries(),
    format: tree.format,
    identity: { role: 'none', kafka, family: 'java', why: `it sets \`${found.key}\``, whole: false },
    keyOf: ({ key }) => (isLoggingVariable(key) ? key : undefined),
    structural: () => true,
  };
}

import type { Tree } from '../formats/format.ts';
import { variableSource } from './loose.ts';
import { type Circumstances, nothing, type Placement } from './placement.ts';
import { placeSource } from './properties-file.ts';

/** A file of variables for containers: it is not said which image reads it, so that only what is sure to be Kafka's is taken. */
export function placeEnv(tree: Tree, circumstances: Circumstances): Placement | undefined {
  if (tree.format.id !== 'env') return undefined;
  const source = variableSource([...tree.entries()], { circumstances, tree });
  return source === undefined ? nothing : placeSource({ ...source, entries: () => tree.entries() });
}

import type { Tree } from '../formats/format.ts';
import { placeConnectJson } from './connect-json.ts';
import { withDirectives } from './directives.ts';
import { placeEnv } from './env-file.ts';
import { frameworkOf, placeFramework, watchful } from './frameworks.ts';
import { placeIni } from './ini-file.ts';
import { placeLaunch } from './launch-file.ts';
import { placeLog4j2 } from './log4j2-file.ts';
import { Pieces } from './pieces.ts';
import { type Circumstances, nothing, type Placement, type Recognizer } from './placement.ts';
import { placeProperties } from './properties-file.ts';
import { withRelease } from './release-in-path.ts';
import { placeSaid } from './said.ts';
import { placeTerraform } from './terraform-file.ts';
import { placeYaml } from './yaml-file.ts';

/** The first that knows the document speaks for it. */
const recognizers: readonly Recognizer[] = [
  placeFramework,
  placeProperties,
  placeIni,
  placeEnv,
  placeLaunch,
  placeTerraform,
  placeYaml,
  placeConnectJson,
  placeLog4j2,
  placeSaid,
];

/** Finds the configs of a document. What is known of its pieces from before stays the same configs. */
export function place(tree: Tree, circumstances: Circumstances, pieces = new Pieces()): Placement {
  pieces.begin();
  const known = withRelease(withDirectives(tree, circumstances));
  if (known.role === 'none') return nothing;
  for (const recognizer of recognizers) {
    const placement = recognizer(tree, known, pieces);
    if (placement !== undefined) return tree.format.id === 'properties' ? watchful(placement, () => frameworkOf(tree, known)) : placement;
  }
  return nothing;
}

import type { Tree } from '../formats/format.ts';
import { isProgramCue, placeEcosystem } from './ecosystem.ts';
import { isMicronautCue, placeMicronaut } from './micronaut.ts';
import type { Circumstances, Placement } from './placement.ts';
import { placeQuarkus } from './quarkus.ts';
import { placeSpring } from './spring.ts';

const recognizers: readonly ((tree: Tree, circumstances: Circumstances) => Placement | undefined)[] = [
  placeSpring,
  placeMicronaut,
  placeQuarkus,
  placeEcosystem,
];

/** The files of frameworks and of programs around Kafka: Kafka's properties stand there among the program's own. */
export function placeFramework(tree: Tree, circumstances: Circumstances): Placement | undefined {
  for (const recognizer of recognizers) {
    const placement = recognizer(tree, circumstances);
    // Of flat texts others take care, whoever speaks for them.
    if (placement !== undefined) return tree.format.id === 'yaml' ? watchful(placement) : placement;
  }
  return undefined;
}

/** Whether a key may make a flat text one of these, or take part in that: each looks for its own more closely. */
export function isFrameworkCue(key: string): boolean {
  return /^"?%|^(?:spring\.(?:kafka|cloud)|quarkus\.|mp\.|kafka\.|debezium\.)/.test(key) || isMicronautCue(key) || isProgramCue(key);
}

/** A key that makes one recognizer or another speak for a flat text, wherever it is typed. */
export function watchful(placement: Placement): Placement {
  const structural: Placement['structural'] = (entry) => isFrameworkCue(entry.key) || placement.structural(entry);
  return {
    get configs() {
      return placement.configs;
    },
    assign: placement.assign,
    structural,
  };
}

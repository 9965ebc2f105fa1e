import type { Delta, Entry, Tree } from '../formats/format.ts';
import { isProgramCue, placeEcosystem, programNameFor } from './ecosystem.ts';
import { changedBy, follow } from './follow.ts';
import { isMicronautCue, isMicronautFile, placeMicronaut } from './micronaut.ts';
import type { Circumstances, Placement } from './placement.ts';
import { placeQuarkus, quarkusKind } from './quarkus.ts';
import { placeSpring } from './spring.ts';
import { isSpringFile } from './spring-facts.ts';

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

/**
 * Which of them a text is, in a word; undefined = none. The answer of {@link placeFramework} without its configs.
 */
export function frameworkOf(tree: Tree, circumstances: Circumstances): string | undefined {
  if (isSpringFile(tree)) return 'Spring';
  if (isMicronautFile(tree)) return 'Micronaut';
  return quarkusKind(tree, circumstances) ?? programNameFor(tree, circumstances);
}

/**
 * A key that makes one recognizer or another speak for a text, wherever it is typed. `kindNow`: which of them speaks for it after an
 * edit; where that cannot be asked, it may be another.
 */
export function watchful(placement: Placement, kindNow?: () => string | undefined, kind = kindNow?.()): Placement {
  const isCue = ({ key, parent }: Entry): boolean => isFrameworkCue(key) || (parent === undefined && key === 'kafka');
  // Keys of nobody's have a say, too: they make a text another program's.
  const keepsKind = (delta: Delta): boolean => (kindNow === undefined ? !changedBy(delta).some(isCue) : kindNow() === kind);
  return {
    get configs() {
      return placement.configs;
    },
    assign: placement.assign,
    structural: (entry) => isCue(entry) || placement.structural(entry),
    byValue: (entry) => placement.structural(entry) && (placement.byValue === undefined || placement.byValue(entry)),
    ...(placement.followsMoves && { followsMoves: true }),
    follow: (delta) => {
      const followed = keepsKind(delta) ? follow(placement, delta) : undefined;
      return followed && { ...followed, placement: watchful(followed.placement, kindNow, kind) };
    },
  };
}

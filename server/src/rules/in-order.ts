import type { Config, Setting } from '../configs/config.ts';

/** Those of a config's settings that are wanted, in the order of the document, others' files last: for rules that speak of the first. */
export function inOrder(config: Config, isWanted: (setting: Setting) => boolean): readonly Setting[] {
  const wanted = [...config.settings()].filter(isWanted);
  return wanted.sort((a, b) => Number(a.elsewhere) - Number(b.elsewhere) || byPlace(a, b));
}

function byPlace({ entry: a }: Setting, { entry: b }: Setting): number {
  return a.block.line - b.block.line || a.keyStart - b.keyStart;
}

import type { Config, Setting } from '../configs/config.ts';
import { inDocumentOrder } from '../configs/written.ts';

/** Those of a config's settings that are wanted, in the order of the document, others' files last: for rules that speak of the first. */
export function inOrder(config: Config, isWanted: (setting: Setting) => boolean): readonly Setting[] {
  const wanted = [...config.settings()].filter(isWanted);
  return wanted.sort((a, b) => Number(a.elsewhere) - Number(b.elsewhere) || inDocumentOrder(a, b));
}

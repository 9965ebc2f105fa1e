import type { Tree } from '../formats/format.ts';
import { type Circumstances, nothing, type Placement } from './placement.ts';
import { placeSource, versionFor } from './properties-file.ts';

/** A Log4j2 configuration in XML, YAML or JSON: by its name, or by what stands in its outermost element. */
export function placeLog4j2(tree: Tree, circumstances: Circumstances): Placement | undefined {
  if (tree.format.id !== 'whole') return undefined;
  const [entry] = tree.entries();
  const why = entry && reason(entry.value, circumstances.path);
  if (why === undefined) return nothing;
  const { kafka } = versionFor('none', circumstances, () => undefined);
  return placeSource({
    entries: () => tree.entries(),
    format: tree.format,
    identity: { role: 'none', kafka, family: 'log4j2', why, whole: true },
    structural: () => true,
  });
}

const root = /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<configuration[\s>]/i;

function reason(text: string, path: string): string | undefined {
  if (isTemplate(text)) return undefined;
  if (/log4j2[^/\\]*$/i.test(path)) return 'its name says log4j2';
  // Logback and Hadoop have a root of this name too, but neither of these below it.
  const isLog4j2 = root.test(text) && /<(?:appenders|loggers)[\s/>]/i.test(text);
  return isLog4j2 ? 'its root is `Configuration`, with appenders or loggers' : undefined;
}

/** What another program fills in first is not for Log4j2's eyes. */
function isTemplate(text: string): boolean {
  return /\{\{|\{%-?\s|<%/.test(text);
}

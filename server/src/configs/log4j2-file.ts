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

/** The name of an XML text's outermost element. */
function rootName(text: string): string | undefined {
  for (const [, name] of text.matchAll(/<!--[\s\S]*?(?:-->|$)|<([\w:.-]+)/g)) if (name !== undefined) return name.toLowerCase();
  return undefined;
}

function reason(text: string, path: string): string | undefined {
  if (isTemplate(text)) return undefined;
  const isXml = /^\s*</.test(text);
  const isNamed = /log4j2[^/\\]*$/i.test(path);
  if (isXml ? rootName(text) !== 'configuration' : !isNamed || !/configuration/i.test(text)) return undefined;
  if (isNamed) return 'its name says log4j2';
  // Logback and Hadoop have a root of this name too, but neither of these below it.
  return /<(?:appenders|loggers)[\s/>]/i.test(text) ? 'its root is `Configuration`, with appenders or loggers' : undefined;
}

/** What another program fills in first is not for Log4j2's eyes. */
function isTemplate(text: string): boolean {
  return /\{\{|\{%-?\s|<%/.test(text);
}

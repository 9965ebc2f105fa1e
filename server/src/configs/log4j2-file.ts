import type { Entry, Format, Tree } from '../formats/format.ts';
import { type Circumstances, nothing, type Placement } from './placement.ts';
import { placeSource, type Source, versionFor } from './properties-file.ts';

/** A Log4j2 configuration in XML, YAML or JSON: by its name, or by what stands in its outermost element. */
export function placeLog4j2(tree: Tree, circumstances: Circumstances): Placement | undefined {
  if (tree.format.id !== 'whole') return undefined;
  const [entry] = tree.entries();
  const source = entry && log4j2Source(entry, tree.format, circumstances.path, circumstances);
  return source === undefined ? nothing : placeSource({ ...source, entries: () => tree.entries() });
}

/** What the entry that is a whole text is taken for, by the name that the text has; undefined where it is nothing of Log4j2's. */
export function log4j2Source(entry: Entry, format: Format, name: string, circumstances: Circumstances): Source | undefined {
  const why = reason(entry.value, name);
  if (why === undefined) return undefined;
  const { kafka } = versionFor('none', circumstances, () => undefined);
  return {
    entries: () => [entry],
    format,
    identity: { role: 'none', kafka, family: 'log4j2', why, whole: true },
    structural: () => true,
  };
}

/** The name of an XML text's outermost element. */
function rootName(text: string): string | undefined {
  for (const [, name] of text.matchAll(/<!--[\s\S]*?(?:-->|$)|<([\w:.-]+)/g)) if (name !== undefined) return name.toLowerCase();
  return undefined;
}

/** The map that YAML and JSON hold. */
function hasRoot(text: string): boolean {
  return /^\s*(?:\{|\/[/*])/.test(text) ? /"configuration"\s*:/i.test(text) : /^["']?configuration["']?\s*:/im.test(text);
}

function reason(text: string, name: string): string | undefined {
  if (isTemplate(text)) return undefined;
  const isXml = /^\s*</.test(text);
  const isNamed = /log4j2[^/\\]*$/i.test(name);
  if (isXml ? rootName(text) !== 'configuration' : !hasRoot(text)) return undefined;
  if (isNamed) return 'its name says log4j2';
  // Logback and Hadoop have a root of this name too, but neither of these below it.
  const isTelling = isXml ? /<(?:appenders|loggers)[\s/>]/i : /^[ \t]*"?(?:appenders|loggers)"?\s*:/im;
  return isTelling.test(text) ? 'its root is `Configuration`, with appenders or loggers' : undefined;
}

/** What another program fills in first is not for Log4j2's eyes. */
function isTemplate(text: string): boolean {
  return /\{\{|\{%-?\s|<%/.test(text);
}

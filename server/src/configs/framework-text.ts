import { type Entry, holdsText } from '../formats/format.ts';
import { innerTree } from '../formats/inner-tree.ts';
import { properties } from '../formats/properties.ts';
import { placeFramework, watchful } from './frameworks.ts';
import type { Region, YamlFile } from './regions.ts';

/** Whether a text is YAML itself. */
export function isYamlText(text: Entry): boolean {
  return holdsText(text) && innerTree(text)?.documents !== undefined;
}

/** The file of a framework, or of a program around Kafka, that a text of another file is; undefined = none. */
export function frameworkRegion(text: Entry, { circumstances, tree }: YamlFile): Region | undefined {
  const inner = innerTree(text);
  if (inner === undefined) return undefined;
  const nested = inner.documents !== undefined;
  const placement = placeFramework({ ...inner, format: nested ? tree.format : properties }, { ...circumstances, path: text.key });
  if (placement === undefined) return undefined;
  const maps = nested ? [...inner.entries()].filter(({ children }) => children !== undefined) : [];
  return { holders: [text, ...maps], source: nested ? placement : watchful(placement) };
}

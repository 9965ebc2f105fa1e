import type { Log4j2Syntax } from './log4j2-check.ts';
import { contextInJson } from './log4j2-context-json.ts';
import { contextInProperties } from './log4j2-context-properties.ts';
import { contextInXml } from './log4j2-context-xml.ts';
import { contextInYaml } from './log4j2-context-yaml.ts';
import type { Range } from './log4j2-tree.ts';

/** What stands, or may stand, at a place of a Log4j2 file, be it finished or half typed. */
export interface Log4j2Context {
  /** `key`: an element or an attribute, which YAML and JSON write alike. */
  readonly what: 'element' | 'attribute' | 'key' | 'value';
  /** Names of the elements around the place, the outermost first. */
  readonly path: readonly string[];
  /** Of a value: its attribute. */
  readonly attribute?: string;
  /** The word or value at the place: what a suggestion takes the place of. */
  readonly at: Range;
  /** Names of what the element has already, beside what is at the place. */
  readonly written: readonly string[];
  /** Whether nothing but the word itself has to be written: quotes, a separator or a tag are there. */
  readonly isBare: boolean;
  /** What a key of the properties form begins with, up to its last dot. */
  readonly prefix?: string;
}

/** Finds out by the text before a place what may stand there, in one pass; the text need not be well-formed. */
export function contextAt(text: string, offset: number, syntax: Log4j2Syntax): Log4j2Context | undefined {
  const place = Math.min(Math.max(offset, 0), text.length);
  const found = finders[syntax](text, place);
  // Between a name and its value, or behind the value, there is nothing to take the place of.
  return found !== undefined && found.at.start <= place && place <= found.at.end ? found : undefined;
}

const finders: Readonly<Record<Log4j2Syntax, (text: string, offset: number) => Log4j2Context | undefined>> = {
  xml: contextInXml,
  yaml: contextInYaml,
  json: contextInJson,
  properties: contextInProperties,
};

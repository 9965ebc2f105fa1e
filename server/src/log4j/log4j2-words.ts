import type { Log4j2Words } from '../schema/words.ts';
import { converterOf } from './log4j2-pattern.ts';
import type { Log4j2Topic } from './log4j2-suggest.ts';

/** Our words about a part of a plug-in, or about a word of one of the lists. */
export function sayWith(words: Log4j2Words | undefined, { plugin, list }: Log4j2Topic, name: string): string | undefined {
  if (words === undefined) return undefined;
  if (list === 'lookups') return own(words.lookups, name);
  if (list === 'conversions') return own(words.conversions, converterOf(name) ?? '');
  return own(words.plugins[plugin ?? '']?.attributes ?? {}, name) ?? own(words.attributes, name);
}

function own(texts: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}

import type { Config, Setting } from '../configs/config.ts';
import { mayBeSecret } from '../configs/secrets.ts';
import { type Range, rangeOf } from './diagnostics.ts';
import type { Document } from './document.ts';
import { elementsLog4j2 } from './log4j2.ts';

/** A line of the outline. */
export interface Symbol {
  readonly name: string;
  readonly detail: string;
  readonly range: Range;
}

/** Outlines longer than this help nobody and cost much to send. */
const limit = 2000;

/** The settings of a document in its order, values that are secrets left out. */
export function symbols(document: Document): readonly Symbol[] {
  const { placement } = document;
  if (placement.configs.length === 0) return [];
  const found: Symbol[] = [];
  const elements = new Map<Config, readonly Symbol[] | undefined>();
  for (const entry of document.tree.entries()) {
    if (found.length >= limit) break;
    const [membership] = placement.assign(entry);
    if (membership === undefined) continue;
    const { config, key } = membership;
    if (!elements.has(config)) {
      elements.set(config, elementsLog4j2(config));
      for (const element of elements.get(config) ?? []) found.push(element);
    }
    if (elements.get(config) !== undefined) continue;
    const setting = config.all(key).find((one) => one.entry === entry);
    if (setting !== undefined) found.push({ name: entry.key, detail: shownValue(setting), range: rangeOf(entry, 'entry') });
  }
  return found.slice(0, limit);
}

function shownValue(setting: Setting): string {
  return setting.definition === undefined || mayBeSecret(setting) ? '' : setting.value;
}

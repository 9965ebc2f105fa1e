import type { Block } from '../text/block.ts';
import type { Directive } from './format.ts';

const marker = 'kafka-config:';

/** Reads `kafka-config: role=broker version=4.1 ignore=rule-a,rule-b` out of a comment's text, wherever it begins. */
export function readDirective(block: Block, from = 0, to = block.text.length): Directive | undefined {
  const at = block.text.indexOf(marker, from);
  if (at === -1 || at >= to) return undefined;
  const words = new Map<string, string>();
  for (const [, name, value] of block.text.slice(at + marker.length, to).matchAll(/(?<![\w-])([\w-]+)=([^\s;]+)/g)) {
    if (name !== undefined && value !== undefined) words.set(name, value);
  }
  return { block, span: { start: at, end: to }, words };
}

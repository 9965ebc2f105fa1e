import { rules } from '../rules/index.ts';
import { readOptions } from './arguments.ts';
import type { Output } from './output.ts';

/** `kafka-config rules`: every rule with its severity and title. */
export function listRules(args: readonly string[], output: Output): number {
  readOptions(args, {});
  const width = Math.max(...rules.map(({ id }) => id.length));
  output.out(rules.map(({ id, severity, title }) => `${id.padEnd(width)}  ${severity.padEnd(11)}  ${title}\n`).join(''));
  return 0;
}

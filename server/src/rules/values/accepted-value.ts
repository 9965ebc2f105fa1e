import type { Definition } from '../../schema/definition.ts';
import { refusalOf } from '../../schema/value.ts';
import { ownCopy } from '../../text/own-copy.ts';

/** What was accepted last of each property: in a large file most of them have the same value again and again. */
const accepted = new WeakMap<Definition, string>();

/** Whether `ConfigDef` takes a value (blanks already trimmed) of a property. */
export function accepts(definition: Definition, value: string): boolean {
  if (accepted.get(definition) === value) return true;
  if (refusalOf(definition, value) !== undefined) return false;
  accepted.set(definition, ownCopy(value));
  return true;
}

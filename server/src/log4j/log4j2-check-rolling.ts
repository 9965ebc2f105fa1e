import { information, type Log4j2Fault, warning } from './log4j2-faults.ts';
import { pluginOf } from './log4j2-plugins.ts';
import { attributeNamed, type WrittenElement } from './log4j2-tree.ts';

/** A policy by time needs a date in the names of old files (`PatternProcessor`), one by size a counter, or names come again. */
export function* filePatternFaults(node: WrittenElement, name: string): Iterable<Log4j2Fault> {
  const pattern = attributeNamed(node, 'filePattern');
  if (pattern === undefined || !name.startsWith('Rolling')) return;
  const inside = node.children.flatMap((child) => (pluginOf(child.name)?.name === 'Policies' ? child.children : [child]));
  const parts = new Set(inside.map((child) => pluginOf(child.name)?.name));
  // Of a folder in a variable the name behind it is known all the same.
  const known = pattern.value.replace(/\$\$?\{[^{}]*\}/g, '');
  const isKnown = known === pattern.value;
  if (parts.has('TimeBasedTriggeringPolicy') && isKnown && !/%d/.test(known)) {
    const message = '`TimeBasedTriggeringPolicy` needs a date (`%d{…}`) in `filePattern`: Log4j2 leaves the appender out.';
    yield warning('file-pattern', pattern.valueAt, message);
  } else if (parts.has('SizeBasedTriggeringPolicy') && !parts.has('DirectWriteRolloverStrategy') && isCounterless(known, isKnown)) {
    const message = 'Without `%i` in `filePattern` a file that is full again in the same period replaces the one before.';
    yield information('file-pattern', pattern.valueAt, message);
  }
}

/** Seconds tell full files apart well enough. */
function isCounterless(known: string, isKnown: boolean): boolean {
  if (/%d(?:ate)?\{[^{}]*s/.test(known)) return false;
  return !/%-?\d*i/.test(known) && (isKnown || /%d/.test(known));
}

import type { Edit } from '../text/edit.ts';
import type { Change, Entry, Format } from './format.ts';
import { NestedEntry } from './nested-entry.ts';
import { yaml } from './yaml.ts';
import { outerEnd } from './yaml-flow-write.ts';
import { plainKind } from './yaml-scalar.ts';
import { scalarText, writeAllYaml } from './yaml-write.ts';

/** JSON in a text of a YAML document: it is read as YAML, which takes it, and written as JSON, which has no remarks and quotes all but numbers and switches. */
export const jsonText: Format = { ...yaml, comments: false, write: (change) => writeAll([change]), writeAll };

function writeAll(changes: readonly Change[]): readonly Edit[] | undefined {
  if (changes.some(({ kind }) => kind === 'comment')) return undefined;
  const added = changes.flatMap((change) => (change.kind === 'add' ? [addMember(change)] : []));
  const written = writeAllYaml(changes.flatMap((change) => (change.kind === 'add' ? [] : [quoted(change)])));
  return written === undefined || added.includes(undefined) ? undefined : [...written, ...added.flatMap((edits) => edits ?? [])];
}

function quoted(change: Exclude<Change, { kind: 'add' }>): Change {
  return change.kind === 'set' && !isBare(change.value, change.entry) ? { ...change, quoted: true } : change;
}

/** Whether a value is written as it is: a number or a switch beside one. */
function isBare(value: string, { kind }: Entry): boolean {
  return (kind === 'number' || kind === 'boolean') && plainKind(value) === kind;
}

/** Behind a member, on a line of its own where that has one. */
function addMember({ after, key, value }: Extract<Change, { kind: 'add' }>): readonly Edit[] | undefined {
  if (!(after instanceof NestedEntry) || !after.inFlow || after.children !== undefined || after.parent?.kind === 'list') return undefined;
  const { block, keyStart } = after;
  const lead = block.text.slice(block.text.lastIndexOf('\n', keyStart) + 1, keyStart - 1);
  const gap = lead.trim() === '' ? `\n${lead}` : ' ';
  const at = outerEnd(after);
  const text = isBare(value, after) ? value : scalarText(value, '"');
  return [{ block, start: at, end: at, text: `,${gap}${scalarText(key, '"')}: ${text}` }];
}

import type { LineEdit } from '../text/lines.ts';

/**
 * What a file that concerns Kafka says somewhere. YAML and JSON files without any of it are not read at all: most belong to
 * somebody else, and some are long.
 */
const cue =
  /kafka|KAFKA|Kafka|CONNECT_|MP_MESSAGING_|connector\.class|bootstrap\.servers|metadata\.broker\.list|platform\.confluent\.io|cleanup\.policy|process\.roles|offset\.storage\.|(?:server|producer|consumer)\.properties|num\.partitions|log\.dirs|advertised\.listeners/;

/** Whether a text may hold Kafka configuration. */
export function hasCue(lines: readonly string[]): boolean {
  return cue.test(lines.join('\n'));
}

/** Whether an edit brought one of the words in. */
export function bringsCue(lines: readonly string[], edit: LineEdit): boolean {
  for (let line = edit.first; line < edit.first + edit.added; line += 1) if (cue.test(lines[line] ?? '')) return true;
  return false;
}

/** Whether an edit took the last of the words out; `removed` are the texts that went. */
export function losesCue(lines: readonly string[], edit: LineEdit, removed: readonly { readonly text: string }[]): boolean {
  return removed.some(({ text }) => cue.test(text)) && !bringsCue(lines, edit) && !hasCue(lines);
}

import type { Block } from '../text/block.ts';
import type { Edit } from '../text/edit.ts';
import type { Change, Writer } from './format.ts';
import { NestedEntry } from './nested-entry.ts';
import { encodeQuoted } from './quoted.ts';
import { type Reader, skipGaps, stringEnd } from './terraform-map.ts';
import { restOf, skipOperand } from './terraform-skip.ts';

/** Reads `["key=value", …]`: an entry for each line that is written in it, and whether there are others. */
export function readTexts(reader: Reader): { readonly entries: readonly NestedEntry[]; readonly unknown: boolean } {
  let unknown = false;
  reader.at += 1;
  const entries: NestedEntry[] = [];
  for (;;) {
    skipGaps(reader);
    const text = reader.lines[reader.line];
    if (text === undefined || text[reader.at] === ']') break;
    const end = text[reader.at] === '"' ? stringEnd(text, reader.at) : reader.at;
    const entry = end === reader.at ? undefined : lineEntry({ line: reader.line, indent: 0, text }, reader.at + 1, end - 1);
    if (entry !== undefined) entries.push(entry);
    else unknown = true;
    const { line, at } = reader;
    reader.at = end;
    if (end === at || !/^\s*(?:[,\]#]|\/\/|$)/.test(restOf(reader))) skipOperand(reader);
    if (reader.line === line && reader.at === at) break;
  }
  reader.at += 1;
  return { entries, unknown };
}

/** A property's line between quotes; undefined where it is made of something else, too. */
function lineEntry(block: Block, start: number, end: number): NestedEntry | undefined {
  const text = block.text.slice(start, end);
  const [head = '', lead = '', key = ''] = /^(\s*)([\w.-]+)\s*=\s*/.exec(text) ?? [];
  if (key === '' || text.includes('\\')) return undefined;
  const keyStart = start + lead.length;
  const valueStart = start + head.length;
  const span = { block, key, keyStart, keyEnd: keyStart + key.length, valueStart, valueEnd: end };
  return new NestedEntry({ ...span, value: block.text.slice(valueStart, end), kind: 'string', style: 'quoted', format: lineWriter });
}

/** Writes a property's line between quotes. */
const lineWriter: Writer = { id: 'properties', comments: true, write: writeLine };

function writeLine(change: Change): readonly Edit[] | undefined {
  if (change.kind === 'add') return undefined;
  const { block, keyStart, keyEnd, valueStart, valueEnd } = change.entry;
  const alone = /^\s*"\s*$/.test(block.text.slice(0, keyStart)) && /^"\s*,?\s*(?:$|#|\/\/)/.test(block.text.slice(valueEnd));
  switch (change.kind) {
    case 'set':
      return [{ block, start: valueStart, end: valueEnd, text: encodeQuoted(change.value, 'json', '') ?? change.value }];
    case 'rename':
      return [{ block, start: keyStart, end: keyEnd, text: change.key }];
    case 'remove':
      return alone ? [{ block, start: 0, end: block.text.length, text: '', wholeLines: true }] : undefined;
    case 'comment': {
      const lead = /^\s*/.exec(block.text)?.[0] ?? '';
      return alone
        ? [{ block, start: 0, end: 0, text: change.text.replace(/^.*$/gm, (line) => `${lead}# ${line}`).concat('\n') }]
        : undefined;
    }
  }
}

import type { Block } from '../text/block.ts';
import type { Entry, Writer } from './format.ts';
import { entryOf, evidence, speaksOfLogging, speaksOfRelease, writeLaunch } from './launch-entries.ts';
import { launchFormat } from './launch-tree.ts';

/** Batch files of Windows, as far as they choose the logging of what they start. */
export const batch = launchFormat('batch', (blocks) => blocks.flatMap(batchEntries), { blocksOf });

const writer: Writer = { id: 'batch', comments: true, write: (change) => writeLaunch(change, /["^|&<>\s]/) };

/** Lines that end in a caret go on in the next one. */
function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let first = 0; first < lines.length; ) {
    let last = first;
    while (last < lines.length - 1 && /(?<!\^)(?:\^\^)*\^$/.test(lines[last] ?? '')) last += 1;
    blocks.push({ line: first, indent: 0, text: lines.slice(first, last + 1).join('\n') });
    first = last + 1;
  }
  return blocks;
}

const remark = /^\s*(?:@?rem\b|::)/i;

function batchEntries(block: Block): readonly Entry[] {
  const { text } = block;
  if (remark.test(text)) return [];
  const releases = speaksOfRelease(text) ? releasesIn(block) : [];
  if (!speaksOfLogging(text)) return releases;
  const variables = assignmentsIn(block);
  return [...releases, ...(variables.length > 0 ? variables : commandIn(block))];
}

function releasesIn(block: Block): readonly Entry[] {
  const pattern = /kafka_2\.\d+-(\d+\.\d+(?:\.\d+)?)|\bKAFKA_(?:SCALA_)?VERSION=["']?(\d+\.\d+(?:\.\d+)?)/gi;
  return [...block.text.matchAll(pattern)].map(([, archive, variable]) => evidence(block, 'kafka', archive ?? variable ?? '', 0));
}

/** `set NAME=value`, `set "NAME=value"` and `setx NAME value`, up to what begins another command. */
function assignmentsIn(block: Block): readonly Entry[] {
  const pattern =
    /(?<=^|[\s(&|@])(?:set\s+"([A-Za-z_]\w*)=([^"]*)"|set\s+([A-Za-z_]\w*)=([^&|\n]*)|setx\s+(?:\/m\s+)?([A-Za-z_]\w*)\s+("[^"]*"|[^&|\s]+))/gi;
  return [...block.text.matchAll(pattern)].flatMap((match) => {
    const key = match[1] ?? match[3] ?? match[5] ?? '';
    const value = match[2] ?? match[4] ?? match[6] ?? '';
    if (!speaksOfLogging(match[0])) return [];
    const keyStart = match.index + match[0].indexOf(key, match[0].search(/\s/));
    const from = match.index + match[0].lastIndexOf(value);
    return [
      entryOf(block, { key, keyStart, value: value.trim().replace(/^"(.*)"$/, '$1'), from, to: from + value.trimEnd().length }, writer),
    ];
  });
}

/** A command with an option for the logging library: its key is the program. */
function commandIn(block: Block): readonly Entry[] {
  const [, start = '', program = '', rest = ''] =
    /^(\s*@?(?:(?:call|start(?:\s+"[^"]*")?|cmd\s+\/[ck])\s+)*)("[^"]*"|[^\s"]+)(\s[\s\S]*)$/i.exec(block.text) ?? [];
  if (!/(?:^|\s)"?-Dlog4j/.test(rest)) return [];
  const key = program.replaceAll('"', '').replace(/^.*[\\/]/, '');
  const from = start.length + program.length;
  return [
    entryOf(block, { key, keyStart: start.length, keyEnd: from, value: rest.trim(), from, to: from + rest.trimEnd().length }, writer),
  ];
}

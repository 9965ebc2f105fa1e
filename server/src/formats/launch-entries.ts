import type { Block } from '../text/block.ts';
import type { Edit } from '../text/edit.ts';
import type { Change, Entry, Writer } from './format.ts';
import { readCommands, type Word } from './shell-words.ts';

/** Whether a text says anything about logging: everything else in a script, a Dockerfile or a unit is of no concern here. */
export function speaksOfLogging(text: string): boolean {
  return /log4j/i.test(text);
}

/** Whether a text says which Kafka is meant. */
export function speaksOfRelease(text: string): boolean {
  return /kafka/i.test(text) && /\d/.test(text);
}

/** What commands set and start, as far as it is about logging: an entry for each variable, and one for a command with options. */
export function commandEntries(block: Block, from = 0): readonly Entry[] {
  return readCommands(block.text, from).flatMap((words) => {
    const variables = words.flatMap((word) => assignmentOf(block, word) ?? []);
    const command = commandOf(block, words);
    return command === undefined ? variables : [...variables, command];
  });
}

/** `NAME=value`, wherever it stands: before a command, behind `export`, `env` or `docker run -e`; and the default in `${NAME:=value}`. */
export function assignmentOf(block: Block, word: Word): Entry | undefined {
  const name = /^(?:--env=|-e)?([A-Za-z_]\w*)\+?=|^\$\{([A-Za-z_]\w*):?=/.exec(word.value);
  const key = name?.[1] ?? name?.[2];
  if (name === null || key === undefined || !speaksOfLogging(word.value)) return undefined;
  const keyStart = block.text.indexOf(key, word.start);
  const separator = block.text.indexOf('=', keyStart);
  if (keyStart === -1 || separator === -1 || separator >= word.end) return undefined;
  const value = word.value.slice(name[0].length);
  return entryOf(block, {
    key,
    keyStart,
    value: name[2] === undefined ? value : value.replace(/\}$/, ''),
    from: separator + 1,
    to: word.end,
  });
}

/** A command with an option for the logging library: its key is the program. */
export function commandOf(block: Block, words: readonly Word[]): Entry | undefined {
  const first = words.findIndex(
    ({ value }) => !/^[A-Za-z_]\w*=|^(?:exec|nohup|sudo|env|command|time|RUN|CMD|then|do|else|\{|!)$/.test(value),
  );
  const program = words[first];
  const last = words.at(-1);
  if (program === undefined || last === undefined || !words.some(({ value }) => /^-Dlog4j/.test(value))) return undefined;
  const value = words
    .slice(first + 1)
    .map((word) => word.value)
    .join(' ');
  const key = program.value.slice(program.value.lastIndexOf('/') + 1);
  return entryOf(block, { key, keyStart: program.start, keyEnd: program.end, value, from: program.end, to: last.end });
}

interface Parts {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd?: number;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** The spans leave out quotes that go around the whole value. */
export function entryOf(
  block: Block,
  { key, keyStart, keyEnd = keyStart + key.length, value, from, to }: Parts,
  format: Writer = writer,
): Entry {
  const raw = block.text.slice(from, to);
  const trimmed = raw.length - raw.trimStart().length;
  const quoted = /^(["'])[\s\S]*\1$/.test(raw.trim()) && raw.trim().length > 1;
  const valueStart = from + trimmed + (quoted ? 1 : 0);
  return {
    block,
    key,
    value,
    keyStart,
    keyEnd,
    valueStart,
    valueEnd: Math.max(valueStart, to - (quoted ? 1 : 0)),
    kind: 'string',
    style: 'plain',
    format,
  };
}

/** An entry that tells which release a file is about: `FROM`, or `kafka` with a version. */
export function evidence(block: Block, key: string, value: string, at: number): Entry {
  return { block, key, value, keyStart: at, keyEnd: at, valueStart: at, valueEnd: at + value.length, kind: 'string' };
}

const writer: Writer = { id: 'shell', comments: true, write: (change) => writeLaunch(change, /["'\\`;|&<>\s]/) };

/** One word of a value is exchanged for another where it stands as it is; what is `special` in the new one would have to be escaped. */
export function writeLaunch(change: Change, special: RegExp): readonly Edit[] | undefined {
  if (change.kind !== 'set') return undefined;
  const { block, value, valueStart, valueEnd } = change.entry;
  const { before, after } = difference(value, change.value);
  const raw = block.text.slice(valueStart, valueEnd);
  const at = raw.indexOf(before);
  if (before === '' || at === -1 || at !== raw.lastIndexOf(before) || special.test(after)) return undefined;
  return [{ block, start: valueStart + at, end: valueStart + at + before.length, text: after }];
}

/** The words, or options in them, around what is not the same. */
function difference(before: string, after: string): { readonly before: string; readonly after: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  while (start > 0 && !before.startsWith('-D', start) && !/\s/.test(before[start - 1] ?? ' ')) start -= 1;
  while (same > 0 && !/[\s}]/.test(before.at(-same) ?? ' ')) same -= 1;
  return { before: before.slice(start, before.length - same), after: after.slice(start, after.length - same) };
}

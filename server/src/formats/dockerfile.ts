import type { Block } from '../text/block.ts';
import type { Entry } from './format.ts';
import { assignmentOf, commandEntries, commandOf, evidence, speaksOfLogging } from './launch-entries.ts';
import { launchFormat } from './launch-tree.ts';
import { logicalLines } from './logical-lines.ts';
import { shellEntries } from './shell.ts';
import { readCommands, type Word } from './shell-words.ts';

/** Dockerfiles, as far as they choose the logging of what the image starts; and `FROM`, which says what that is. */
export const dockerfile = launchFormat('dockerfile', (blocks) => blocks.flatMap(instructionEntries));

/** What a Dockerfile says about the release it is for. */
export function releasesIn(lines: readonly string[]): readonly Entry[] {
  return logicalLines(lines, () => false)
    .flatMap(instructionEntries)
    .filter(({ key }) => key === 'FROM' || key === 'kafka');
}

function instructionEntries(block: Block): readonly Entry[] {
  const { text } = block;
  const [all = '', name = ''] = /^\s*([A-Za-z]+)\s+/.exec(text) ?? [];
  switch (name.toUpperCase()) {
    case 'FROM':
      return [fromOf(block, all.length)];
    case 'ARG':
    case 'ENV':
      return [...shellEntries(block).filter(({ key }) => key === 'kafka'), ...variables(block, all.length)];
    case 'CMD':
    case 'ENTRYPOINT':
    case 'HEALTHCHECK':
      return speaksOfLogging(text) ? inExecForm(block, all.length) : [];
    default:
      return shellEntries(block);
  }
}

function fromOf(block: Block, from: number): Entry {
  const [, reference = ''] = /^(?:--\S+\s+)*(\S+)/.exec(block.text.slice(from)) ?? [];
  return evidence(block, 'FROM', reference, block.text.indexOf(reference, from));
}

/** `ENV A=b C="d"`, or the old form `ENV A b c` with one variable. */
function variables(block: Block, from: number): readonly Entry[] {
  if (!speaksOfLogging(block.text)) return [];
  const [words = []] = readCommands(block.text.replaceAll(/[;&|()]/g, '_'), from);
  const [name, first] = words;
  if (name === undefined || name.value.includes('=') || first === undefined)
    return words.flatMap((word) => assignmentOf(block, word) ?? []);
  const rest = {
    value: `${name.value}=${words
      .slice(1)
      .map(({ value }) => value)
      .join(' ')}`,
    start: name.start,
    end: words.at(-1)?.end ?? name.end,
  };
  return [spread(block, name, first, rest)].filter((entry) => entry !== undefined);
}

function spread(block: Block, name: Word, first: Word, { value, end }: Word): Entry | undefined {
  if (!speaksOfLogging(value)) return undefined;
  const [key = ''] = value.split('=', 1);
  const entry = assignmentOf(
    { ...block, text: `${block.text.slice(0, name.end)}=${block.text.slice(name.end + 1)}` },
    { value, start: name.start, end },
  );
  return entry && { ...entry, block, key, valueStart: first.start, valueEnd: end };
}

/** `["program", "argument"]`, or what a shell reads. */
function inExecForm(block: Block, from: number): readonly Entry[] {
  const open = block.text.indexOf('[', from);
  if (block.text.slice(from, open).trim() !== '' || open === -1) return commandEntries(block, from);
  const words = [...block.text.slice(open).matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => ({
    value: (match[1] ?? '').replace(/\\(.)/g, '$1'),
    start: open + match.index + 1,
    end: open + match.index + match[0].length - 1,
  }));
  const shell = /^(?:.*\/)?(?:ba|da)?sh$/.test(words[0]?.value ?? '') ? words.at(-1) : undefined;
  if (shell !== undefined)
    return commandEntries({ ...block, text: block.text.slice(0, shell.end) }, shell.start).map((entry) => ({ ...entry, block }));
  const command = commandOf(block, words);
  return command === undefined ? [] : [command];
}

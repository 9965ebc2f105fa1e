import type { Block } from '../text/block.ts';
import type { Entry } from './format.ts';
import { assignmentOf, commandEntries, speaksOfLogging } from './launch-entries.ts';
import { launchFormat } from './launch-tree.ts';
import { shellEntries } from './shell.ts';
import { readCommands } from './shell-words.ts';

/** Units of systemd, as far as they choose the logging of what they start: `Environment=` and `ExecStart=`. */
export const systemd = launchFormat('systemd', (blocks) => blocks.flatMap(settingEntries));

function settingEntries(block: Block): readonly Entry[] {
  const { text } = block;
  const [all = '', name = ''] = /^\s*(\w+)\s*=\s*/.exec(text) ?? [];
  const releases = /^\s*[#;]/.test(text) ? [] : shellEntries(block).filter(({ key }) => key === 'kafka');
  if (!speaksOfLogging(text)) return releases;
  if (name === 'Environment')
    return [...releases, ...readCommands(text, all.length).flatMap((words) => words.flatMap((word) => assignmentOf(block, word) ?? []))];
  const prefix = /^[-@:+!|]*/.exec(text.slice(all.length))?.[0].length ?? 0;
  return /^Exec(?:Start|StartPre|StartPost)$/.test(name) ? [...releases, ...commandEntries(block, all.length + prefix)] : releases;
}

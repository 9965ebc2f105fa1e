import type { Block } from '../text/block.ts';
import type { Entry } from './format.ts';
import { commandEntries, evidence, speaksOfLogging, speaksOfRelease } from './launch-entries.ts';
import { launchFormat } from './launch-tree.ts';

/** Shell scripts, as far as they choose the logging of what they start. */
export const shell = launchFormat('shell', (blocks) => blocks.flatMap(shellEntries), { goesOn: isOpen });

/** What a logical line of a script, or of a here-document in one, says. */
export function shellEntries(block: Block): readonly Entry[] {
  if (/^\s*#/.test(block.text)) return [];
  const releases = speaksOfRelease(block.text) ? releasesIn(block) : [];
  return speaksOfLogging(block.text) ? [...releases, ...commandEntries(block)] : releases;
}

/** Names of archives and images, and variables that hold a version. */
function releasesIn(block: Block): readonly Entry[] {
  const pattern =
    /kafka_2\.\d+-(\d+\.\d+(?:\.\d+)?)|\bKAFKA_(?:SCALA_)?VERSION["']?[= ]["']?(?:\$\{KAFKA_VERSION:-)?(\d+\.\d+(?:\.\d+)?)|(?<![\w.-])((?:[\w.-]+\/)+(?:kafka(?:-native)?|cp-[\w-]+):[\w.${}-]+)/g;
  return [...block.text.matchAll(pattern)].map(([, archive, variable, image]) =>
    evidence(block, image === undefined ? 'kafka' : 'FROM', archive ?? variable ?? image ?? '', 0),
  );
}

/** True while the double quotes of an assignment are open. */
function isOpen(text: string): boolean {
  const start = /(?:^|[\s;])[A-Z][A-Z0-9_]*\+?="/.exec(text);
  if (start === null) return false;
  const quotes = text.slice(start.index).match(/(?<!\\)"/g) ?? [];
  return quotes.length % 2 === 1;
}

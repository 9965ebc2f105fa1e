import type { Config, Setting } from '../configs/config.ts';
import { placeOf } from '../text/block.ts';
import { type Branches, isSure } from '../text/branches.ts';
import type { Verdict } from './judge.ts';

/** Whether a verdict hangs on settings that a template may leave out where it puts the one in that is reported. */
export function isUnsure({ rule, finding }: Verdict, branches: Branches): boolean {
  const here = branches(lineOf(finding.at));
  const others =
    rule.reads === 'each' ? (finding.related ?? []).map(({ at }) => at) : rule.single ? [] : readBy(rule.reads, finding.at.config);
  for (const setting of others) if (!isSure(branches(lineOf(setting)), here)) return true;
  return false;
}

function lineOf({ entry: { block, keyStart } }: Setting): number {
  return placeOf(block, keyStart).line;
}

/** All that a rule may have looked at, in this config and where it looks keys up; what is set again counts each time. */
function* readBy(reads: readonly string[], config: Config): Iterable<Setting> {
  for (const setting of config.written()) {
    if (reads.some((pattern) => isNamedBy(pattern, setting.key)) && !isAction(setting.key)) yield setting;
  }
  const { parent } = config.identity;
  if (parent !== undefined) yield* readBy(reads, parent);
}

/** What a template is told to put in here sets nothing that a rule could have read. */
function isAction(key: string): boolean {
  return key.startsWith('{{') || key.startsWith('{%') || key.startsWith('<%');
}

function isNamedBy(pattern: string, key: string): boolean {
  const star = pattern.indexOf('*');
  return star === -1 ? pattern === key : key.startsWith(pattern.slice(0, star)) && key.endsWith(pattern.slice(star + 1));
}

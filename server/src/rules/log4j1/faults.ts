import type { Config, Setting } from '../../configs/config.ts';
import { isPartial } from '../../configs/logging.ts';
import { type Entry, rawValue } from '../../formats/format.ts';
import { checkLog4j1, type Fault, type FaultKind } from '../../log4j/check.ts';
import { fileOf } from '../../log4j/read.ts';
import type { Finding, Fix, FixStep } from '../rule.ts';

/** What was found in a config when it held these settings: a dozen rules ask for the same. */
interface Checked {
  readonly revision: number;
  readonly faults: readonly Fault[];
}

const known = new WeakMap<Config, Checked>();

/** The findings of one kind in a log4j 1 config. Any key may be a variable in another's value: what rules read is all of them. */
export function* faultsOf(config: Config, kind: FaultKind): Iterable<Finding> {
  // What the operator's own file holds beside these is not known.
  if (isPartial(config.identity.logging) && hangsOnTheRest.has(kind)) return;
  for (const fault of faultsIn(config)) {
    const at = config.own(fault.setting.key);
    if (fault.kind !== kind || at === undefined || isTemplate(at.value)) continue;
    const fix = fixOf(fault, at);
    yield { at, part: partOf(fault, at.entry), message: fault.message, ...(fix !== undefined && { fixes: [fix] }) };
  }
}

const hangsOnTheRest: ReadonlySet<FaultKind> = new Set([
  'undefined-appender',
  'unused-appender',
  'missing-layout',
  'missing-file',
  'orphan-additivity',
  'orphan-option',
  'unknown-key',
]);

/** What a template puts in is unknown. `${…}` is log4j's own and read by its checks, and so is what looks like a batch file's `%X%`. */
export function isTemplate(value: string): boolean {
  return /\{\{|\{%|@[\w.-]+@|\b__[A-Z0-9_]+__\b/.test(value);
}

function faultsIn(config: Config): readonly Fault[] {
  const { revision } = config;
  const before = known.get(config);
  if (before?.revision === revision) return before.faults;
  const faults = checkLog4j1(fileOf([...config.settings()]));
  known.set(config, { revision, faults });
  return faults;
}

/** The word as it stands in the text, or the whole value where escapes hide it. */
function partOf({ on, word }: Fault, entry: Entry): NonNullable<Finding['part']> {
  if (on === 'key') return 'key';
  const from = word === undefined ? -1 : wordAt(rawValue(entry), word);
  return word === undefined || from === -1 ? 'value' : { from, to: from + word.length };
}

/** A name among others counts where it stands alone. */
function wordAt(text: string, word: string): number {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!/[\w.]/.test(text[at - 1] ?? '') && !/\w/.test(/\w$/.test(word) ? (text[at + word.length] ?? '') : '')) return at;
  }
  return text.indexOf(word);
}

function fixOf({ kind, value, key, remark }: Fault, setting: Setting): Fix | undefined {
  if (remark !== undefined && value !== undefined) {
    const steps: readonly FixStep[] = [
      { do: 'comment', setting, text: remark },
      { do: 'set', setting, value },
    ];
    return { title: 'Move the remark to a line above', safe: true, steps };
  }
  if (key !== undefined) return { title: `Rename to \`${key}\``, safe: false, steps: [{ do: 'rename', setting, key }] };
  if (value !== undefined) return { title: `Set to \`${value.trim()}\``, safe: false, steps: [{ do: 'set', setting, value }] };
  const removable = kind === 'daily-backups' || kind === 'unknown-option' || kind === 'orphan-additivity' || kind === 'unknown-key';
  return removable ? { title: 'Remove it', safe: false, steps: [{ do: 'remove', setting }] } : undefined;
}

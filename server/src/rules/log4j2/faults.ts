import type { Config, Setting } from '../../configs/config.ts';
import { type Entry, rawValue } from '../../formats/format.ts';
import { checkLog4j2, type Log4j2Fault, type Log4j2FaultKind, syntaxOf } from '../../log4j/log4j2-check.ts';
import type { Finding, Fix, Mark } from '../rule.ts';

/** A fault, and where it stands in a setting. */
interface Placed {
  readonly fault: Log4j2Fault;
  readonly at: Setting;
  readonly part: 'key' | Mark;
}

/** What was found in a config when it had these entries: a dozen rules ask for the same. */
interface Checked {
  readonly entries: readonly Entry[];
  readonly faults: readonly Placed[];
}

const known = new WeakMap<Config, Checked>();

/** The findings of one kind in a Log4j2 config. */
export function* log4j2FaultsOf(config: Config, kind: Log4j2FaultKind): Iterable<Finding> {
  for (const { fault, at, part } of faultsIn(config)) {
    if (fault.kind !== kind) continue;
    const fix = fixOf(fault, at, part);
    yield { at, part, message: fault.message, severity: fault.severity, ...(fix !== undefined && { fixes: [fix] }) };
  }
}

function faultsIn(config: Config): readonly Placed[] {
  const settings = [...config.settings()].sort((a, b) => a.entry.block.line - b.entry.block.line);
  const entries = settings.map(({ entry }) => entry);
  const before = known.get(config);
  if (before !== undefined && before.entries.length === entries.length && entries.every((entry, index) => before.entries[index] === entry))
    return before.faults;
  const faults = check(settings);
  known.set(config, { entries, faults });
  return faults;
}

/** The text of the entries alone is what Log4j2 makes of the file: a whole document is one entry. */
function check(settings: readonly Setting[]): readonly Placed[] {
  let text = '';
  const starts = settings.map(({ entry }) => {
    const start = text.length;
    text += `${entry.block.text}\n`;
    return start;
  });
  const isWhole = settings[0]?.config.identity.format.id === 'whole';
  return checkLog4j2(text, isWhole ? syntaxOf(text) : 'properties').flatMap((fault) => {
    const index = Math.max(
      starts.findLastIndex((start) => start <= fault.at.start),
      0,
    );
    const at = settings[index];
    return at === undefined ? [] : [{ fault, at, part: partOf(fault, at.entry, starts[index] ?? 0) }];
  });
}

function partOf({ at }: Log4j2Fault, { keyStart, keyEnd, valueStart, block }: Entry, start: number): Placed['part'] {
  const from = at.start - start;
  const to = Math.min(at.end - start, block.text.length);
  const isKey = keyEnd > keyStart && (from < keyEnd || to <= from);
  return isKey ? 'key' : { from: from - valueStart, to: Math.max(to, from) - valueStart };
}

/** Puts the right word in the place of the wrong one, where the text has no escapes. */
function fixOf({ replacement }: Log4j2Fault, setting: Setting, part: Placed['part']): Fix | undefined {
  const { entry } = setting;
  if (replacement === undefined) return undefined;
  const title = `Change to \`${replacement}\``;
  if (part === 'key') {
    if (entry.block.text.slice(entry.keyStart, entry.keyEnd) !== setting.key) return undefined;
    return { title, safe: false, steps: [{ do: 'rename', setting, key: setting.key.replace(/[^.]*$/, replacement) }] };
  }
  const raw = rawValue(entry);
  if (raw !== entry.value) return undefined;
  const [quote = ''] = /^["']/.exec(raw.slice(part.from, part.to)) ?? [];
  const value = raw.slice(0, part.from) + quote + replacement + quote + raw.slice(part.to);
  return { title, safe: false, steps: [{ do: 'set', setting, value }] };
}

import type { Config, Setting } from '../../configs/config.ts';
import { log4j2Text, writtenAt } from '../../configs/log4j2-text.ts';
import { isPartial } from '../../configs/logging.ts';
import { type Entry, rawValue } from '../../formats/format.ts';
import { checkLog4j2, syntaxOf } from '../../log4j/log4j2-check.ts';
import type { Log4j2Fault, Log4j2FaultKind } from '../../log4j/log4j2-faults.ts';
import { templateIn } from '../../log4j/templates.ts';
import { type KafkaVersion, parseVersion } from '../../schema/version.ts';
import type { Span } from '../../text/block.ts';
import { isTemplate } from '../log4j1/faults.ts';
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
  /** True where something fills the text in before Log4j2 reads it. */
  readonly template: boolean;
  readonly faults: readonly Placed[];
}

const known = new WeakMap<Config, Checked>();

/** The findings of one kind in a Log4j2 config. */
export function* log4j2FaultsOf(config: Config, kind: Log4j2FaultKind): Iterable<Finding> {
  const { template, faults } = checked(config);
  // What the operator's own file holds beside these, or a template puts in, is not known.
  if ((template || isPartial(config.identity.logging)) && hangsOnTheRest.has(kind)) return;
  for (const { fault, at, part } of faults) {
    if (fault.kind !== kind || isTakenBy(fault, config.kafka) || (template && (isTemplate(at.key) || isTemplate(at.value)))) continue;
    const fix = fixOf(fault, at, part);
    yield { at, part, message: fault.message, severity: severityFor(fault, config.kafka), ...(fix !== undefined && { fixes: [fix] }) };
  }
}

function isTakenBy({ before }: Log4j2Fault, kafka: KafkaVersion): boolean {
  const first = before === undefined ? undefined : parseVersion(before);
  return first !== undefined && kafka >= first;
}

/** What only a later release refuses is ignored by this one. */
function severityFor({ severity, since }: Log4j2Fault, kafka: KafkaVersion): Log4j2Fault['severity'] {
  const first = since === undefined ? undefined : parseVersion(since);
  return first !== undefined && kafka < first ? 'warning' : severity;
}

const hangsOnTheRest: ReadonlySet<Log4j2FaultKind> = new Set([
  'refused',
  'undefined-appender',
  'unused-appender',
  'missing-attribute',
  'missing-policy',
  'no-root',
  'undefined-property',
]);

function checked(config: Config): Checked {
  const entries = Array.from(config.settings(), ({ entry }) => entry);
  const before = known.get(config);
  if (before !== undefined && before.entries.length === entries.length && entries.every((entry, index) => before.entries[index] === entry))
    return before;
  const fresh = { entries, ...check(config) };
  known.set(config, fresh);
  return fresh;
}

function check(config: Config): Omit<Checked, 'entries'> {
  const text = log4j2Text(config);
  const template = templateIn(text.text) !== undefined;
  // Nothing can be said of what stands where in a nested text.
  if (template && text.syntax === 'nested') return { template, faults: [] };
  const syntax = text.syntax === 'nested' ? syntaxOf(text.text) : 'properties';
  const faults = checkLog4j2(text.text, syntax).flatMap((fault) => {
    const written = writtenAt(text, fault.at);
    return written === undefined ? [] : [{ fault, at: written.setting, part: partOf(written.setting.entry, written.at) }];
  });
  return { template, faults };
}

function partOf({ keyStart, keyEnd, valueStart }: Entry, { start, end }: Span): Placed['part'] {
  const isKey = keyEnd > keyStart && (start < keyEnd || end <= start);
  return isKey ? 'key' : { from: start - valueStart, to: Math.max(end, start) - valueStart };
}

/** Puts the right word in the place of the wrong one, where the text has no escapes. */
function fixOf({ replacement }: Log4j2Fault, setting: Setting, part: Placed['part']): Fix | undefined {
  const { entry } = setting;
  if (replacement === undefined) return undefined;
  const title = `Change to \`${replacement}\``;
  if (part === 'key') {
    if (entry.block.text.slice(entry.keyStart, entry.keyEnd) !== entry.key) return undefined;
    return { title, safe: false, steps: [{ do: 'rename', setting, key: setting.key.replace(/[^.]*$/, replacement) }] };
  }
  const raw = rawValue(entry);
  if (raw !== entry.value) return undefined;
  const [quote = ''] = /^["']/.exec(raw.slice(part.from, part.to)) ?? [];
  const value = raw.slice(0, part.from) + quote + replacement + quote + raw.slice(part.to);
  return { title, safe: false, steps: [{ do: 'set', setting, value }] };
}

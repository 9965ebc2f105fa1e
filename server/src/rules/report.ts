import type { Directive, Entry, Tree } from '../formats/format.ts';
import type { Branches } from '../text/branches.ts';
import type { Verdict } from './judge.ts';
import type { Finding, Severity } from './rule.ts';
import { isUnsure } from './unsure.ts';

/** What authors may make of a rule: `off`, or another severity up to warning. */
export type RuleSettings = ReadonlyMap<string, Severity | 'off'>;

/** A verdict that is to be shown. */
export interface Report extends Verdict {
  readonly severity: Severity;
}

/**
 * What is shown of the verdicts: one finding for one fault (what another supersedes is dropped, what several views see is said once),
 * with the author's own severities and without what the author chose to ignore, or a template may leave out; in the order of the document.
 */
export function report(verdicts: Iterable<Verdict>, tree: Tree, settings: RuleSettings, branches?: Branches): Report[] {
  const byEntry = new Map<Entry, Verdict[]>();
  for (const verdict of verdicts) {
    if (branches !== undefined && isUnsure(verdict, branches)) continue;
    const { entry } = verdict.finding.at;
    const others = byEntry.get(entry);
    if (others === undefined) byEntry.set(entry, [verdict]);
    else others.push(verdict);
  }
  const ignored = ignoredRules(tree);
  const reports: Report[] = [];
  for (const found of byEntry.values()) {
    const kept = found.length === 1 ? found : dropSuperseded(found);
    for (const verdict of kept) {
      if (ignored?.(verdict.finding, verdict.rule.id)) continue;
      const severity = severityOf(verdict, settings);
      if (severity !== 'off') reports.push({ rule: verdict.rule, finding: verdict.finding, severity });
    }
  }
  return withMisspelledKeys(reports.sort(inDocumentOrder), settings);
}

/** What lacks a key that is there under a wrong name is said of that name, and as gravely; of several names, of the first. */
function withMisspelledKeys(reports: Report[], settings: RuleSettings): Report[] {
  const lacking = reports.filter(({ finding }) => finding.lacks !== undefined);
  if (lacking.length === 0) return reports;
  const explained = new Set<Report>();
  const graver = new Map<Report, Report>();
  for (const one of lacking) {
    const slip = reports.find((other) => settings.get(other.rule.id) === undefined && isMisspelled(other, one));
    if (slip === undefined) continue;
    explained.add(one);
    if (one.severity === 'error') graver.set(slip, { ...slip, severity: 'error' });
  }
  return reports.filter((one) => !explained.has(one)).map((one) => graver.get(one) ?? one);
}

/** Whether the way out of a finding is to give its key the name that the other one lacks; several configs may hold the same entry. */
function isMisspelled({ finding: { at: slip, fixes } }: Report, { finding: { lacks, at } }: Report): boolean {
  const step = fixes?.[0]?.steps[0];
  if (step?.do !== 'rename' || lacks?.includes(step.key) !== true) return false;
  return at.config.all(slip.key).some(({ entry }) => entry === slip.entry);
}

/** What is said of one place by several rules is in the order of their names, whichever was asked first. */
function inDocumentOrder({ finding: a, rule: one }: Report, { finding: b, rule: other }: Report): number {
  const byPlace = a.at.entry.block.line - b.at.entry.block.line || a.at.entry.keyStart - b.at.entry.keyStart || startOf(a) - startOf(b);
  return byPlace || (one.id < other.id ? -1 : 1);
}

/** Of findings in one entry, those further left come first. */
function startOf({ part }: Finding): number {
  return part === 'key' || part === 'entry' ? -1 : typeof part === 'object' ? part.from : 0;
}

function dropSuperseded(verdicts: readonly Verdict[]): readonly Verdict[] {
  const dropped = new Set(verdicts.flatMap(({ rule }) => rule.supersedes ?? []));
  const standing = verdicts.filter(({ rule }) => !dropped.has(rule.id));
  const spokenFor = new Set(verdicts.flatMap(({ rule }) => rule.speaksFor ?? []));
  const seen = new Set<string>();
  const kept = standing.filter(({ rule, finding }) => {
    const id = `${rule.id} ${startOf(finding)} ${finding.message}`;
    if (spokenFor.has(rule.id) || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
  return kept.map((verdict) => (speaksForAnError(verdict, standing) ? { ...verdict, finding: asError(verdict.finding) } : verdict));
}

function speaksForAnError({ rule: { speaksFor } }: Verdict, verdicts: readonly Verdict[]): boolean {
  if (speaksFor === undefined) return false;
  return verdicts.some(({ rule, finding }) => speaksFor.includes(rule.id) && (finding.severity ?? rule.severity) === 'error');
}

function asError(finding: Finding): Finding {
  return { ...finding, severity: 'error' };
}

/** Error stays Kafka's word: others may be raised up to warning. */
function severityOf({ rule, finding }: Verdict, settings: RuleSettings): Severity | 'off' {
  const own = finding.severity ?? rule.severity;
  const wanted = settings.get(rule.id);
  if (wanted === undefined) return own;
  return wanted === 'error' && own !== 'error' ? 'warning' : wanted;
}

/** `kafka-config: ignore=a,b` silences what stands below it, `ignore-file=a,b` the document; `ignore=all` every rule. */
function ignoredRules(tree: Tree): ((finding: Finding, rule: string) => boolean) | undefined {
  if (tree.directives.length === 0) return undefined;
  const taken = new Set(tree.directives.filter(({ covers }) => covers === undefined).map(({ block }) => block.line));
  const silences = tree.directives.flatMap((directive) => silencesOf(directive, taken));
  return (finding, rule) => silences.some(({ rules, covers }) => (rules.includes(rule) || rules.includes('all')) && covers(finding));
}

interface Silence {
  readonly rules: readonly string[];
  covers(finding: Finding): boolean;
}

function silencesOf(directive: Directive, taken: ReadonlySet<number>): readonly Silence[] {
  const { words, within, block } = directive;
  const below = words.get('ignore')?.split(',');
  const file = words.get('ignore-file')?.split(',');
  const line = lineBelow(block.line, taken);
  const isBelow = ({ at: { entry }, part }: Finding): boolean =>
    directive.covers === undefined
      ? entry.block.line === line
      : directive.covers(entry, entry.valueStart + (typeof part === 'object' ? part.from : 0));
  const isWithin = ({ at: { entry } }: Finding): boolean => within === undefined || entry.parent === within;
  return [
    ...(below === undefined ? [] : [{ rules: below, covers: isBelow }]),
    ...(file === undefined ? [] : [{ rules: file, covers: isWithin }]),
  ];
}

/** Directives may stand above one another. */
function lineBelow(line: number, taken: ReadonlySet<number>): number {
  let below = line + 1;
  while (taken.has(below)) below += 1;
  return below;
}

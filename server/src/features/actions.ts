import type { Config, Setting } from '../configs/config.ts';
import type { Entry } from '../formats/format.ts';
import type { Target } from '../log4j/conversion.ts';
import { editsOf } from '../rules/fix.ts';
import type { Verdict } from '../rules/judge.ts';
import type { Report, RuleSettings } from '../rules/report.ts';
import type { Fix, FixStep } from '../rules/rule.ts';
import { comparePlaces, overlaps, type PlacedEdit, placeEdits } from '../text/edit.ts';
import { convertInPlace } from './conversion.ts';
import { type Range, rangeOf } from './diagnostics.ts';
import type { Document } from './document.ts';
import { likelyValue } from './likely-value.ts';
import { log4j1At } from './log4j.ts';

/** Something the author can do at a place. */
export interface Action {
  readonly title: string;
  readonly report: Report;
  readonly edits: readonly PlacedEdit[];
  readonly preferred: boolean;
  /** A conversion to be carried out instead of edits. */
  readonly convert?: NonNullable<Fix['convert']>;
}

/** The fixes of the findings that touch a range, then ways to silence them. */
export function actionsAt(document: Document, range: Range, settings: RuleSettings): Action[] {
  const here = document.reports(settings).filter(({ finding }) => touches(rangeOf(finding.at.entry, finding.part ?? 'value'), range));
  // One remark silences all that a rule says in one place.
  const first = here.filter(
    ({ rule, finding }, i) => here.findIndex((one) => one.rule === rule && one.finding.at.entry === finding.at.entry) === i,
  );
  return [...here.flatMap((report) => fixesOf(document, report)), ...first.flatMap((report) => silence(document, report))];
}

function fixesOf(document: Document, report: Report): Action[] {
  const fixes = report.finding.fixes ?? [];
  if (fixes.length === 0 && refusing.has(report.rule.id)) return likelyFix(document, report);
  // What is read is seldom what was meant: `60s` is not 60 ms.
  const likely = report.rule.id === 'librdkafka-misread-number' ? likelyFix(document, report) : [];
  const own = fixes.flatMap((fix, i) => {
    if (fix.convert !== undefined) return conversion(document, report, fix.title, fix.convert, i === 0);
    const edits = placedEdits(document, fix);
    return edits === undefined ? [] : [{ title: fix.title, report, edits, preferred: i === 0 && likely.length === 0 }];
  });
  return [...likely, ...own];
}

/** The rules that say no more of a value than that it is refused. */
const refusing: ReadonlySet<string> = new Set(['invalid-value', 'librdkafka-invalid-value']);

/** A value that may have been meant: for a person to choose, never for all at once. */
function likelyFix(document: Document, report: Report): Action[] {
  const { at: setting } = report.finding;
  const likely = likelyValue(setting);
  if (likely === undefined) return [];
  const { value, words } = likely;
  const edits = placedEdits(document, { title: '', safe: false, steps: [{ do: 'set', setting, value }] });
  const title = `Set \`${setting.key}\` to \`${value}\`${words === undefined ? '' : ` (${words})`}`;
  return edits === undefined ? [] : [{ title, report, edits, preferred: false }];
}

/** A file of its own is converted beside it; what stands inside another document, there. */
function conversion(document: Document, report: Report, title: string, to: Target, preferred: boolean): Action[] {
  if (document.format.id === 'properties') return [{ title, report, edits: [], preferred, convert: to }];
  const rewrite = inPlace(document, report.finding.at, title, to);
  return rewrite === undefined ? [] : [{ ...rewrite, report, preferred }];
}

/** Something that rewrites what may be sound as it stands. */
export type Rewrite = Pick<Action, 'title' | 'edits'>;

/** The conversions of the log4j 1 text inside another document that a place is in, whichever release reads it. */
export function rewritesAt(document: Document, { start }: Range): readonly Rewrite[] {
  const at = document.format.id === 'properties' ? undefined : log4j1At(document, start)?.first;
  if (at === undefined || at.config.identity.logging !== undefined) return [];
  const forms = { xml: 'XML', yaml: 'YAML', properties: 'properties' } as const;
  return (['xml', 'yaml', 'properties'] as const).flatMap((to) => inPlace(document, at, `Convert to Log4j2 ${forms[to]}`, to) ?? []);
}

function inPlace(document: Document, at: Setting, title: string, to: Target): Rewrite | undefined {
  const converted = convertInPlace(at, to, document);
  if (converted === undefined) return undefined;
  const { edits, lost } = converted;
  const losses = lost === 0 ? '' : `; ${lost} ${lost === 1 ? 'thing is' : 'things are'} not kept`;
  return { title: title + losses, edits: placeEdits(edits, document.eol) };
}

/** A fix as edits of the document; undefined where its format cannot write it. */
export function placedEdits(document: Document, fix: Fix): readonly PlacedEdit[] | undefined {
  const edits = editsOf(fix);
  return edits && placeEdits(edits, document.eol);
}

function silence(document: Document, report: Report): Action[] {
  const { at: setting, part } = report.finding;
  const rule = report.rule.id;
  const at = typeof part === 'object' ? setting.entry.valueStart + part.from : setting.entry.keyStart;
  const edits = placedEdits(document, {
    title: '',
    safe: false,
    steps: [{ do: 'comment', setting, text: `kafka-config: ignore=${rule}`, at }],
  });
  return edits === undefined ? [] : [{ title: `Ignore \`${rule}\` here`, report, edits, preferred: false }];
}

/**
 * Every safe fix of the document at once, in document order. One that concerns what another changes waits for the next round; one of
 * which not all have need that share the entry, by an anchor, is for a person to choose.
 */
export function fixAll(document: Document, settings: RuleSettings): readonly PlacedEdit[] {
  const taken: Fix[] = [];
  const touched = new Set<Entry | string>();
  const said = new Map<Entry, Verdict[]>();
  for (const report of document.reports(settings)) {
    const [fix] = report.finding.fixes ?? [];
    if (!fix?.safe || editsOf(fix) === undefined) continue;
    const own = fix.steps.flatMap(concerns);
    if (own.some((one) => touched.has(one)) || !isAgreed(document, report, said)) continue;
    for (const one of own) touched.add(one);
    taken.push(fix);
  }
  return together(document, taken);
}

/** Fixes carried out as one, because neighbours that leave share a comma; as many from the first as can be. */
function together(document: Document, fixes: readonly Fix[]): readonly PlacedEdit[] {
  const edits = placedEdits(document, { title: '', safe: true, steps: fixes.flatMap(({ steps }) => steps) });
  const isSound = edits?.every((edit, i) => i === 0 || !overlaps(edits[i - 1] as PlacedEdit, edit));
  return edits !== undefined && isSound ? edits : together(document, fixes.slice(0, -1));
}

/** What a step changes: an entry, and a key that comes to be beside it. */
function concerns(step: FixStep): readonly (Entry | string)[] {
  const { config, entry } = step.do === 'add' ? step.after : step.setting;
  const { parent } = entry;
  const place = parent === undefined ? '' : `${parent.block.line}:${parent.keyStart}`;
  switch (step.do) {
    case 'add':
      return [`${place} ${config.identity.spelling.spell(step.key, entry)}`];
    case 'rename':
      return [entry, `${place} ${config.identity.spelling.spell(step.key, entry)}`];
    default:
      return [entry];
  }
}

/** Whether the rule says the same in every config that the entry belongs to. A config and its views are one. */
function isAgreed(document: Document, { rule, finding }: Report, said: Map<Entry, Verdict[]>): boolean {
  const { entry, config } = finding.at;
  const others = document.placement.assign(entry).filter((member) => !isViewOf(member.config, config) && !isViewOf(config, member.config));
  if (others.length === 0) return true;
  if (said.size === 0) for (const verdict of document.judge.verdicts()) add(said, verdict);
  const same = (said.get(entry) ?? []).filter((verdict) => verdict.rule === rule && verdict.finding.message === finding.message);
  return others.every((member) => same.some((verdict) => verdict.finding.at.config === member.config));
}

function add(said: Map<Entry, Verdict[]>, verdict: Verdict): void {
  const { entry } = verdict.finding.at;
  const known = said.get(entry);
  if (known === undefined) said.set(entry, [verdict]);
  else known.push(verdict);
}

function isViewOf(view: Config, config: Config): boolean {
  return view === config || (view.identity.parent !== undefined && isViewOf(view.identity.parent, config));
}

function touches(a: Range, b: Range): boolean {
  return comparePlaces(a.start, b.end) <= 0 && comparePlaces(b.start, a.end) <= 0;
}

import type { Entry } from '../formats/format.ts';
import type { Report } from '../rules/report.ts';
import type { Finding, Severity } from '../rules/rule.ts';
import { type Place, placeOf } from '../text/block.ts';

/** A range in document coordinates, as LSP has it. */
export interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** An LSP diagnostic (`Diagnostic` of the protocol). */
export interface Diagnostic {
  readonly range: Range;
  readonly severity: 1 | 2 | 3 | 4;
  readonly code: string;
  readonly codeDescription?: { readonly href: string };
  readonly source: string;
  readonly message: string;
  readonly tags?: readonly (1 | 2)[];
  readonly relatedInformation?: readonly { readonly location: { readonly uri: string; readonly range: Range }; readonly message: string }[];
}

const severities: Readonly<Record<Severity, 1 | 2 | 3 | 4>> = { error: 1, warning: 2, information: 3, hint: 4 };

/** What a report looks like to an editor; `rulesPage` is the address of docs/rules.md. */
export function diagnosticOf({ rule, finding, severity }: Report, uri: string, rulesPage?: string): Diagnostic {
  const related = finding.related?.map(({ at, message }) => ({ location: { uri, range: rangeOf(at.entry, 'entry') }, message }));
  return {
    range: rangeOf(finding.at.entry, finding.part ?? 'value'),
    severity: severities[severity],
    code: rule.id,
    ...(rulesPage !== undefined && { codeDescription: { href: `${rulesPage}#${rule.id}` } }),
    source: 'kafka-config',
    message: finding.message,
    ...(finding.tag !== undefined && { tags: [finding.tag === 'unnecessary' ? 1 : 2] as const }),
    ...(related !== undefined && related.length > 0 && { relatedInformation: related }),
  };
}

/** The document range of a part of an entry. An empty value is marked by its key. */
export function rangeOf(entry: Entry, part: NonNullable<Finding['part']>): Range {
  const { block } = entry;
  const [start, end] = offsetsOf(entry, part);
  return { start: placeOf(block, start), end: placeOf(block, end) };
}

function offsetsOf(entry: Entry, part: NonNullable<Finding['part']>): readonly [number, number] {
  // An element of a list has no key.
  if (part === 'key' && entry.keyStart < entry.keyEnd) return [entry.keyStart, entry.keyEnd];
  if (part === 'entry') return [entry.keyStart, entry.valueEnd];
  if (typeof part === 'object') return [entry.valueStart + part.from, entry.valueStart + part.to];
  const end = trimmedEnd(entry);
  return end > entry.valueStart ? [entry.valueStart, end] : [entry.keyStart, entry.keyEnd];
}

/** Blanks behind a value are not part of what is wrong. */
function trimmedEnd({ block, valueStart, valueEnd }: Entry): number {
  let end = valueEnd;
  while (end > valueStart && block.text.charCodeAt(end - 1) <= 32) end -= 1;
  return end;
}

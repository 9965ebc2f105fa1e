import type { Place } from '../text/block.ts';
import type { Document } from './document.ts';
import type { KeyPlace } from './nested-keys.ts';
import { tryAt } from './probe.ts';

/** The first key of a map that has none: between its braces, or behind the colon of its name. */
export function emptyMapPlace(document: Document, place: Place): KeyPlace | undefined {
  const line = document.lines[place.line] ?? '';
  return betweenBraces(document, place, line) ?? (document.format.id === 'yaml' ? behindColon(document, place, line) : undefined);
}

/** `{¦}`, `{ "a": "b", ¦}`. */
function betweenBraces(document: Document, place: Place, line: string): KeyPlace | undefined {
  const [, quote = '', typed] = /[{,][ \t]*(["']?)([\w.-]*)$/.exec(line.slice(0, place.character)) ?? [];
  if (typed === undefined || /\{\{[ \t]*[\w.-]*$/.test(line.slice(0, place.character))) return undefined;
  const start = place.character - typed.length;
  const [rest = ''] = /^[\w.-]*/.exec(line.slice(place.character)) ?? [];
  const end = place.character + rest.length;
  const after = line.slice(end).replace(quote === '' ? '' : new RegExp(`^${quote}`), '');
  if (!/^[ \t]*(?:[},"']|$)/.test(after)) return undefined;
  const head = line.slice(0, start - quote.length);
  const found = tryAt(document, place.line, (member) => [`${head}${member}${/^[ \t]*["'\w]/.test(after) ? ',' : ''}${after}`], {
    line: 0,
    character: head.length + 1,
  });
  return found && { ...found, start, end };
}

/** `config: ¦`, with nothing below it: what is written begins a line of its own. */
function behindColon(document: Document, place: Place, line: string): KeyPlace | undefined {
  const [, lead] = /^([ \t]*(?:-[ \t]+)*)[\w.-]+:[ \t]*$/.exec(line) ?? [];
  const start = line.trimEnd().length;
  if (lead === undefined || place.character < start || !isEmptyBelow(document.lines, place.line, lead.length)) return undefined;
  const indent = ' '.repeat(lead.length + 2);
  const found = tryAt(document, place.line, (member) => [line.trimEnd(), indent + member], { line: 1, character: indent.length });
  return found && { ...found, start, end: line.length, around: { before: `\n${indent}`, behind: ': ' } };
}

function isEmptyBelow(lines: readonly string[], line: number, column: number): boolean {
  const next = lines.slice(line + 1).find((text) => text.trim() !== '') ?? '';
  const indent = next.length - next.trimStart().length;
  return indent < column || (indent === column && !next.trimStart().startsWith('- ')) || next === '';
}

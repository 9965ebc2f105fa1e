import type { Setting } from '../configs/config.ts';
import { type Entry, type Format, holdsText, rawValue } from '../formats/format.ts';
import { NestedEntry } from '../formats/nested-entry.ts';
import { commentSyntax } from '../formats/whole-comments.ts';
import type { Target } from '../log4j/conversion.ts';
import { convertLog4j } from '../log4j/convert.ts';
import { log4j2FileName } from '../log4j/file-name.ts';
import { printVersion } from '../schema/version.ts';
import { placeOf } from '../text/block.ts';
import type { Edit } from '../text/edit.ts';
import { referenceEdits } from './conversion-references.ts';
import { convertList } from './convert-list.ts';

/** A conversion for Log4j2 that is written where the log4j 1 configuration stands. */
export interface InPlace {
  readonly edits: readonly Edit[];
  /** How much of it could not be kept; each is said in a comment at the head of the result. */
  readonly lost: number;
}

/** The document that a text stands in. */
interface Surroundings {
  readonly format: Format;
  readonly lines: readonly string[];
}

/**
 * Converts the log4j 1 text that a setting stands in, inside another document: the key gets the name of the new form, the value the new
 * text, and what mounts it in the same document goes along. Undefined where there is none, it is a template, its place is taken, or the name leaves no choice of another form.
 */
export function convertInPlace(setting: Setting, to: Target, { format, lines }: Surroundings): InPlace | undefined {
  const { entry, config } = setting;
  const text = entry.parent;
  if (text?.kind === 'list') return to === 'yaml' ? convertList(setting) : undefined;
  // What an anchor marks stands elsewhere too, where it keeps its name.
  if (text === undefined || !holdsText(text) || text.anchor !== undefined || /\{\{|\{%/.test(rawValue(text))) return undefined;
  const key = newKey(text.key, to);
  if (key === undefined || (key !== text.key && text.parent?.children?.some((child) => child.key === key))) return undefined;
  const converted = convertLog4j(text.value, { to, kafka: printVersion(config.kafka) });
  if ('refused' in converted) return undefined;
  const lost = converted.notes.filter(({ kind }) => kind === 'lost').map(({ message }) => message);
  const result = withRemarks(converted.output, lost);
  const edit = text.style === 'block' ? rewrite(text, result) : format.id === 'yaml' ? unquote(text, result) : quote(text, result);
  const references = format.id === 'yaml' ? referenceEdits(lines, text.key, key) : [];
  return { edits: [...rename(text, key), edit, ...references], lost: lost.length };
}

/** A key that is no file's name is a chart's own word, behind which it expects YAML. */
function newKey(key: string, to: Target): string | undefined {
  if (/\.\w+$/.test(key)) return log4j2FileName(key, to);
  return to === 'yaml' ? key.replace(/log4j(?!2)/i, (word) => `${word}2`) : undefined;
}

function rename({ block, key, keyStart, keyEnd }: Entry, name: string): readonly Edit[] {
  return name === key ? [] : [{ block, start: keyStart, end: keyEnd, text: name }];
}

/** The lines of a block scalar, as far in as the old ones stood. */
function rewrite({ block, valueStart, valueEnd, children }: Entry, text: string): Edit {
  const lead = ' '.repeat(children?.[0]?.block.indent ?? 0);
  const lines = text.trimEnd().split('\n');
  return { block, start: valueStart, end: valueEnd, text: lines.map((line) => (line === '' ? '' : lead + line)).join('\n') };
}

/** A block scalar in the place of a quoted one, with the remark behind it; between braces there are none. */
function unquote(owner: Entry, text: string): Edit {
  const { block, keyStart, valueStart, valueEnd, value } = owner;
  if (owner instanceof NestedEntry && owner.inFlow) return quote(owner, text);
  const lead = ' '.repeat(placeOf(block, keyStart).character - (/["']/.test(block.text[keyStart - 1] ?? '') ? 1 : 0) + 2);
  const lines = text.trimEnd().split('\n');
  const header = `${value.endsWith('\n') ? '|' : '|-'}${block.text.slice(valueEnd + 1).trimEnd()}`;
  const content = lines.map((line) => (line === '' ? '' : lead + line)).join('\n');
  return { block, start: valueStart - 1, end: block.text.length, text: `${header}\n${content}` };
}

function quote({ block, valueStart, valueEnd, value }: Entry, text: string): Edit {
  const written = JSON.stringify(value.endsWith('\n') ? text : text.trimEnd());
  return { block, start: valueStart - 1, end: valueEnd + 1, text: written };
}

/** What could not be kept, as comments at the head; behind an XML declaration, before which nothing may stand. */
function withRemarks(text: string, lost: readonly string[]): string {
  if (lost.length === 0) return text;
  const [open, close] = commentSyntax(text);
  const remarks = lost.map((message) => `${open}Not kept: ${message.replaceAll('--', '- -')}${close}\n`).join('');
  const head = /^<\?xml[^>]*\?>\n/.exec(text)?.[0] ?? '';
  return head + remarks + text.slice(head.length);
}

import type { Config } from '../configs/config.ts';
import type { Entry } from '../formats/format.ts';
import { atLeast } from '../schema/version.ts';
import type { Document } from './document.ts';

/** A config, and an entry of it in the document that was read to find it. */
export interface Probed {
  readonly config: Config;
  readonly near: Entry;
}

/**
 * What a name on a line would be part of, where nothing there tells: an empty map, or the beginning of a name that breaks the rest. The document
 * is read again with names there that clients and servers have in all their spellings.
 */
export function probe(document: Document, line: number, lead: string, typed: string): Probed | undefined {
  if (document.lines.length > longest || !document.lines.some((text) => /kafka/i.test(text))) return undefined;
  if (document.format.id === 'yaml' && /^\s*loggers:/.test(lineAbove(document, line, lead.length)))
    return probeLoggers(document, line, lead);
  if (document.format.id === 'yaml' && !isBelowCue(document, line, lead.length)) return undefined;
  const texts = trials(document, line, lead, typed);
  const trial = document.withLine(line, texts.join('\n'));
  for (let i = 0; i < texts.length; i += 1) {
    const near = trial.tree.entryAt(line + i, lead.length);
    const [member] = near === undefined ? [] : trial.placement.assign(near);
    if (near !== undefined && member !== undefined && member.config.role !== 'none') return { config: member.config, near };
  }
  return undefined;
}

/** An operator's map of loggers, for the library that the release logs with. */
function probeLoggers(document: Document, line: number, lead: string): Probed | undefined {
  for (const [key, family] of [
    ['rootLogger.level', 'log4j2'],
    ['log4j.logger.x', 'log4j1'],
  ] as const) {
    const trial = document.withLine(line, `${lead}${key}: INFO`);
    const near = trial.tree.entryAt(line, lead.length);
    const [member] = near === undefined ? [] : trial.placement.assign(near);
    const wanted = member !== undefined && atLeast(member.config.kafka, '4.0') ? 'log4j2' : 'log4j1';
    if (near !== undefined && member?.config.identity.family === family && family === wanted) return { config: member.config, near };
  }
  return undefined;
}

/** The line that a line stands below. */
function lineAbove({ lines }: Document, line: number, column: number): string {
  const isAbove = (text: string): boolean => text.trim() !== '' && text.length - text.trimStart().length < column;
  return lines.slice(Math.max(0, line - 200), line).findLast(isAbove) ?? '';
}

/** What settings of Kafka's stand below in YAML, whoever reads them. */
const cue = /kafka|config|propert|producer|consumer|admin|stream|env|data|override/i;

/** Whether one of the lines that a line stands below names such a thing: most of a foreign document need not be read again. */
function isBelowCue({ lines }: Document, line: number, column: number): boolean {
  let indent = column;
  for (let at = line - 1; at >= 0 && indent > 0; at -= 1) {
    const text = lines[at] ?? '';
    const own = text.length - text.trimStart().length;
    if (text.trim() === '' || own >= indent) continue;
    if (cue.test(text)) return true;
    indent = own;
  }
  return false;
}

/** Lines of a document that is read again while somebody waits. */
const longest = 1500;

const variables = ['KAFKA_CLIENT_ID', 'CONNECT_CLIENT_ID', 'KAFKA_CFG_CLIENT_ID'] as const;

/** The variables that may be meant: those of images, and of the program that what is typed begins like. */
function variablesLike(typed: string): readonly string[] {
  const begun = /^[A-Z][A-Z0-9]*_[A-Z0-9_]*(?=_)/.exec(typed)?.[0];
  return begun === undefined ? variables : [`${begun}_CLIENT_ID`, `${begun}_RETENTION_MS`, ...variables];
}

/** Lines with a whole setting on each, in the ways that it may be meant: they are read together, once. */
function trials({ format, lines }: Document, line: number, lead: string, typed: string): readonly string[] {
  const stem = typed.slice(0, typed.lastIndexOf('.') + 1);
  const names = [`${stem}client.id`, `${stem}client-id`];
  if (format.id === 'json') {
    const comma = /^\s*"/.test(lines[line + 1] ?? '') ? ',' : '';
    return [`${lead.replace(/"$/, '')}"client.id": "x"${comma}`];
  }
  if (format.id !== 'yaml') return [...names, ...variablesLike(typed)].map((name) => `${lead}${name}=x`);
  if (/^\s*-\s/.test(lead)) return variablesLike(typed).map((name) => `${lead}${name}=x`);
  return [...names, ...variablesLike(typed)].map((name) => `${lead}${name}: x`);
}

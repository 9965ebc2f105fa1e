import type { Config } from '../configs/config.ts';
import type { Entry } from '../formats/format.ts';
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
  for (const text of trials(document, line, lead, typed)) {
    const trial = document.withLine(line, text);
    const near = trial.tree.entryAt(line, lead.length);
    const [member] = near === undefined ? [] : trial.placement.assign(near);
    if (near !== undefined && member !== undefined && member.config.role !== 'none') return { config: member.config, near };
  }
  return undefined;
}

/** Lines of a document that is read again while somebody waits. */
const longest = 3000;

const variables = ['KAFKA_CLIENT_ID', 'CONNECT_CLIENT_ID', 'KAFKA_CFG_CLIENT_ID'] as const;

/** The line with a whole setting on it, in the ways that it may be meant. */
function trials({ format, lines }: Document, line: number, lead: string, typed: string): readonly string[] {
  const stem = typed.slice(0, typed.lastIndexOf('.') + 1);
  const names = [`${stem}client.id`, `${stem}client-id`];
  if (format.id === 'json') {
    const comma = /^\s*"/.test(lines[line + 1] ?? '') ? ',' : '';
    return [`${lead.replace(/"$/, '')}"client.id": "x"${comma}`];
  }
  if (format.id !== 'yaml') return [...names, ...variables].map((name) => `${lead}${name}=x`);
  if (/^\s*-\s/.test(lead)) return variables.map((name) => `${lead}${name}=x`);
  return [...names, ...variables].map((name) => `${lead}${name}: x`);
}

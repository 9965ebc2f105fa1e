// Real files as cases. They are other people's: read where they lie, beside the project, and known here by their hash.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { Document } from '../../../server/src/features/document.ts';
import { pickFormat } from '../../../server/src/formats/pick.ts';
import type { OracleCase } from '../judge.ts';

const folder = new URL('../../../../shared/corpus/files/', import.meta.url);

/** Whether the files are there. */
const hasCorpus = existsSync(new URL('INDEX.tsv', folder));

/** A real file, in the role that the engine takes it for. */
export interface CorpusCase {
  readonly asked: OracleCase;
  /** Of role and text: what a record knows of it. */
  readonly hash: string;
  /** Where it lies, for people to look at. */
  readonly file: string;
  /** The release that it was shipped with, where it is one of Kafka's own. */
  readonly shippedWith?: string;
}

/** The property files of the corpus that configure something of Kafka's; none where the corpus is missing. */
export function corpusCases(): readonly CorpusCase[] {
  if (!hasCorpus) return [];
  const rows = readFileSync(new URL('INDEX.tsv', folder), 'utf8').trimEnd().split('\n').slice(1);
  return rows.flatMap((row) => {
    const [, file = '', , path = ''] = row.split('\t');
    if (pickFormat(path)?.id !== 'properties') return [];
    return caseOf(file, path) ?? [];
  });
}

function caseOf(file: string, path: string): CorpusCase | undefined {
  const format = pickFormat(path);
  if (format === undefined) return undefined;
  const text = readFileSync(new URL(encodeURIComponent(file).replaceAll('%2F', '/'), folder), 'utf8');
  const [config, another] = new Document(text, format, { path }).placement.configs.filter(({ identity }) => identity.parent === undefined);
  if (config === undefined || another !== undefined) return undefined;
  const { role, family, spelling } = config.identity;
  // Other programs wrap Kafka's keys in names of their own.
  if (role === 'none' || family !== 'java' || spelling.spell('acks') !== 'acks') return undefined;
  const shippedWith = /^[^/]*\/apache\+kafka@(\d+\.\d+(\.\d+)*)\+/.exec(file)?.[1];
  return { asked: { role, text }, hash: hashOf(`${role}\n${text}`), file, ...(shippedWith !== undefined && { shippedWith }) };
}

/** A name for a text that does not give it away. */
export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

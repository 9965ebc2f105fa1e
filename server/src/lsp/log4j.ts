import type { Document } from '../features/document.ts';
import { convertLog4j } from '../log4j/convert.ts';
import { log4j2FileName } from '../log4j/file-name.ts';

/** The answer to `kafka-config/convertLog4j`; nothing is written. */
export interface Conversion {
  readonly fileName: string;
  readonly text: string;
  readonly notes: readonly { readonly kind: 'kept' | 'changed' | 'lost'; readonly text: string; readonly line?: number }[];
  readonly refused?: string;
}

/** Converts an open log4j.properties for Log4j2. */
export function convertDocument(
  document: Document | undefined,
  { to }: { readonly uri: string; readonly to: 'xml' | 'yaml' | 'properties' },
): Conversion {
  if (document === undefined) return refusal('', 'The file is not open.');
  if (document.format.id !== 'properties')
    return refusal('', 'It is no properties file; what stands inside of it is converted there, by a quick fix.');
  const fileName = log4j2FileName(document.path, to);
  const converted = convertLog4j(document.text(), { to });
  if ('refused' in converted) return refusal(fileName, converted.refused);
  const notes = converted.notes.map(({ kind, message, line }) => ({ kind, text: message, ...(line !== undefined && { line }) }));
  return { fileName, text: converted.output, notes };
}

function refusal(fileName: string, refused: string): Conversion {
  return { fileName, text: '', notes: [], refused };
}

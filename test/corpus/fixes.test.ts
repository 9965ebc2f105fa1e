import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { placedEdits } from '../../server/src/features/actions.ts';
import { Document } from '../../server/src/features/document.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

const corpus = new URL('../../../shared/corpus/files/', import.meta.url);
const missing = !existsSync(corpus);
const categories = ['compose', 'strimzi', 'k8s-configmap', 'cfk-extra', 'helm-values', 'spring', 'connect'];

/** What another reader makes of a file, or what it complains about. */
function reading(text: string, id: string): unknown {
  if (id === 'json') return readJson(text);
  const documents = parseAllDocuments(text, { uniqueKeys: false });
  const errors = documents.flatMap((document) => document.errors.map(({ code }) => code));
  return errors.length > 0 ? errors : documents.map((document) => document.toJS());
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return ['unreadable'];
  }
}

describe.skipIf(missing).each(categories)('fixes in the files of %s', (category) => {
  it.each(missing ? [] : readdirSync(new URL(`${category}/`, corpus)))('%s stay readable and touch few lines', (file) => {
    const format = pickFormat(file.replaceAll('__', '/'));
    if (format?.id !== 'yaml' && format?.id !== 'json') return;
    const text = readFileSync(new URL(`${category}/${file}`, corpus), 'utf8');
    const document = new Document(text, format, { path: file });
    const isError = (value: unknown): boolean => Array.isArray(value) && typeof value[0] === 'string';
    const before = reading(text, format.id);
    for (const { finding } of document.reports(new Map())) {
      for (const fix of finding.fixes ?? []) {
        const edits = placedEdits(document, fix);
        if (edits === undefined || edits.length === 0) continue;
        const fixed = applyEdits(document.lines, edits, document.eol);
        expect(isError(reading(fixed, format.id)), fix.title).toBe(isError(before));
        const kept = new Set(fixed.split(document.eol));
        expect(document.lines.filter((line) => !kept.has(line)).length, fix.title).toBeLessThanOrEqual(fix.steps.length + edits.length);
        const again = new Document(fixed, format, { path: file }).reports(new Map());
        expect(again.filter((other) => other.finding.message === finding.message).length, fix.title).toBeLessThan(
          document.reports(new Map()).filter((other) => other.finding.message === finding.message).length,
        );
      }
    }
  });
});

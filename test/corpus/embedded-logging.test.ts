import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actionsAt } from '../../server/src/features/actions.ts';
import { rangeOf } from '../../server/src/features/diagnostics.ts';
import { Document } from '../../server/src/features/document.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { convertLog4j } from '../../server/src/log4j/convert.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

const corpus = new URL('../../../shared/log4j/corpus/', import.meta.url);
const missing = !existsSync(corpus);
const files = missing
  ? []
  : readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.properties$/.test(file))
      .sort();

/** A text that a block scalar can hold as it is: no tabs or blanks at its beginning, no control characters. */
function holdable(text: string): boolean {
  return !/\r(?!\n)|[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd]/.test(text) && /^[^\s]/.test(text) && !/\{\{|\{%/.test(text);
}

const head = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: kafka\ndata:\n';
const lead = '    ';

function configMap(key: string, text: string): string {
  return `${head}  ${key}: |\n${text
    .replace(/\r\n/g, '\n')
    .trimEnd()
    .replace(/^(?=.)/gm, lead)}\n  other: x\n`;
}

function open(text: string, path: string): Document {
  return new Document(text, pickFormat(path) ?? yaml, { path });
}

/** What is said, with its place in the text that is meant. */
function said(document: Document, embedded: boolean): readonly unknown[] {
  const [line, character] = embedded ? [6, lead.length] : [0, 0];
  return document.reports(new Map()).map(({ rule, finding, severity }) => {
    const { start, end } = rangeOf(finding.at.entry, finding.part ?? 'value');
    const place = (at: typeof start): string => `${at.line - line}:${at.character - character}`;
    return [rule.id, severity, finding.message, place(start), place(end)];
  });
}

describe.skipIf(missing)('a log4j 1 file of the corpus in a ConfigMap', () => {
  const texts = files.map(
    (file) => [file, readFileSync(new URL(file.split('/').map(encodeURIComponent).join('/'), corpus), 'latin1')] as const,
  );
  const plain = texts.filter(([, text]) => holdable(text));

  it('is judged as it is on its own', () => {
    expect(plain.length).toBeGreaterThan(200);
    for (const [file, text] of plain) {
      const alone = open(text.replace(/\r\n/g, '\n').trimEnd(), 'kafka/log4j.properties');
      const [config] = alone.placement.configs;
      if (config?.identity.family !== 'log4j1') continue;
      expect(said(open(configMap('log4j.properties', text), 'kafka.yaml'), true), file).toEqual(said(alone, false));
    }
  });

  it('is converted as it is on its own, and judged as the result is', () => {
    let converted = 0;
    // Each file takes three conversions, and six documents are judged: some of them are enough.
    for (const [file, text] of plain.filter((_, i) => i % 5 === 0)) {
      const document = open(configMap('log4j.properties', text), 'kafka.yaml');
      const finding = document.reports(new Map()).find(({ rule }) => rule.id === 'log4j1-not-read')?.finding;
      const range = finding && rangeOf(finding.at.entry, finding.part ?? 'value');
      const actions = range === undefined ? [] : actionsAt(document, range, new Map()).filter(({ title }) => /^Convert/.test(title));
      for (const [i, to] of (['xml', 'yaml', 'properties'] as const).entries()) {
        const result = convertLog4j(text.replace(/\r\n/g, '\n').trimEnd(), { to });
        const action = actions[i];
        if ('refused' in result || action === undefined) continue;
        converted += 1;
        const after = applyEdits(document.lines, action.edits, document.eol);
        const output = after.split('\n').filter((line) => !line.includes('Not kept: '));
        expect(output.join('\n'), file).toBe(configMap(`log4j2.${to}`, result.output));
        const alone = said(open(result.output, `log4j2.${to}`), false);
        expect(said(open(output.join('\n'), 'kafka.yaml'), true), file).toEqual(alone);
      }
    }
    expect(converted).toBeGreaterThan(100);
  });
});

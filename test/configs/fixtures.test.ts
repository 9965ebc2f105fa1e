import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { textBeside } from '../../server/src/cli/files.ts';
import { rangeOf } from '../../server/src/features/diagnostics.ts';
import { Document } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { symbols } from '../../server/src/features/symbols.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { placeOf } from '../../server/src/text/block.ts';

const folder = fileURLToPath(new URL('fixtures/', import.meta.url));

/** The errors and warnings that are to be found in each file: line, severity's first letter and rule. */
const expected = parse(readFileSync(join(folder, 'expected.yaml'), 'utf8')) as Readonly<Record<string, readonly string[]>>;

function open(name: string): Document {
  const path = join(folder, name);
  const format = pickFormat(path);
  if (format === undefined) throw new Error(`no format: ${name}`);
  return new Document(readFileSync(path, 'utf8'), format, { path, beside: textBeside(path) });
}

function found(document: Document): readonly string[] {
  return document
    .reports(new Map())
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, severity, finding }) => `${rangeOf(finding.at.entry, finding.part ?? 'value').start.line + 1} ${severity[0]} ${rule.id}`);
}

/** The settings whose key does not say what it is when the pointer rests on it. */
function silent(document: Document): readonly string[] {
  return [...document.tree.entries()].flatMap((entry) =>
    document.placement.assign(entry).flatMap(({ config, key }) => {
      const definition = config.all(key).find((one) => one.entry === entry)?.definition;
      const shown = definition === undefined || hover(document, placeOf(entry.block, entry.keyStart + 1), undefined) !== undefined;
      return shown ? [] : [key];
    }),
  );
}

describe('files as people write them', () => {
  it.each(Object.entries(expected))('%s', (name, findings) => {
    const document = open(name);
    expect(found(document)).toEqual(findings);
    expect(silent(document)).toEqual([]);
    expect(symbols(document).length).toBeGreaterThan(0);
  });

  it('are all looked at', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const names = files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length));
    expect(names.filter((name) => dirname(name) !== '.').sort()).toEqual(Object.keys(expected).sort());
  });
});

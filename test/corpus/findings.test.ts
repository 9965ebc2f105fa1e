import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import type { Report } from '../../server/src/rules/report.ts';
import { placeOf } from '../../server/src/text/block.ts';

const corpus = new URL('../../../shared/corpus/files/', import.meta.url);
const missing = !existsSync(corpus);

/** The files with their categories and the paths that they have in their repositories. */
function files(): readonly { readonly file: string; readonly path: string }[] {
  const rows = readFileSync(new URL('INDEX.tsv', corpus), 'utf8').split('\n').slice(1);
  const paths = new Map(rows.map((row) => row.split('\t')).map((cells) => [cells[1], cells[3]]));
  const folders = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .flatMap(({ name }) => readdirSync(new URL(`${name}/`, corpus)).map((file) => `${name}/${file}`))
    .sort()
    .map((file) => ({ file, path: paths.get(file) ?? file }));
}

function reportsOf(file: string, path: string): readonly Report[] {
  const format = pickFormat(path);
  if (format === undefined) return [];
  return new Document(readFileSync(new URL(encodeURIComponent(file).replaceAll('%2F', '/'), corpus), 'utf8'), format, { path }).reports(
    new Map(),
  );
}

/** One row a file and rule: the lines that are marked, counted from 1, and nothing of the file's text. */
function rowsOf(file: string, reports: readonly Report[]): readonly string[] {
  const lines = new Map<string, number[]>();
  for (const { rule, severity, finding } of reports) {
    const key = `${file}\t${severity}\t${rule.id}`;
    const { block, keyStart } = finding.at.entry;
    lines.set(key, [...(lines.get(key) ?? []), placeOf(block, keyStart).line + 1]);
  }
  return [...lines].map(([key, numbers]) => `${key}\t${numbers.sort((a, b) => a - b).join(' ')}`).sort();
}

it.skipIf(missing)('finds in the files of the corpus what a person has looked through', async () => {
  const rows = files().flatMap(({ file, path }) => rowsOf(file, reportsOf(file, path)));
  await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot('findings.snap.tsv');
});

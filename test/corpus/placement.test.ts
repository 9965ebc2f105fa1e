import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Document } from '../../server/src/features/document.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { isRole } from '../../server/src/schema/roles.ts';
import { newestVersion } from '../../server/src/schema/tables.ts';
import { printVersion } from '../../server/src/schema/version.ts';

const corpus = new URL('../../../shared/corpus/files/', import.meta.url);
const missing = !existsSync(corpus);

/** Original paths by the names that the files have here. */
const paths = missing
  ? new Map<string, string>()
  : new Map(
      readFileSync(new URL('INDEX.tsv', corpus), 'utf8')
        .split('\n')
        .map((line) => line.split('\t'))
        .map((cells) => [cells[1] ?? '', cells[3] ?? '']),
    );

function open(file: string): Document | undefined {
  const path = paths.get(file) ?? file;
  const format = pickFormat(path);
  return format && new Document(readFileSync(new URL(file, corpus), 'utf8'), format, { path });
}

/** Role and version of every config with settings, but for what its program ignores. */
function found(document: Document | undefined): readonly string[] {
  const configs = (document?.placement.configs ?? []).filter(
    ({ role, size, identity }) => size > 0 && (role !== 'none' || identity.family !== 'java') && identity.managedBy === undefined,
  );
  return configs
    .map(({ role, kafka, identity }) => (identity.family.startsWith('log4j') ? '' : `${role} ${printVersion(kafka)}`))
    .filter((text) => text !== '')
    .sort();
}

function wanted(text: string): string {
  const [role = '', version = ''] = text.split(' ');
  const [name, of = role] = version.split(':');
  return name === 'latest' && isRole(of) ? `${role} ${printVersion(newestVersion(of))}` : text;
}

const categories = readdirSync(new URL('.', import.meta.url)).flatMap((name) => /^expected-(.*)\.yaml$/.exec(name)?.[1] ?? []);

describe.skipIf(missing).each(categories)('in the files of %s', (category) => {
  const expected = Object.entries(
    parse(readFileSync(new URL(`expected-${category}.yaml`, import.meta.url), 'utf8')) as Record<string, string[]>,
  );

  it.each(expected)('%s holds %j', (file, configs) => {
    expect(found(open(`${category}/${file}`))).toEqual(configs.map(wanted).sort());
  });
});

describe.skipIf(missing).each(['jmx-exporter', 'prometheus-rules', 'not-kafka'])('in the files of %s', (category) => {
  it.each(missing ? [] : readdirSync(new URL(`${category}/`, corpus)))('%s holds nothing to judge', (file) => {
    const document = open(`${category}/${file}`);
    expect(document?.reports(new Map()).map(({ rule, finding }) => [rule.id, finding.message]) ?? []).toEqual([]);
    if (category !== 'not-kafka') expect(found(document)).toEqual([]);
  });
});

describe.skipIf(missing)('in templates', () => {
  it.each(missing ? [] : readdirSync(new URL('templates/', corpus)))('%s has no error', (file) => {
    const reports = open(`templates/${file}`)?.reports(new Map()) ?? [];
    expect(reports.filter(({ severity }) => severity === 'error').map(({ rule, finding }) => [rule.id, finding.message])).toEqual([]);
  });
});

// The peers that npm and PyPI carry, on equal work: the same keys as JSON, YAML and Python, 1 in 100 invalid.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PACKAGES = ['vscode-langservers-extracted@4.10.0', 'yaml-language-server@1.25.0'];
const RUFF = 'ruff==0.17.6';

/** Installs the peers into `folder`, once; what cannot be had is left out. */
export function installPeers(folder) {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  if (!existsSync(join(folder, 'node_modules')))
    spawnSync('npm', ['install', '--ignore-scripts', '--no-save', ...PACKAGES], { cwd: folder, stdio: 'ignore' });
  if (!existsSync(join(folder, 'python')))
    spawnSync('python3', ['-m', 'pip', 'install', '--quiet', '--target', join(folder, 'python'), RUFF], { stdio: 'ignore' });
}

function schemaOf(table) {
  const property = ({ t, min, max, values }) =>
    t === 'int' ? { type: 'integer', minimum: min, maximum: max } : t === 'bool' ? { type: 'boolean' } : { enum: values };
  const properties = Object.fromEntries(table.map((one) => [one.name, { description: one.doc, ...property(one) }]));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'array',
    items: { type: 'object', additionalProperties: false, properties },
  };
}

/** The entries of the properties file, in its own sections. */
function sectionsOf(propertiesFile) {
  const sections = new Map();
  for (const line of readFileSync(propertiesFile, 'utf8').split('\n')) {
    const found = /^(c\d+)\.([^=]+)=(.*)$/.exec(line);
    if (found !== null) sections.set(found[1], [...(sections.get(found[1]) ?? []), [found[2], found[3]]]);
  }
  return [...sections.values()];
}

const scalar = (value) => (/^-?\d+$/.test(value) || value === 'true' || value === 'false' ? value : JSON.stringify(value));

/** Writes the same entries in a peer's language and says where the keystroke goes: the end of a good number in the middle. */
function writeAs(file, sections, lineOf, between, head = [], tail = []) {
  const lines = [...head];
  const places = [];
  for (const [i, section] of sections.entries()) {
    lines.push(...between.before(i));
    for (const [j, [key, value]] of section.entries()) {
      const text = lineOf(key, value, i, j, section.length);
      places.push({ line: lines.length, text, value, at: text.lastIndexOf(scalar(value)) });
      lines.push(text);
    }
    lines.push(...between.after(i, sections.length));
  }
  lines.push(...tail);
  writeFileSync(file, `${lines.join('\n')}\n`);
  const good = places.filter(({ value }) => /^\d+$/.test(value));
  const edit = good[good.length >> 1];
  const spread = (count) => Array.from({ length: count }, (_, k) => places[Math.floor(((k + 0.5) * places.length) / count)]);
  const meta = {
    entries: places.length,
    lines: lines.length,
    invalid: Math.floor(places.length / 100),
    edit: { line: edit.line, character: edit.at + edit.value.length, text: 'x' },
    hover: spread(50).map(({ line, text }) => ({ line, character: text.search(/\w/) + 2 })),
    completionKey: spread(30).map(({ line, text }) => ({ line, character: text.search(/\w/) + 1 })),
    completionValue: [],
  };
  writeFileSync(`${file}.meta.json`, JSON.stringify(meta));
  return file;
}

/** The peers that are installed, each with its file: `{ name, command, file, language, options }`. */
export function peers(folder, work, table, propertiesFile) {
  const sections = sectionsOf(propertiesFile);
  const schema = schemaOf(table);
  const schemaFile = join(work, 'schema.json');
  writeFileSync(schemaFile, JSON.stringify(schema));
  const put = (name, value) => {
    const file = join(work, name);
    writeFileSync(file, JSON.stringify(value));
    return file;
  };
  const stem = propertiesFile.replace(/\.properties$/, '');
  const found = [];
  const json = join(folder, 'node_modules/vscode-langservers-extracted/bin/vscode-json-language-server');
  if (existsSync(json)) {
    const objects = { before: () => ['  {'], after: (i, count) => [i === count - 1 ? '  }' : '  },'] };
    const file = writeAs(
      `${stem}.json`,
      sections,
      (key, value, _i, j, count) => `    "${key}": ${scalar(value)}${j === count - 1 ? '' : ','}`,
      objects,
      ['['],
      [']'],
    );
    const settings = put('json.settings.json', {
      json: { validate: { enable: true }, schemas: [{ fileMatch: ['*.json'], url: 'file:///s/schema.json', schema }] },
      http: {},
    });
    const init = put('json.init.json', { handledSchemaProtocols: ['file'] });
    found.push({
      name: 'vscode-json-language-server',
      command: `${process.execPath} ${json} --stdio`,
      file,
      language: 'json',
      options: ['--settings', settings, '--init', init],
    });
  }
  const yaml = join(folder, 'node_modules/yaml-language-server/bin/yaml-language-server');
  if (existsSync(yaml)) {
    const file = writeAs(`${stem}.yaml`, sections, (key, value, _i, j) => `${j === 0 ? '-' : ' '} ${key}: ${scalar(value)}`, {
      before: () => [],
      after: () => [],
    });
    const settings = put('yaml.settings.json', {
      yaml: {
        schemas: { [pathToFileURL(schemaFile).href]: '*.yaml' },
        validate: true,
        hover: true,
        completion: true,
        schemaStore: { enable: false },
      },
      http: {},
      editor: {},
      files: {},
    });
    found.push({
      name: 'yaml-language-server',
      command: `${process.execPath} ${yaml} --stdio`,
      file,
      language: 'yaml',
      options: ['--settings', settings],
    });
  }
  const ruff = join(folder, 'python/bin/ruff');
  if (existsSync(ruff)) {
    const file = writeAs(
      `${stem}.py`,
      sections,
      (key, value, i) =>
        `${key.replace(/\W/g, '_')}_${i} = ${/^\d+$/.test(value) ? value : value === '-5x' || value === 'bogus' ? 'undefined_name' : JSON.stringify(value)}`,
      { before: () => [], after: () => [] },
    );
    found.push({ name: 'ruff', command: `${ruff} server`, file, language: 'python' });
  }
  return found;
}

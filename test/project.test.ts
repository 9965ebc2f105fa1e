import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from '../server/src/rules/index.ts';

/** The invariants of ARCHITECTURE.md that a machine can watch over. */

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'server/src');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const sources = filesBelow(source).filter((file) => file.endsWith('.ts'));

/** Each layer with those that it may import from, itself included. */
const layers: Readonly<Record<string, readonly string[]>> = {
  text: ['text'],
  formats: ['formats', 'text'],
  schema: ['schema', 'text'],
  configs: ['configs', 'formats', 'schema', 'text'],
  log4j: ['log4j', 'formats', 'text', 'schema'],
  rules: ['rules', 'configs', 'formats', 'schema', 'text', 'log4j'],
  features: ['features', 'rules', 'configs', 'formats', 'schema', 'text', 'log4j'],
  lsp: ['lsp', 'features', 'rules', 'configs', 'formats', 'schema', 'text', 'log4j'],
  cli: ['cli', 'features', 'rules', 'configs', 'formats', 'schema', 'text', 'log4j'],
};

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)[^'";]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

function layerOf(file: string): string {
  const [first = ''] = relative(source, file).split(/[\\/]/);
  return first.endsWith('.ts') ? 'entry' : first;
}

describe('layers', () => {
  it('import only what stands to their left', () => {
    const upward = sources.flatMap((file) => {
      const allowed = layers[layerOf(file)];
      if (allowed === undefined) return [];
      return importsOf(file)
        .filter((path) => path.startsWith('.'))
        .map((path) => layerOf(resolve(dirname(file), path)))
        .filter((layer) => !allowed.includes(layer))
        .map((layer) => `${relative(source, file)} imports from ${layer}`);
    });
    expect(upward).toEqual([]);
  });

  it('keep Node and VS Code out of the core', () => {
    const core = sources.filter((file) => !['entry', 'cli'].includes(layerOf(file)));
    const foreign = core.flatMap((file) =>
      importsOf(file)
        .filter((path) => path.startsWith('node:') || path === 'vscode' || path.endsWith('/node'))
        .map((path) => `${relative(source, file)}: ${path}`),
    );
    expect(foreign).toEqual([]);
  });

  it('know the protocol only in lsp/ and the entries', () => {
    const knowing = sources.filter((file) => importsOf(file).some((path) => path.startsWith('vscode-languageserver'))).map(layerOf);
    expect(new Set(knowing)).toEqual(new Set(['lsp', 'entry']));
  });

  it('are synchronous and pure below lsp/', () => {
    const core = sources.filter((file) => !['entry', 'cli', 'lsp'].includes(layerOf(file)) && !file.includes('generated'));
    const impure = core.filter((file) =>
      /\basync\b|\bawait\b|\bPromise\b|\bDate\.now\b|\bMath\.random\b|\bsetTimeout\b|\bfetch\(/.test(
        withoutComments(readFileSync(file, 'utf8')),
      ),
    );
    expect(impure.map((file) => relative(source, file))).toEqual([]);
  });

  it('catch exceptions at the edges only', () => {
    const catching = sources.filter(
      (file) => !['entry', 'cli', 'lsp'].includes(layerOf(file)) && /\bcatch\b\s*[({]/.test(withoutComments(readFileSync(file, 'utf8'))),
    );
    expect(catching.map((file) => relative(source, file))).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/gm, '');
}

describe('rules', () => {
  it('are the files of the rules folders, by name', () => {
    const files = readdirSync(join(source, 'rules'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((folder) => filesBelow(join(source, 'rules', folder.name)))
      .filter((file) => /^export const \w+: \w*Rule = \{/m.test(readFileSync(file, 'utf8')))
      .map((file) => basename(file, '.ts'));
    expect(rules.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
    expect(new Set(files).size).toBe(files.length);
  });

  it('speak in sentences', () => {
    for (const { id, title, why, source: evidence, examples } of rules) {
      expect(title, id).not.toMatch(/\.$/);
      expect(why, id).toMatch(/[.!]$/);
      expect(evidence, id).not.toBe('');
      for (const { message } of examples) if (message !== undefined) expect(message, id).toMatch(/[.?]$/);
    }
  });

  it('supersede rules that exist', () => {
    const ids = new Set(rules.map(({ id }) => id));
    expect(
      rules.flatMap(({ id, supersedes = [] }) => supersedes.filter((other) => !ids.has(other)).map((other) => `${id} → ${other}`)),
    ).toEqual([]);
  });
});

describe('generated files', () => {
  it('are those that the generator writes', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/generate.mjs'), '--check'], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});

describe('the repository', () => {
  const tracked = existsSync(join(root, '.git'))
    ? execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
        .split('\0')
        .filter((file) => file !== '' && existsSync(join(root, file)))
    : [];

  it.skipIf(tracked.length === 0)('names no path of the machine it was written on', () => {
    const telling = tracked
      .filter((file) => /\.(ts|mjs|js|json|md|ya?ml|java|xml|sh)$/.test(file))
      .filter((file) => readFileSync(join(root, file), 'utf8').includes(dirname(root.replace(/\/$/, '')).concat('/')));
    expect(telling).toEqual([]);
  });

  it('has files that one can read in one go', () => {
    const long = sources
      .filter((file) => !file.includes('generated') && !file.endsWith('rules/index.ts'))
      .filter((file) => readFileSync(file, 'utf8').split('\n').length > 251);
    expect(long.map((file) => relative(source, file))).toEqual([]);
  });
});

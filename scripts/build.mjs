// Bundles the extension, the language server and the command line. usage: node scripts/build.mjs [--tests]
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { ruleCode, titledRuleCode } from './rule-code.mjs';
import { isMain, main, ROOT, seconds, Trouble } from './steps.mjs';

const SHARED = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
  plugins: [ruleCode],
};
// The module field first: vscode-languageserver and friends carry UMD builds that a bundler cannot follow.
const NODE = { ...SHARED, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const WEB = { ...SHARED, platform: 'browser', format: 'cjs' };

// The server answers `initialize` from a small bundle and loads the engine from a second one (server/src/lsp/server.ts).
const SERVER = { entryPoints: { server: 'server/src/node.ts', session: 'server/src/lsp/session.ts' }, external: ['./session.js'] };

const PRODUCT = [
  { ...NODE, external: ['vscode'], entryPoints: { extension: 'client/src/extension.ts' }, outdir: 'dist/node' },
  { ...WEB, external: ['vscode'], entryPoints: { extension: 'client/src/extension.browser.ts' }, outdir: 'dist/web' },
  { ...NODE, ...SERVER, outdir: 'dist/node' },
  { ...NODE, ...SERVER, outdir: 'server/dist' },
  { ...WEB, format: 'iife', entryPoints: { server: 'server/src/browser.ts' }, outdir: 'dist/web' },
  { ...NODE, plugins: [titledRuleCode], entryPoints: { cli: 'server/src/cli.ts' }, outdir: 'server/dist' },
];

// Where a server lies, there lie the words it loads.
const WORDS = 'server/src/schema/generated/words.json';
const WITH_WORDS = ['dist/node', 'dist/web', 'server/dist'];

// One bundle for both extension hosts: mocha's browser build runs in either. That build assigns module.exports, so the suite comes last.
const TESTS = {
  ...WEB,
  minify: false,
  external: ['vscode'],
  format: 'iife',
  globalName: 'suite',
  footer: { js: 'module.exports = suite;' },
  define: { global: 'globalThis' },
  entryPoints: { suite: 'test/editor/run.ts' },
  outdir: 'out/editor',
};

/** Builds everything the extension and the npm package ship; with `tests`, the editor suite too. */
export async function build({ tests = false } = {}) {
  const { build: bundle } = await import('esbuild');
  for (const folder of ['dist', 'server/dist', 'out']) rmSync(join(ROOT, folder), { recursive: true, force: true });
  const bundles = [...PRODUCT, ...(tests ? [TESTS] : [])].map((options) => bundle(options));
  await Promise.all(bundles).catch(() => {
    // esbuild has said why.
    throw new Trouble('The build failed.');
  });
  for (const folder of WITH_WORDS) copyFileSync(join(ROOT, WORDS), join(ROOT, folder, 'words.json'));
}

/** Bundles a language server alone, with the words it loads, into a folder that nobody else writes to. */
export async function buildServer(outdir) {
  const { build: bundle } = await import('esbuild');
  await bundle({ ...NODE, ...SERVER, outdir });
  copyFileSync(join(ROOT, WORDS), join(outdir, 'words.json'));
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const started = Date.now();
    await ensureDependencies();
    await build({ tests: process.argv.includes('--tests') });
    process.stdout.write(`built in ${seconds(started)}\n`);
  });
}

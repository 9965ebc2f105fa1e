// Installs a real VS Code (code-server's build of it) from the npm registry into .cache/host: nothing is compiled, no install script runs.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../dependencies.mjs';
import { cached, ROOT, step, Trouble } from '../steps.mjs';

const FOLDER = cached('host');
const STAMP = join(FOLDER, 'installed');
const CODE_SERVER = join(FOLDER, 'node_modules/code-server');
const VSCODE = join(CODE_SERVER, 'lib/vscode');

// What neither the examples nor the tests use: AI features, debuggers, accounts. Saves 300 MB and the services' start-up time.
const UNUSED = [
  'node_modules/@github',
  'node_modules/@devcontainers',
  'node_modules/katex',
  ...['copilot', 'ms-vscode.js-debug', 'microsoft-authentication', 'github-authentication', 'mermaid-markdown-features'].map(
    (name) => `extensions/${name}`,
  ),
];

/** Program files of the installed VS Code: `wrapper` is code-server's own entry, `server` is VS Code's. */
export const HOST = { wrapper: join(CODE_SERVER, 'out/node/entry.js'), server: join(VSCODE, 'out/server-main.js') };

/** Installs the editor host unless this very version is installed already (about a minute the first time). */
export async function ensureHost() {
  if (process.platform === 'win32')
    throw new Trouble('The browser-based VS Code needs Linux or macOS. With VS Code installed, use: npm start -- --desktop');
  const lock = readFileSync(join(ROOT, 'scripts/host/package-lock.json'));
  const version = createHash('sha256').update(lock).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === version) return;
  await step('Installing VS Code for the browser (code-server, once, about 500 MB)', install);
  writeFileSync(STAMP, version);
}

async function install() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(ROOT, 'scripts/host', name), join(FOLDER, name));
  // Its install script would compile modules that are not needed here, and insist on one Node version.
  await npm(['ci', '--ignore-scripts'], { cwd: FOLDER });
  // The shrinkwrap that code-server ships leaves out a peer dependency, which npm ci takes for an error unless told not to look.
  await npm(['ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps'], { cwd: VSCODE });
  for (const path of UNUSED) rmSync(join(VSCODE, path), { recursive: true, force: true });
  pruneMicrosoft(join(VSCODE, 'node_modules/@microsoft'));
}

/** The server imports its telemetry client even where telemetry is off; the rest of the scope serves removed extensions. */
function pruneMicrosoft(folder) {
  for (const name of readdirSync(folder)) {
    if (!/^(1ds-|dynamicproto-js|applicationinsights-)/.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

// npm start: a real VS Code with the extension, on a fresh copy of examples/.
// usage: npm start [-- --port N] [--desktop]
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureHost } from './host/install.mjs';
import { freshProfile } from './host/profile.mjs';
import { isFree, startServer, wrapperArguments } from './host/server.mjs';
import { cached, main, ROOT, step, Trouble } from './steps.mjs';

const EXAMPLES = join(ROOT, 'examples');
const SETTINGS = { 'workbench.startupEditor': 'readme', 'explorer.compactFolders': false };

await main(async () => {
  const options = readOptions();
  if (!options.desktop) await requireFree(options.port);
  await ensureDependencies();
  await step('Building', build);
  if (options.desktop) return openDesktop();
  return serve(options.port);
});

function readOptions() {
  const usage = 'usage: npm start [-- --port N] [--desktop]';
  try {
    const { values } = parseArgs({ options: { port: { type: 'string', default: '8080' }, desktop: { type: 'boolean', default: false } } });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`not a port: ${values.port}`);
    return { port, desktop: values.desktop };
  } catch (error) {
    throw new Trouble(`${error.message}\n${usage}`);
  }
}

async function requireFree(port) {
  if (!(await isFree(port))) throw new Trouble(`Port ${port} is in use. Choose another one: npm start -- --port ${port + 1}`);
}

async function serve(port) {
  await ensureHost();
  const profile = freshProfile(cached('start'), { workspace: EXAMPLES, settings: SETTINGS, linkExtension: true });
  const server = await step('Starting VS Code', () => startServer(wrapperArguments(profile, port), port, cached('start/server.log')));
  process.stdout.write(
    `\nVS Code with Kafka Config is open at\n\n    ${server.url}/\n\non a copy of examples/ (${profile.workspace}). Ctrl-C ends it.\n`,
  );
  await server.exited;
}

function openDesktop() {
  const shell = process.platform === 'win32';
  if (spawnSync('code', ['--version'], { shell }).status !== 0) {
    throw new Trouble('There is no `code` on the PATH. Install VS Code with its shell command, or leave out --desktop to use the browser.');
  }
  const profile = freshProfile(cached('desktop'), { workspace: EXAMPLES, settings: SETTINGS });
  const args = ['--new-window', '--wait', `--extensionDevelopmentPath=${ROOT}`, `--user-data-dir=${profile.userData}`, profile.workspace];
  process.stdout.write(`\nVS Code opens on a copy of examples/ (${profile.workspace}). Close its window, or press Ctrl-C, to end.\n`);
  const child = spawn('code', args, { shell, stdio: 'inherit' });
  return new Promise((done) => child.on('exit', (code) => done(code ?? 0)));
}

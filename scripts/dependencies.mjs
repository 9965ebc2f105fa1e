// Installs the project's own dependencies where they are missing. Needs nothing but Node 20 and npm.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, step, Trouble } from './steps.mjs';

/** What npm and other programs say when a server could not be reached. */
export const OFFLINE = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET|ERR_SOCKET_TIMEOUT)\b/;

/** Runs `npm ci` unless node_modules already holds what package-lock.json asks for. */
export async function ensureDependencies() {
  if (isCurrent()) return;
  await step('Installing dependencies (npm ci)', () => npm(['ci']));
}

/** Runs npm; a failure becomes a message that says what to do about it. */
export async function npm(args, options = {}) {
  const cli = process.env.npm_execpath;
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const [command, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  const { code, output } = await run(command, [...first, ...args, ...quiet], { show: true, ...options });
  if (code === 0) return;
  if (OFFLINE.test(output)) {
    throw new Trouble(
      'The npm registry could not be reached. The first run needs the network; later runs do not. Check the connection (or proxy) and try again.',
    );
  }
  throw new Trouble(`npm ${args.join(' ')} failed (exit code ${code}); its output is above.`);
}

/** True when every package of the lockfile that this machine needs is installed in the version it names. */
function isCurrent() {
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(([path, { version, optional, devOptional, link }]) => {
    const elsewhere = optional || devOptional || link || !path.startsWith('node_modules/');
    return elsewhere || have[path]?.version === version;
  });
}

/** The Node.js that the tools and the editor host run on: the one of the dev dependency `node`, or this one where it is new enough. */
export function toolNode() {
  const bundled = join(ROOT, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Trouble(
    'The package `node` did not install its program (are install scripts switched off?). Allow them or use Node.js 24, then run npm ci.',
  );
}

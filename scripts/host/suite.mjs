// Runs the editor suite inside a real VS Code: in the Node extension host or in the browser's web-worker extension host.
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { cached, ROOT, Trouble } from '../steps.mjs';
import { launch } from './chromium.mjs';
import { startFront } from './front.mjs';
import { freshProfile } from './profile.mjs';
import { freePort, startServer, testServerArguments } from './server.mjs';

const TESTS = 'out/editor/suite.js';
const LIMIT_MS = 240_000;

/** What went wrong with the host or the browser, as against a failing test. */
export class RunnerTrouble extends Trouble {
  exitCode = 3;
}

/** The folder that the suite works in, on a copy. */
export const FIXTURES = join(ROOT, 'test/editor/fixtures');

/**
 * Runs the suite and returns its result: `{ passed, failed, skipped, tests: [{ title, state, milliseconds, message }] }`.
 * `kind` is the extension host: `node` or `web`. Logs go to .cache/test-logs/.
 */
export async function runSuite(kind, chromium) {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-config-'));
  const logs = (name) => cached('test-logs', `editor-${kind}-${name}`);
  const open = [];
  try {
    const profile = freshProfile(join(folder, 'profile'), { workspace: FIXTURES });
    const port = await freePort();
    const server = await startServer(testServerArguments(profile, port), port, logs('server.log'));
    open.push(server.stop);
    const front = kind === 'web' ? await startFront(port, TESTS) : undefined;
    if (front) open.push(front.stop);
    const browser = await launch(chromium, join(folder, 'browser'));
    open.push(() => browser.context.close());
    const url = pageUrl(kind, front?.url ?? server.url, profile.workspace);
    await runInPage(browser.page, url, server.exited, logs);
    return readResult(profile.workspace);
  } catch (error) {
    throw error instanceof Trouble
      ? error
      : new RunnerTrouble(`The editor suite (${kind}) could not run: ${error.message}\nLogs: ${logs('*')}`);
  } finally {
    for (const close of open.reverse()) await close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function pageUrl(kind, base, workspace) {
  const at = (path) => `vscode-remote://${new URL(base).host}${path}`;
  const node = [
    ['extensionDevelopmentPath', at(ROOT)],
    ['extensionTestsPath', at(join(ROOT, TESTS))],
  ];
  const payload = [['skipWelcome', 'true'], ...(kind === 'node' ? node : [])];
  return `${base}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/** Opens the workbench; its smoke-test driver calls `codeAutomationExit` when the extension host has run the tests. */
async function runInPage(page, url, serverExited, logs) {
  const log = createWriteStream(logs('console.log'));
  const finished = new Promise((done) => page.exposeFunction('codeAutomationExit', done));
  await page.exposeFunction('codeAutomationLog', (_type, args) => log.write(`${format(...args)}\n`));
  page.on('console', (message) => log.write(`[page] ${message.text()}\n`));
  page.on('pageerror', (error) => log.write(`[page] ${error.stack}\n`));
  let limit;
  const late = new Promise((_done, fail) => {
    limit = setTimeout(() => fail(new Error(`no result within ${LIMIT_MS / 1000} s`)), LIMIT_MS);
  });
  try {
    await page.goto(url, { waitUntil: 'commit' });
    const ended = serverExited.then((code) => Promise.reject(new Error(`the VS Code server ended (${code})`)));
    await Promise.race([finished, late, ended]);
  } catch (error) {
    await page.screenshot({ path: logs('page.png') });
    throw error;
  } finally {
    clearTimeout(limit);
    log.end();
  }
}

/** What the suite left in its folder (see test/editor/run.ts). */
export function readResult(workspace) {
  const path = join(workspace, '.suite-result.json');
  if (!existsSync(path)) throw new RunnerTrouble('The extension host ended without a result.');
  return JSON.parse(readFileSync(path, 'utf8'));
}

// Finds a Chromium, installs one where that is allowed, and launches it without a window.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, step } from '../steps.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

const ARGUMENTS = [
  ...['--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Path of a Chromium-like browser (`CHROMIUM` names one), or undefined. */
function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...(process.platform === 'darwin' ? MAC : []),
  ];
  return candidates.find((path) => existsSync(path));
}

/** Path of a browser, installed through apt by root where none is there; undefined where that does not work. */
export async function ensureChromium(log) {
  return findChromium() ?? (await installChromium(log));
}

async function installChromium(log) {
  const apt = '/usr/bin/apt-get';
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync(apt)) return undefined;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await step('Installing Chromium (apt-get)', async () => {
    await run(apt, ['update'], { env, log });
    await run(apt, ['install', '-y', '--no-install-recommends', 'chromium'], { env, log });
  });
  return findChromium();
}

/** Launches the browser with a fresh profile in `folder`; `display` is Playwright's (viewport, scale); requests that would leave this machine are refused, and their hosts noted in `refused`. */
export async function launch(executablePath, folder, display = { viewport: { width: 1280, height: 800 } }) {
  const { chromium } = await import('playwright-core');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...ARGUMENTS, ...sandbox];
  const context = await chromium.launchPersistentContext(folder, { executablePath, headless: true, args, ...display });
  const refused = new Set();
  const leaves = (url) => /^https?:$/.test(url.protocol) && url.hostname !== '127.0.0.1' && url.hostname !== 'localhost';
  await context.route(leaves, (route) => {
    refused.add(new URL(route.request().url()).host);
    return route.abort();
  });
  return { context, page: context.pages()[0] ?? (await context.newPage()), refused };
}

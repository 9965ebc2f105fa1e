// Takes the pictures of docs/pictures/ from a real VS Code on a copy of examples/. usage: node scripts/pictures.mjs
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureChromium, launch } from './host/chromium.mjs';
import { ensureHost } from './host/install.mjs';
import { freshProfile } from './host/profile.mjs';
import { freePort, startServer, wrapperArguments } from './host/server.mjs';
import { cached, main, ROOT, step, Trouble } from './steps.mjs';

const PICTURES = join(ROOT, 'docs/pictures');
const DISPLAY = { viewport: { width: 1080, height: 600 }, deviceScaleFactor: 1.5 };
const SETTINGS = {
  'editor.minimap.enabled': false,
  'editor.fontSize': 13,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
  'workbench.reduceMotion': 'on',
};

/** A place over nothing that would answer the pointer. */
const NOWHERE = [540, 1];

const line = (page, text) => page.locator('.monaco-editor .view-line', { hasText: text }).first();
const squiggle = (page, kind) => page.locator(`.monaco-editor .squiggly-${kind}`).first().waitFor();

/** A word of a line, found by its own text node: that is where the pointer has to be for a hover. */
async function pointAt(page, text, word) {
  const box = await line(page, text).evaluate((element, wanted) => {
    const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const at = node.data.indexOf(wanted);
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    return undefined;
  }, word);
  if (box === undefined) throw new Trouble(`There is no ${word} in the line ${text}`);
  return box;
}

/** Does something until it has its effect: the editor, still busy with what came before, may not have taken notice. */
async function until(shown, act) {
  for (let tries = 0; tries < 5; tries += 1) {
    await act();
    const seen = await shown.waitFor({ timeout: 4000 }).catch(() => 'not yet');
    if (seen !== 'not yet') return;
  }
  throw new Trouble(`This did not come: ${shown}`);
}

/** Rests the pointer on a word until its hover is there. */
function hoverOver(page, text, word) {
  return until(page.locator('.monaco-hover:visible', { hasText: 'default' }), async () => {
    await page.mouse.move(...NOWHERE);
    const { x, y } = await pointAt(page, text, word);
    await page.mouse.move(x, y);
  });
}

/** Types into the quick input and takes the row that says `wanted`. */
async function choose(page, key, text, wanted) {
  await page.keyboard.press(key);
  await page.keyboard.type(text);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: wanted }).first().click();
  await page.mouse.move(...NOWHERE);
}

async function open(page, path) {
  const name = path.split('/').at(-1);
  await choose(page, 'Control+p', path, name);
  await page.locator('.tab.active', { hasText: name }).waitFor();
}

const command = (page, title) => choose(page, 'F1', title, title);

const SCENES = {
  async squiggle(page) {
    await open(page, 'orders/producer.properties');
    await squiggle(page, 'error');
    await squiggle(page, 'warning');
  },
  async hover(page) {
    await hoverOver(page, 'acks=all', 'all');
  },
  async fix(page) {
    await page.mouse.move(...NOWHERE);
    const { x, y } = await pointAt(page, 'acks=all', 'replicas');
    await page.mouse.click(x, y);
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget:visible').waitFor();
  },
  async fixed(page) {
    await page.keyboard.press('Escape');
    await command(page, 'Kafka Config: Fix All');
    await page.locator('.monaco-editor .squiggly-error').first().waitFor({ state: 'detached' });
    await page.locator('.tab.active [class*=itemBadge]').waitFor({ state: 'detached' });
  },
  async completion(page) {
    await open(page, 'orders/labels-producer.properties');
    await squiggle(page, 'warning');
    const { x, y } = await pointAt(page, 'linger.ms', '20');
    await page.mouse.click(x, y);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('retr');
    await page.locator('.suggest-widget .monaco-list-row', { hasText: 'retry.backoff.ms' }).first().waitFor();
    // Pressed again, the keys that opened the list open the text beside it.
    await until(page.locator('.suggest-details', { hasText: 'default' }), () => page.keyboard.press('Control+Space'));
  },
  async compose(page) {
    await page.keyboard.press('Escape');
    await open(page, 'deploy/compose.yaml');
    await squiggle(page, 'error');
    await hoverOver(page, 'KAFKA_LOG_RETENTION', '24h');
  },
  async conversion(page) {
    await page.mouse.move(...NOWHERE);
    await command(page, 'View: Close All Editor Groups');
    await page.locator('.dialog-buttons', { hasText: "Don't Save" }).getByText("Don't Save").click();
    await open(page, 'logging/log4j.properties');
    await command(page, 'View: Toggle Primary Side Bar Visibility');
    await command(page, 'Kafka Config: Convert log4j.properties to Log4j2 XML');
    await page.locator('.notification-toast', { hasText: 'log4j2.xml' }).waitFor();
    await page.locator('.modified-in-monaco-diff-editor .view-line', { hasText: 'Configuration' }).first().waitFor();
  },
};

/** Runs in the page: whether everything that fades in or out has done so. What goes on for ever, such as a cursor, doesn't count. */
function isStill() {
  const lasting = document
    .getAnimations()
    .filter(({ effect, playState }) => playState === 'running' && effect.getComputedTiming().endTime < Infinity);
  return lasting.length === 0;
}

async function take(page) {
  mkdirSync(PICTURES, { recursive: true });
  for (const [name, scene] of Object.entries(SCENES)) {
    await step(name, () => scene(page));
    await page.waitForFunction(isStill);
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }
}

await main(async () => {
  await ensureDependencies();
  await build();
  await ensureHost();
  const chromium = await ensureChromium(cached('pictures.log'));
  if (chromium === undefined) throw new Trouble('There is no Chromium here, and it could not be installed.');
  const folder = mkdtempSync(join(tmpdir(), 'kafka-config-'));
  const profile = freshProfile(join(folder, 'profile'), { workspace: join(ROOT, 'examples'), settings: SETTINGS, linkExtension: true });
  const port = await freePort();
  const server = await startServer(wrapperArguments(profile, port), port, cached('pictures-server.log'));
  const { context, page } = await launch(chromium, join(folder, 'browser'), DISPLAY);
  try {
    await page.goto(server.url);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await take(page).catch(async (error) => {
      await page.screenshot({ path: cached('pictures-failed.png') });
      throw error;
    });
  } finally {
    await context.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

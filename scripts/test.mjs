// npm test: everything. usage: npm test [-- checks|unit|editor|editor:node|editor:web …]   (no name: all)
// Exit code 0: all passed; 1: something failed; 3: the editor host or the browser could not be run.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from './build.mjs';
import { check } from './check.mjs';
import { ensureDependencies, toolNode } from './dependencies.mjs';
import { ensureChromium } from './host/chromium.mjs';
import { ensureHost } from './host/install.mjs';
import { RunnerTrouble, runSuite } from './host/suite.mjs';
import { cached, main, ROOT, run, step, Trouble } from './steps.mjs';

const LOGS = cached('test-logs');
const NONE = { passed: 0, failed: 0, skipped: 0 };

const SUITES = { checks: check, unit, 'editor:node': () => editor('node'), 'editor:web': () => editor('web') };

function choose(names) {
  const all = Object.keys(SUITES);
  const unknown = names.find((name) => !all.some((suite) => suite === name || suite.startsWith(`${name}:`)));
  if (unknown !== undefined) throw new Trouble(`There is no suite ${unknown}. The suites: ${all.join(', ')}`);
  return names.length === 0 ? all : all.filter((suite) => names.some((name) => suite === name || suite.startsWith(`${name}:`)));
}

const add = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped });

/** A step that counts as one test. */
async function counted(work) {
  try {
    await work();
    return { ...NONE, passed: 1 };
  } catch (error) {
    process.stdout.write(`${error.message.split('\n')[0]}\n`);
    return { ...NONE, failed: 1 };
  }
}

/** Unit, property and protocol tests. */
async function unit() {
  const report = join(LOGS, 'unit.json');
  const args = [
    join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { code, output } = await run(toolNode(), args, { log: join(LOGS, 'unit.log'), env: { NO_COLOR: '1' } });
  if (!existsSync(report)) throw new Trouble(`vitest ended without a report:\n${output}`);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that cannot be loaded has no tests to fail.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = numFailedTests + broken.length;
  if (code !== 0) process.stdout.write(output);
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: numPendingTests + numTodoTests };
}

/** The editor suite in one of the two extension hosts. */
async function editor(kind) {
  const chromium = await ensureChromium(join(LOGS, 'chromium.log'));
  if (chromium === undefined) return withoutChromium(kind);
  await ensureHost();
  const { tests, ...counts } = await runSuite(kind, chromium);
  for (const { title, state, milliseconds, message } of tests) {
    const mark = { passed: '✓', failed: '✗', skipped: '-' }[state];
    process.stdout.write(`  ${mark} ${title} (${milliseconds} ms)\n`);
    if (message) process.stdout.write(`${message.replaceAll(/^/gm, '      ')}\n`);
  }
  if (counts.passed + counts.failed === 0) throw new RunnerTrouble(`The editor suite (${kind}) ran no test; see ${relative(ROOT, LOGS)}`);
  return counts;
}

function withoutChromium(kind) {
  process.stdout.write(`  There is no Chromium here and it could not be installed: the editor suite (${kind}) is left out.\n`);
  return process.env.KAFKA_CONFIG_REQUIRE_EDITOR ? { ...NONE, failed: 1 } : { ...NONE, skipped: 1 };
}

await main(async () => {
  const chosen = choose(process.argv.slice(2));
  rmSync(LOGS, { recursive: true, force: true });
  await ensureDependencies();
  const built = await step('Building', () => counted(() => build({ tests: true })));
  let total = built;
  let trouble = 0;
  for (const name of built.failed > 0 ? [] : chosen) {
    const result = await step(name, SUITES[name]).catch((error) => {
      if (!(error instanceof Trouble)) throw error;
      process.stdout.write(`${error.message}\n`);
      trouble = error.exitCode ?? 1;
      return { ...NONE, failed: 1 };
    });
    total = add(total, result);
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
  return trouble || (total.failed > 0 ? 1 : 0);
});

// The static checks: formatter and linter, types of every part, unused code. usage: node scripts/check.mjs
import { join } from 'node:path';
import { ensureDependencies, toolNode } from './dependencies.mjs';
import { cached, isMain, main, ROOT, run } from './steps.mjs';

const TOOL = (name, path) => ({ name, path: join(ROOT, 'node_modules', path) });
const TSC = TOOL('tsc', 'typescript/bin/tsc');

const CHECKS = [
  {
    title: 'format and lint',
    tool: TOOL('biome', '@biomejs/biome/bin/biome'),
    args: ['ci', '--colors=off', '--reporter=summary', '--diagnostic-level=error', '.'],
  },
  ...['server/tsconfig.core.json', 'server', 'client', 'test'].map((project) => ({
    title: `types of ${project}`,
    tool: TSC,
    args: ['-p', project],
  })),
  { title: 'unused code', tool: TOOL('knip', 'knip/bin/knip.js'), args: ['--no-progress'] },
];

/** Runs the checks, prints what is wrong, and returns `{ passed, failed, skipped }`. Logs go to .cache/test-logs/. */
export async function check() {
  const results = [];
  for (const { title, tool, args } of CHECKS) {
    const log = cached('test-logs', `check-${title.replaceAll(/\W+/g, '-')}.log`);
    const { code, output } = await run(toolNode(), [tool.path, ...args], { log });
    process.stdout.write(`  ${code === 0 ? '✓' : '✗'} ${title}\n`);
    if (code !== 0) process.stdout.write(`${output.trimEnd()}\n`);
    results.push(code === 0);
  }
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed, skipped: 0 };
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await ensureDependencies();
    const { failed } = await check();
    return failed > 0 ? 1 : 0;
  });
}

// npm run test:desktop: the editor suite in the desktop VS Code that @vscode/test-electron downloads, or in the one whose program
// VSCODE_EXECUTABLE names.
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureDependencies, OFFLINE } from './dependencies.mjs';
import { freshProfile } from './host/profile.mjs';
import { FIXTURES, RunnerTrouble, readResult } from './host/suite.mjs';
import { cached, main, ROOT, step } from './steps.mjs';

await main(async () => {
  await ensureDependencies();
  await step('Building', () => build({ tests: true }));
  const { runTests } = await import('@vscode/test-electron');
  const profile = freshProfile(cached('test-desktop'), { workspace: FIXTURES });
  const installed = process.env.VSCODE_EXECUTABLE;
  const code = await runTests({
    ...(installed && { vscodeExecutablePath: installed }),
    cachePath: cached('vscode-test'),
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: join(ROOT, 'out/editor/suite.js'),
    launchArgs: [profile.workspace, `--user-data-dir=${profile.userData}`, `--extensions-dir=${profile.extensions}`],
  }).catch(({ message }) => {
    if (OFFLINE.test(message)) throw new RunnerTrouble(`VS Code could not be downloaded: ${message}`);
    process.stderr.write(`${message}\n`);
    return 1;
  });
  const { passed, failed, skipped } = readResult(profile.workspace);
  process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  return code;
});

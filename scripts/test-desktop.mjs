// npm run test:desktop: the editor suite in the desktop VS Code that @vscode/test-electron downloads.
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { freshProfile } from './host/profile.mjs';
import { FIXTURES, readResult } from './host/suite.mjs';
import { cached, main, ROOT, step } from './steps.mjs';

await main(async () => {
  await ensureDependencies();
  await step('Building', () => build({ tests: true }));
  const { runTests } = await import('@vscode/test-electron');
  const profile = freshProfile(cached('test-desktop'), { workspace: FIXTURES });
  const code = await runTests({
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: join(ROOT, 'out/editor/suite.js'),
    launchArgs: [profile.workspace, '--disable-extensions', `--user-data-dir=${profile.userData}`],
  }).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    return 1;
  });
  const { passed, failed, skipped } = readResult(profile.workspace);
  process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  return code;
});

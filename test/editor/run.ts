import 'mocha/mocha.js';
import * as vscode from 'vscode';
import { type SuiteResult, writeResult } from './result.ts';

/**
 * What the extension host calls. Mocha's browser build runs in both kinds of host. The result is left as a file in the workspace,
 * where the runner reads it: the file system is the one way out that both hosts share.
 */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 30_000, reporter: class {} as unknown as Mocha.ReporterConstructor });
  require('./suites.ts');
  const result = await runMocha();
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('the suite needs an opened folder');
  await writeResult(folder.uri, result);
  if (result.failed > 0) throw new Error(`${result.failed} tests failed`);
}

function runMocha(): Promise<SuiteResult> {
  const tests: { title: string; state: 'passed' | 'failed' | 'skipped'; milliseconds: number; message?: string }[] = [];
  return new Promise((done) => {
    // Not mocha.run, which looks for a page's address and document.
    const runner = Mocha.prototype.run.call(mocha, () => {
      const count = (state: string) => tests.filter((test) => test.state === state).length;
      done({ passed: count('passed'), failed: count('failed'), skipped: count('skipped'), tests });
    });
    const titled = (test: Mocha.Runnable) => ({ title: test.fullTitle(), milliseconds: test.duration ?? 0 });
    runner.on('pass', (test) => tests.push({ ...titled(test), state: 'passed' }));
    runner.on('pending', (test) => tests.push({ ...titled(test), state: 'skipped' }));
    runner.on('fail', (test, error) => {
      tests.push({ ...titled(test), state: 'failed', message: error.stack ?? String(error) });
      // When so much fails, something common to all is broken, and waiting for each of the rest tells nothing new.
      if (tests.filter(({ state }) => state === 'failed').length === 5) runner.abort();
    });
  });
}

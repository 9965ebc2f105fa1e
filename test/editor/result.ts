import * as vscode from 'vscode';

/** What the runner (scripts/host/suite.mjs) reads. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly tests: readonly {
    readonly title: string;
    readonly state: 'passed' | 'failed' | 'skipped';
    readonly milliseconds: number;
    readonly message?: string;
  }[];
}

/** Leaves the result in the opened folder. */
export async function writeResult(folder: vscode.Uri, result: SuiteResult): Promise<void> {
  const text = JSON.stringify(result, undefined, 2);
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, '.suite-result.json'), new TextEncoder().encode(text));
}

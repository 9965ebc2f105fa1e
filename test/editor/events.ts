import * as vscode from 'vscode';
import { extension } from './workspace.ts';

/** Resolves with what `ask` answers, asked now and after every event, as soon as it is not undefined. */
function eventually<T>(event: vscode.Event<unknown>, ask: () => T | undefined): Promise<T> {
  const now = ask();
  if (now !== undefined) return Promise.resolve(now);
  return new Promise((done) => {
    const listening = event(() => {
      const answer = ask();
      if (answer === undefined) return;
      listening.dispose();
      done(answer);
    });
  });
}

/** Resolves with a document's findings once they are as wished. */
export function findings(uri: vscode.Uri, wished: (all: readonly vscode.Diagnostic[]) => boolean): Promise<readonly vscode.Diagnostic[]> {
  return eventually(vscode.languages.onDidChangeDiagnostics, () => {
    const all = vscode.languages.getDiagnostics(uri);
    return wished(all) ? all : undefined;
  });
}

/** Resolves with the status bar item's text once it is as wished; undefined while it is hidden. */
export async function status(wished: (text: string | undefined) => boolean): Promise<string | undefined> {
  const api = await extension().activate();
  const { text } = await eventually(api.onDidChangeStatus, () => (wished(api.status()) ? { text: api.status() } : undefined));
  return text;
}

/** Takes all changes of the open files back, closes them, and waits until the status bar has noticed. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor !== undefined) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  if (extension().isActive) await status((shown) => shown === undefined);
}

type Questions = 'showQuickPick' | 'showInformationMessage' | 'showWarningMessage';

/** Does something while the author's answers to its questions are known; returns the questions that were asked. */
export async function answering(answers: readonly (string | undefined)[], work: () => Thenable<unknown>): Promise<readonly string[]> {
  const left = [...answers];
  const asked: string[] = [];
  const names: readonly Questions[] = ['showQuickPick', 'showInformationMessage', 'showWarningMessage'];
  const window: Record<string, unknown> = vscode.window;
  const originals = names.map((name) => [name, window[name]] as const);
  for (const name of names) window[name] = (what: unknown, ...rest: unknown[]) => answer(name, what, rest);
  const answer = async (name: Questions, what: unknown, rest: unknown[]) => {
    const choices = (name === 'showQuickPick' ? await what : rest) as (string | { label: string })[];
    const labels = choices.map((choice) => (typeof choice === 'string' ? choice : choice.label));
    asked.push(name === 'showQuickPick' ? labels.join(' | ') : String(what));
    const wanted = left.shift();
    const found = choices[labels.findIndex((label) => wanted !== undefined && label.startsWith(wanted))];
    if (wanted !== undefined && found === undefined) throw new Error(`no answer begins with ${wanted}: ${labels.join(' | ')}`);
    return found;
  };
  try {
    await work();
  } finally {
    for (const [name, original] of originals) window[name] = original;
  }
  return asked;
}

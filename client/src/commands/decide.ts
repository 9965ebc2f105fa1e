import * as vscode from 'vscode';
import { type DirectiveWord, directiveEdit } from '../directive.ts';
import { baseName } from '../documents.ts';

/** Languages whose files cannot hold a `#` comment. */
const WITHOUT_HASH_COMMENTS = new Set(['json', 'jsonc', 'xml', 'bat']);

const IN_FILE = 'In this file, as a comment line';

/**
 * Asks where a decision about the active document is to be kept and writes it there: into the file as a directive, or into a
 * setting by `setting.write`, which is offered as `setting.label`.
 */
export async function keepDecision(
  editor: vscode.TextEditor,
  decision: { readonly word: DirectiveWord; readonly value: string },
  setting: { readonly label: string; readonly write: () => Thenable<void> },
): Promise<void> {
  const places = WITHOUT_HASH_COMMENTS.has(editor.document.languageId) ? [setting.label] : [IN_FILE, setting.label];
  const title = `${baseName(editor.document.uri)}: ${decision.word}=${decision.value}`;
  const place = await vscode.window.showQuickPick(places, { title, placeHolder: 'Where should this be kept?' });
  if (place === IN_FILE) await writeDirective(editor, decision.word, decision.value);
  else if (place !== undefined) await setting.write();
}

async function writeDirective(editor: vscode.TextEditor, word: DirectiveWord, value: string): Promise<void> {
  const lines = editor.document.getText().split(/\r?\n/);
  const { line, insert, text } = directiveEdit(lines, word, value);
  await editor.edit((edit) => {
    if (insert) edit.insert(new vscode.Position(line, 0), `${text}\n`);
    else edit.replace(editor.document.lineAt(line).range, text);
  });
}

/** Where a setting goes: to the opened folders where there are any, else to the user's own settings. */
export function settingsTarget(): vscode.ConfigurationTarget {
  return vscode.workspace.workspaceFolders ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
}

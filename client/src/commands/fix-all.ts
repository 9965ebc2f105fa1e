import * as vscode from 'vscode';

const KIND = vscode.CodeActionKind.SourceFixAll.append('kafka-config').value;

/** Applies every safe fix of the active file at once. */
export async function fixAll(): Promise<void> {
  await vscode.commands.executeCommand('editor.action.codeAction', { kind: KIND, apply: 'first' });
}

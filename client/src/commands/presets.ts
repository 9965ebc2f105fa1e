import * as vscode from 'vscode';
import snippets from '../../../snippets/properties.json';

/** Asks for a preset or a skeleton, and puts it at the cursor of the active editor. */
export async function insertPreset(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const items = Object.entries(snippets).map(([label, { description, body }]) => ({ label, detail: description, body }));
  const choice = await vscode.window.showQuickPick(items, { title: 'Kafka Config: Insert Preset', matchOnDetail: true });
  if (choice !== undefined) await editor.insertSnippet(new vscode.SnippetString(choice.body.join('\n')));
}

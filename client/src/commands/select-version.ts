import * as vscode from 'vscode';
import { keepDecision, settingsTarget } from './decide.ts';

/** Asks for a Kafka release, and keeps it in the active file or in the setting `kafka-config.kafkaVersion`. `offered`: newest first. */
export async function selectVersion(offered: readonly string[]): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const items = offered.map((label) => (label === 'latest' ? { label, description: 'the newest release' } : { label }));
  const options = { title: 'Kafka Config: Select Kafka Version', placeHolder: 'Which Kafka release reads this file?' };
  const choice = await vscode.window.showQuickPick(items, options);
  if (choice === undefined) return;
  const write = () => vscode.workspace.getConfiguration('kafka-config').update('kafkaVersion', choice.label, settingsTarget());
  if (editor === undefined) return write();
  await keepDecision(editor, { word: 'version', value: choice.label }, { label: 'In settings, for all files', write });
}

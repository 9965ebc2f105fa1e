import * as vscode from 'vscode';
import type { KafkaConfigApi } from '../../client/src/client.ts';
import { ok } from './assert.ts';

/** The extension under test. */
export function extension(): vscode.Extension<KafkaConfigApi> {
  const found = vscode.extensions.getExtension<KafkaConfigApi>('kafka-config.vscode-kafka-config');
  ok(found, 'the extension is not installed');
  return found;
}

/** The address of a file of the opened folder (a copy of test/editor/fixtures). */
export function fileUri(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the folder in the editor. */
export async function open(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(name)));
}

/** Opens a new document with a text; a first line that names a role makes it a Kafka file. */
export async function openText(content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'properties', content }));
}

/** A file's text as it is on disk. */
export async function readFile(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(name)));
}

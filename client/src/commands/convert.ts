import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { baseName } from '../documents.ts';
import type { Previews } from '../previews.ts';
import { type Conversion, convertRequest, type Log4jForm } from '../protocol.ts';
import { conversionReport, conversionSummary } from './conversion-report.ts';

/**
 * Converts a log4j.properties for Log4j2: shows what it would write beside the old text, asks, writes the new file into the same
 * folder, and keeps or deletes the old one as the author says. `of` is a document's address; without it the active editor's counts.
 */
export async function convertLog4j(client: BaseLanguageClient, previews: Previews, to: Log4jForm, of?: vscode.Uri | string): Promise<void> {
  const source = typeof of === 'string' ? vscode.Uri.parse(of) : (of ?? vscode.window.activeTextEditor?.document.uri);
  if (source === undefined) return;
  // The server converts what is open, with edits that are not saved yet.
  await vscode.workspace.openTextDocument(source);
  const conversion = await client.sendRequest(convertRequest, { uri: client.code2ProtocolConverter.asUri(source), to });
  if (conversion.refused !== undefined) {
    await vscode.window.showWarningMessage(`${baseName(source)} was not converted: ${conversion.refused}`);
    return;
  }
  const target = vscode.Uri.joinPath(source, '..', conversion.fileName);
  const exists = await isFile(target);
  const answer = await preview(previews, source, target, exists, conversion);
  if (answer === undefined || !(await write(source, target, exists, conversion.text, answer))) return;
  await vscode.window.showTextDocument(target);
  await report(previews, source, conversion);
}

type Answer = 'keep' | 'delete';

/** Shows the difference between what is there and what would be, and asks. Undefined: the author wants none of it. */
async function preview(
  previews: Previews,
  source: vscode.Uri,
  target: vscode.Uri,
  exists: boolean,
  conversion: Conversion,
): Promise<Answer | undefined> {
  const future = previews.show(target.path, conversion.text);
  const title = exists ? `${conversion.fileName} (on disk ↔ converted)` : `${baseName(source)} ↔ ${conversion.fileName}`;
  await vscode.commands.executeCommand('vscode.diff', exists ? target : source, future, title, { preview: true });
  const verb = exists ? 'Overwrite' : 'Write';
  const keep = `${verb} and Keep Old`;
  const remove = `${verb} and Delete Old`;
  const question = `${exists ? `${conversion.fileName} exists already. Overwrite it` : `Write ${conversion.fileName}`}? ${conversionSummary(conversion.notes)}`;
  const choice = await vscode.window.showInformationMessage(question, keep, remove, 'Cancel');
  if (choice === keep) return 'keep';
  return choice === remove ? 'delete' : undefined;
}

/** One workspace edit, so that one undo takes all of it back. A file that came to be after the question is not overwritten. */
async function write(source: vscode.Uri, target: vscode.Uri, overwrite: boolean, text: string, old: Answer): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(target, { overwrite, contents: new TextEncoder().encode(text) });
  if (old === 'delete') edit.deleteFile(source);
  const written = await vscode.workspace.applyEdit(edit);
  if (!written) await vscode.window.showErrorMessage(`${baseName(target)} could not be written.`);
  return written;
}

async function report(previews: Previews, source: vscode.Uri, { fileName, notes }: Conversion): Promise<void> {
  const lost = notes.some(({ kind }) => kind === 'lost');
  const tell = lost ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const choice = await tell(`${fileName} is written. ${conversionSummary(notes)}`, 'Show Report');
  if (choice === undefined) return;
  const text = conversionReport(baseName(source), fileName, notes);
  const uri = previews.show(`${vscode.Uri.joinPath(source, '..').path}/${fileName}.report.md`, text);
  await vscode.commands.executeCommand('markdown.showPreview', uri);
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

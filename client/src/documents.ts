import * as vscode from 'vscode';
import { HOST_LANGUAGES, mayBeKafka, PATTERNS, PROPERTIES_LANGUAGES } from './languages.ts';

/** Where documents of an author live: on disk, not saved yet, or in the file systems of the opened folders (remote, virtual). */
function schemes(): readonly string[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  return [...new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', ...folders])];
}

/** The documents that the server may look at. Whether one is Kafka's is for the server to say. */
export function documentSelector(): { scheme: string; language?: string; pattern?: string }[] {
  return schemes().flatMap((scheme) => [
    ...[...PROPERTIES_LANGUAGES, ...HOST_LANGUAGES].map((language) => ({ scheme, language })),
    ...PATTERNS.map((pattern) => ({ scheme, pattern })),
  ]);
}

/** Whether the server looks at this document. */
export function isOurs(document: vscode.TextDocument): boolean {
  return vscode.languages.match(documentSelector(), document) > 0;
}

/** Calls `work` once, as soon as a document is open that may be Kafka's. */
export function whenKafkaOpens(work: () => void): vscode.Disposable {
  const listening: vscode.Disposable[] = [];
  const stop = () => vscode.Disposable.from(...listening).dispose();
  const look = (document: vscode.TextDocument, text: () => string): boolean => {
    const found = isOurs(document) && mayBeKafka(document.uri.path, document.languageId, text());
    if (found) {
      stop();
      work();
    }
    return found;
  };
  if (vscode.workspace.textDocuments.some((document) => look(document, () => document.getText()))) return new vscode.Disposable(stop);
  listening.push(
    vscode.workspace.onDidOpenTextDocument((document) => look(document, () => document.getText())),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges: [change] }) => {
      // What is typed is judged by its line: a large foreign file costs nothing.
      if (change !== undefined) look(document, () => `${document.lineAt(change.range.start.line).text}\n${change.text}`);
    }),
  );
  return new vscode.Disposable(stop);
}

/** The last part of a document's path. */
export function baseName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

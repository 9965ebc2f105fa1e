import * as vscode from 'vscode';

/** Language ids that editors give to java.util.Properties files; the first is VS Code's own. */
const LANGUAGES = ['properties', 'java-properties', 'spring-boot-properties', 'quarkus-properties', 'microprofile-properties'];

/** File names that are looked at whatever their language is. */
const PATTERNS = ['**/*.properties'];

/** Where documents of an author live: on disk, not saved yet, or in the file systems of the opened folders (remote, virtual). */
function schemes(): readonly string[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  return [...new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', ...folders])];
}

/** The documents that the server may look at. Whether one is Kafka's is for the server to say. */
export function documentSelector(): { scheme: string; language?: string; pattern?: string }[] {
  return schemes().flatMap((scheme) => [
    ...LANGUAGES.map((language) => ({ scheme, language })),
    ...PATTERNS.map((pattern) => ({ scheme, pattern })),
  ]);
}

/** Whether the server looks at this document. */
export function isOurs(document: vscode.TextDocument): boolean {
  return vscode.languages.match(documentSelector(), document) > 0;
}

/** The last part of a document's path. */
export function baseName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

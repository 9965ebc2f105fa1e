import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type KafkaConfigApi, startClient } from './client.ts';
import { readTextRequest, wordsRequest } from './protocol.ts';

/** In a browser: the language server is a web worker, which asks for the words about properties when it first needs them. */
export function activate(context: vscode.ExtensionContext): KafkaConfigApi {
  const inWeb = (name: string) => vscode.Uri.joinPath(context.extensionUri, 'dist/web', name);
  return startClient(context, (options) => {
    const client = new LanguageClient('kafka-config', 'Kafka Config', new Worker(inWeb('server.js').toString(true)), options);
    client.onRequest(wordsRequest, async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(inWeb('words.json'))));
    client.onRequest(readTextRequest, ({ uri }) => readText(vscode.Uri.parse(uri)));
    return client;
  });
}

async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    if (uri.path.endsWith('/')) return (await vscode.workspace.fs.readDirectory(uri)).map(([name]) => name).join('\n');
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > 1_000_000 ? null : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

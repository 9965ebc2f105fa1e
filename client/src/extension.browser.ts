import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type KafkaConfigApi, startClient } from './client.ts';
import { wordsRequest } from './protocol.ts';

/** In a browser: the language server is a web worker, which asks for the words about properties when it first needs them. */
export function activate(context: vscode.ExtensionContext): KafkaConfigApi {
  const inWeb = (name: string) => vscode.Uri.joinPath(context.extensionUri, 'dist/web', name);
  return startClient(context, (options) => {
    const client = new LanguageClient('kafka-config', 'Kafka Config', new Worker(inWeb('server.js').toString(true)), options);
    client.onRequest(wordsRequest, async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(inWeb('words.json'))));
    return client;
  });
}

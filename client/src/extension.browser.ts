import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type KafkaConfigApi, startClient } from './client.ts';

/** In a browser: the language server is a web worker. */
export function activate(context: vscode.ExtensionContext): Promise<KafkaConfigApi> {
  const worker = new Worker(vscode.Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true));
  return startClient(context, (options) => new LanguageClient('kafka-config', 'Kafka Config', worker, options));
}

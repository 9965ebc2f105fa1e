import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type KafkaConfigApi, startClient } from './client.ts';

/** Desktop and remote: the language server is a process of its own. */
export function activate(context: vscode.ExtensionContext): Promise<KafkaConfigApi> {
  const server = { module: context.asAbsolutePath('dist/node/server.js'), transport: TransportKind.ipc };
  return startClient(context, (options) => new LanguageClient('kafka-config', 'Kafka Config', server, options));
}

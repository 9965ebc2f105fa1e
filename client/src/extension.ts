import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type KafkaConfigApi, startClient } from './client.ts';

/** Desktop and remote: the language server is a process of its own. */
export function activate(context: vscode.ExtensionContext): KafkaConfigApi {
  const server = {
    module: context.asAbsolutePath('dist/node/server.js'),
    transport: TransportKind.ipc,
    // A young generation of 4 MiB instead of 16 and one thread instead of four beside the main one: less memory, and no slower (docs/performance.md).
    options: { execArgv: ['--max-semi-space-size=2', '--v8-pool-size=1'] },
  };
  return startClient(context, (options) => new LanguageClient('kafka-config', 'Kafka Config', server, options));
}

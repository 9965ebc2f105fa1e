import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { convertLog4j } from './commands/convert.ts';
import { fixAll } from './commands/fix-all.ts';
import { insertPreset } from './commands/presets.ts';
import { selectRole } from './commands/select-role.ts';
import { selectVersion } from './commands/select-version.ts';
import { documentSelector } from './documents.ts';
import { Previews } from './previews.ts';
import { RoleStatus } from './status.ts';

/** What {@link startClient} needs to know of the place it runs in: how a client gets its server. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What `activate` returns: enough to see from outside what the author sees. */
export interface KafkaConfigApi {
  /** Text of the status bar item for the active editor; undefined while it is hidden. */
  readonly status: () => string | undefined;
  readonly onDidChangeStatus: vscode.Event<void>;
}

/** Starts the language client and registers what surrounds it: commands, previews, the status bar item. */
export async function startClient(context: vscode.ExtensionContext, create: CreateClient): Promise<KafkaConfigApi> {
  const client = create({
    documentSelector: documentSelector(),
    synchronize: { configurationSection: 'kafka-config' },
    diagnosticCollectionName: 'kafka-config',
    initializationOptions: { status: true },
  });
  const status = new RoleStatus(client);
  const previews = new Previews();
  context.subscriptions.push(client, status, previews, ...registerCommands(client, previews, offeredVersions(context)));
  await client.start();
  status.listen();
  return { status: () => status.text(), onDidChangeStatus: status.onDidChange };
}

function registerCommands(client: BaseLanguageClient, previews: Previews, versions: readonly string[]): vscode.Disposable[] {
  const commands = {
    convertLog4jToXml: (uri?: vscode.Uri | string) => convertLog4j(client, previews, 'xml', uri),
    convertLog4jToYaml: (uri?: vscode.Uri | string) => convertLog4j(client, previews, 'yaml', uri),
    convertLog4jToProperties: (uri?: vscode.Uri | string) => convertLog4j(client, previews, 'properties', uri),
    fixAll,
    selectRole,
    selectVersion: () => selectVersion(versions),
    insertPreset,
  };
  return Object.entries(commands).map(([name, command]) => vscode.commands.registerCommand(`kafka-config.${name}`, command));
}

/** The releases that the manifest offers for the setting, so that they are listed in one place. */
function offeredVersions(context: vscode.ExtensionContext): readonly string[] {
  const { contributes } = context.extension.packageJSON;
  return contributes.configuration[0].properties['kafka-config.kafkaVersion'].examples;
}

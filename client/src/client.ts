import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { convertLog4j } from './commands/convert.ts';
import { fixAll } from './commands/fix-all.ts';
import { insertPreset } from './commands/presets.ts';
import { selectRole } from './commands/select-role.ts';
import { selectVersion } from './commands/select-version.ts';
import { documentSelector, whenKafkaOpens } from './documents.ts';
import { Previews } from './previews.ts';
import { RoleStatus } from './status.ts';

/** What {@link startClient} needs to know of the place it runs in: how a client gets its server. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What `activate` returns: enough to see from outside what the author sees. */
export interface KafkaConfigApi {
  /** Whether the language server was started: it is when a file opens that may be Kafka's. */
  readonly isServing: () => boolean;
  /** Text of the status bar item for the active editor; undefined while it is hidden. */
  readonly status: () => string | undefined;
  readonly onDidChangeStatus: vscode.Event<void>;
}

/** Registers the commands and what else surrounds the language client, and starts it with the first file that may be Kafka's. */
export function startClient(context: vscode.ExtensionContext, create: CreateClient): KafkaConfigApi {
  const status = new RoleStatus();
  const previews = new Previews();
  let starting: Promise<BaseLanguageClient> | undefined;
  const serve = (): Promise<BaseLanguageClient> => {
    starting ??= start(context, create, status).catch((error) => {
      // The next command tries again, and says what is wrong.
      starting = undefined;
      throw error;
    });
    return starting;
  };
  const commands = registerCommands(serve, previews, offeredVersions(context));
  context.subscriptions.push(
    status,
    previews,
    ...commands,
    whenKafkaOpens(() => serve().catch(() => undefined)),
  );
  return { isServing: () => starting !== undefined, status: () => status.text(), onDidChangeStatus: status.onDidChange };
}

async function start(context: vscode.ExtensionContext, create: CreateClient, status: RoleStatus): Promise<BaseLanguageClient> {
  const client = create({
    documentSelector: documentSelector(),
    synchronize: { configurationSection: 'kafka-config' },
    diagnosticCollectionName: 'kafka-config',
    initializationOptions: { status: true },
  });
  context.subscriptions.push(client);
  await client.start();
  status.follow(client);
  return client;
}

function registerCommands(serve: () => Promise<BaseLanguageClient>, previews: Previews, versions: readonly string[]): vscode.Disposable[] {
  const commands = {
    convertLog4jToXml: async (uri?: vscode.Uri | string) => convertLog4j(await serve(), previews, 'xml', uri),
    convertLog4jToYaml: async (uri?: vscode.Uri | string) => convertLog4j(await serve(), previews, 'yaml', uri),
    convertLog4jToProperties: async (uri?: vscode.Uri | string) => convertLog4j(await serve(), previews, 'properties', uri),
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

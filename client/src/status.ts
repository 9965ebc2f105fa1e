import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isOurs } from './documents.ts';
import { type ConfigStatus, statusChanged, statusRequest } from './protocol.ts';

/** The status bar item: what the active document was taken for, and why. A click changes it. */
export class RoleStatus implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('kafka-config.status', vscode.StatusBarAlignment.Right, 100);
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly disposables: vscode.Disposable[] = [this.item, this.changed];
  private shown: string | undefined;
  /** The item was drawn anew. */
  readonly onDidChange = this.changed.event;

  constructor() {
    this.item.name = 'Kafka Config';
    this.item.command = 'kafka-config.selectRole';
  }

  /** Follows the active editor and the news of a running client's server. */
  follow(client: BaseLanguageClient): void {
    this.disposables.push(
      vscode.window.onDidChangeActiveTextEditor(() => this.refresh(client)),
      client.onNotification(statusChanged, ({ uri }) => {
        if (uri === activeUri(client)) this.refresh(client);
      }),
    );
    this.refresh(client);
  }

  /** The item's text; undefined while it is hidden. */
  text(): string | undefined {
    return this.shown;
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private async refresh(client: BaseLanguageClient): Promise<void> {
    const uri = activeUri(client);
    // A server that is stopping or starting again has no answer.
    const answer = uri === undefined ? undefined : await client.sendRequest(statusRequest, { uri }).catch(() => undefined);
    // Another editor may have become active while the server thought: then its answer counts.
    if (uri !== activeUri(client)) return this.refresh(client);
    this.render(answer?.configs ?? []);
    this.changed.fire();
  }

  private render(configs: readonly ConfigStatus[]): void {
    const [first] = configs;
    if (first === undefined) {
      this.shown = undefined;
      this.item.hide();
      return;
    }
    this.shown = summary(first, configs.length - 1);
    this.item.text = `$(server-process) ${this.shown}`;
    this.item.tooltip = tooltip(configs);
    this.item.show();
  }
}

function activeUri(client: BaseLanguageClient): string | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isOurs(document) ? client.code2ProtocolConverter.asUri(document.uri) : undefined;
}

function summary({ role, kafka, family }: ConfigStatus, more: number): string {
  const rest = more > 0 ? ` +${more}` : '';
  if (family === 'log4j1') return `Log4j 1, Kafka ${kafka}${rest}`;
  if (family === 'log4j2') return `Log4j2${rest}`;
  // How Kafka is started, or what nobody passes on to it.
  if (role === 'none') return `Kafka ${kafka}${rest}`;
  return family === 'librdkafka' ? `librdkafka ${role}${rest}` : `Kafka ${role} ${kafka}${rest}`;
}

function tooltip(configs: readonly ConfigStatus[]): vscode.MarkdownString {
  const lines = configs.map((config) => `**${summary(config, 0)}**: ${config.why}.`);
  const text = new vscode.MarkdownString(lines.join('\n\n'), true);
  text.isTrusted = { enabledCommands: ['kafka-config.selectRole', 'kafka-config.selectVersion'] };
  return text.appendMarkdown('\n\n[Select role](command:kafka-config.selectRole) · [Select version](command:kafka-config.selectVersion)');
}

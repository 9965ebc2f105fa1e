import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isOurs } from './documents.ts';
import { type ConfigStatus, statusChanged, statusRequest } from './protocol.ts';

/** The status bar item: what the active document was taken for, and why. A click changes it. */
export class RoleStatus implements vscode.Disposable {
  private readonly client: BaseLanguageClient;
  private readonly item = vscode.window.createStatusBarItem('kafka-config.status', vscode.StatusBarAlignment.Right, 100);
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly disposables: vscode.Disposable[] = [this.item, this.changed];
  private shown: string | undefined;
  /** The item was drawn anew. */
  readonly onDidChange = this.changed.event;

  constructor(client: BaseLanguageClient) {
    this.client = client;
    this.item.name = 'Kafka Config';
    this.item.command = 'kafka-config.selectRole';
  }

  /** Follows the active editor and the server's news. The client must be running. */
  listen(): void {
    this.disposables.push(
      vscode.window.onDidChangeActiveTextEditor(() => this.refresh()),
      this.client.onNotification(statusChanged, ({ uri }) => {
        if (uri === this.activeUri()) this.refresh();
      }),
    );
    this.refresh();
  }

  /** The item's text; undefined while it is hidden. */
  text(): string | undefined {
    return this.shown;
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private activeUri(): string | undefined {
    const document = vscode.window.activeTextEditor?.document;
    return document && isOurs(document) ? this.client.code2ProtocolConverter.asUri(document.uri) : undefined;
  }

  private async refresh(): Promise<void> {
    const uri = this.activeUri();
    const answer = uri === undefined ? undefined : await this.client.sendRequest(statusRequest, { uri });
    // Another editor may have become active while the server thought.
    if (uri !== this.activeUri()) return;
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

function summary({ role, kafka, family }: ConfigStatus, more: number): string {
  const rest = more > 0 ? ` +${more}` : '';
  if (family === 'log4j1') return `Log4j 1, Kafka ${kafka}${rest}`;
  if (role === 'none') return 'Kafka: off';
  return family === 'librdkafka' ? `librdkafka ${role}${rest}` : `Kafka ${role} ${kafka}${rest}`;
}

function tooltip(configs: readonly ConfigStatus[]): vscode.MarkdownString {
  const lines = configs.map((config) => `**${summary(config, 0)}**: ${config.why}.`);
  const text = new vscode.MarkdownString(lines.join('\n\n'), true);
  text.isTrusted = { enabledCommands: ['kafka-config.selectRole', 'kafka-config.selectVersion'] };
  return text.appendMarkdown('\n\n[Select role](command:kafka-config.selectRole) · [Select version](command:kafka-config.selectVersion)');
}

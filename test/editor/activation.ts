import * as vscode from 'vscode';
import { equal, ok } from './assert.ts';
import { closeAll } from './events.ts';
import { extension, open } from './workspace.ts';

describe('activation', () => {
  after(closeAll);

  it('waits for a file of a language that Kafka is configured in', async () => {
    equal(extension().isActive, false);
    await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'acks=all\n' });
    equal(extension().isActive, false);
  });

  it('happens when a properties file opens', async () => {
    await open('producer.properties');
    await extension().activate();
    ok(extension().isActive, 'the extension is not active');
  });

  it('registers every command of the palette', async () => {
    const declared: { command: string }[] = extension().packageJSON.contributes.commands;
    const registered = new Set(await vscode.commands.getCommands(true));
    equal(
      declared.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });

  it('leaves the language of a file alone', async () => {
    const { document } = await open('producer.properties');
    equal(document.languageId, 'properties');
  });
});

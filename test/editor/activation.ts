import * as vscode from 'vscode';
import { equal, ok } from './assert.ts';
import { closeAll } from './events.ts';
import { extension, fileUri, open } from './workspace.ts';

describe('activation', () => {
  after(closeAll);

  it('starts no server while only files are open that are not Kafka’s', async () => {
    // Files, not untitled documents: VS Code keeps a backup of those, and would give it to the next one of that name.
    for (const name of ['notes.txt', 'compose.yaml', 'web.json']) {
      await vscode.workspace.openTextDocument(fileUri(`others/${name}`));
    }
    const api = await extension().activate();
    equal(api.isServing(), false);
  });

  it('starts the server when a properties file opens', async () => {
    await open('producer.properties');
    const api = await extension().activate();
    ok(api.isServing(), 'the server is not started');
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

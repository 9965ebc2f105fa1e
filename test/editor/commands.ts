import * as vscode from 'vscode';
import { equal, includes, ok } from './assert.ts';
import { answering, closeAll, findings, status } from './events.ts';
import { fileUri, open, openText, readFile } from './workspace.ts';

const run = (name: string) => () => vscode.commands.executeCommand(`kafka-config.${name}`);

describe('Convert log4j.properties to Log4j2', () => {
  afterEach(closeAll);

  it('writes log4j2.xml beside it and keeps the old file, when the author says so', async () => {
    await open('log4j.properties');
    const [question] = await answering(['Write and Keep', undefined], run('convertLog4jToXml'));
    includes(question ?? '', 'Write log4j2.xml?');
    const xml = await readFile('log4j2.xml');
    includes(xml, '<Root level="INFO">');
    includes(xml, '[%d] %p %m (%c)%n');
    includes(await readFile('log4j.properties'), 'log4j.rootLogger');
  });

  it('asks before it overwrites, and leaves all as it is without an answer', async () => {
    await vscode.workspace.fs.writeFile(fileUri('log4j2.xml'), new TextEncoder().encode('<mine/>'));
    await open('log4j.properties');
    const [question] = await answering([undefined], run('convertLog4jToXml'));
    includes(question ?? '', 'exists already');
    equal(await readFile('log4j2.xml'), '<mine/>');
    await vscode.workspace.fs.delete(fileUri('log4j2.xml'));
  });

  it('deletes the old file when the author says so', async () => {
    const copy = fileUri('other/log4j.properties');
    await vscode.workspace.fs.copy(fileUri('log4j.properties'), copy);
    await open('other/log4j.properties');
    await answering(['Write and Delete', undefined], run('convertLog4jToYaml'));
    includes(await readFile('other/log4j2.yaml'), 'Configuration:');
    const left = await vscode.workspace.fs.readDirectory(fileUri('other'));
    equal(left, [['log4j2.yaml', vscode.FileType.File]]);
  });
});

describe('Select Role and Select Kafka Version', () => {
  afterEach(closeAll);

  it('write what was chosen as a comment line', async () => {
    const { document } = await openText('linger.ms=5\n');
    await answering(['producer', 'In this file'], run('selectRole'));
    await answering(['3.9', 'In this file'], run('selectVersion'));
    equal(document.getText(), '# kafka-config: version=3.9 role=producer\nlinger.ms=5\n');
    await status((shown) => shown === 'Kafka producer 3.9');
    await answering(['4.1', 'In this file'], run('selectVersion'));
    equal(document.lineAt(0).text, '# kafka-config: version=4.1 role=producer');
  });

  it('offer the releases that the server knows', async () => {
    await openText('acks=all\n');
    const [offered] = await answering([undefined], run('selectVersion'));
    ok(offered?.startsWith('latest | 4.'), `offers ${offered}`);
  });

  it('keep a role as a setting by the name of the file', async () => {
    await open('games/server.properties');
    await answering(['broker', 'In settings'], run('selectRole'));
    equal(vscode.workspace.getConfiguration('kafka-config').get('roles'), { 'games/server.properties': 'broker' });
    await status((shown) => shown?.startsWith('Kafka broker') === true);
    await vscode.workspace.getConfiguration('kafka-config').update('roles', undefined, vscode.ConfigurationTarget.Workspace);
    await status((shown) => shown === undefined);
  });
});

describe('Insert Preset', () => {
  afterEach(closeAll);

  for (const preset of ['Kafka producer: high throughput', 'Kafka producer: exactly once']) {
    it(`puts "${preset}" at the cursor, and Kafka has nothing against it`, async () => {
      const { document } = await openText('# kafka-config: role=producer version=4.1\nacks=none\n');
      await findings(document.uri, (found) => found.length > 0);
      await vscode.commands.executeCommand('editor.action.selectAll');
      await answering([preset], run('insertPreset'));
      includes(document.getText(), 'bootstrap.servers=kafka-1.example.com:9092');
      const serious = (found: readonly vscode.Diagnostic[]) =>
        found.filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
      await findings(document.uri, (found) => serious(found).length === 0);
    });
  }
});

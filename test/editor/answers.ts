import * as vscode from 'vscode';
import { equal, includes, ok } from './assert.ts';
import { closeAll, findings, status } from './events.ts';
import { open, openText } from './workspace.ts';

const HEAD = '# kafka-config: role=producer version=4.1\n';

/** Opens a producer's file and waits until the server knows it. `¦` is the cursor. */
async function openProducer(text: string): Promise<{ document: vscode.TextDocument; cursor: vscode.Position }> {
  const content = HEAD + text;
  const { document } = await openText(content.replace('¦', ''));
  await status((shown) => shown === 'Kafka producer 4.1');
  return { document, cursor: document.positionAt(content.indexOf('¦')) };
}

async function labelsAt(text: string): Promise<readonly string[]> {
  const { document, cursor } = await openProducer(text);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, cursor);
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('hover', () => {
  afterEach(closeAll);

  it('explains the property under the cursor', async () => {
    const { document, cursor } = await openProducer('lin¦ger.ms=20\n');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, cursor);
    const text = hovers.flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value))).join('\n');
    includes(text, 'linger.ms');
    includes(text, 'batch');
  });
});

describe('completion', () => {
  afterEach(closeAll);

  it('offers the keys of the role', async () => {
    const labels = await labelsAt('lin¦\n');
    ok(labels.includes('linger.ms'), `not offered: ${labels}`);
    ok(!labels.includes('auto.offset.reset'), "offers a consumer's key");
  });

  it('offers the snippets', async () => {
    const labels = await labelsAt('kafka-producer¦\n');
    ok(labels.includes('kafka-producer-exactly-once'), `not offered: ${labels}`);
  });

  it('offers the values of a key', async () => {
    const labels = await labelsAt('compression.type=¦\n');
    equal(
      ['none', 'gzip', 'snappy', 'lz4', 'zstd'].filter((value) => !labels.includes(value)),
      [],
    );
  });
});

describe('fixes', () => {
  afterEach(closeAll);

  function fixesOf(document: vscode.TextDocument, finding: vscode.Diagnostic): Thenable<readonly vscode.CodeAction[]> {
    return vscode.commands.executeCommand(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
      vscode.CodeActionKind.QuickFix.value,
      100,
    );
  }

  it('correct a misspelt key', async () => {
    const { document } = await openProducer('batch.sise=1\n');
    const [typo] = await findings(document.uri, (found) => found.length > 0);
    ok(typo, 'no finding');
    const fix = (await fixesOf(document, typo)).find(({ isPreferred }) => isPreferred);
    ok(fix?.edit, 'no preferred fix');
    await vscode.workspace.applyEdit(fix.edit);
    equal(document.getText(), `${HEAD}batch.size=1\n`);
    await findings(document.uri, (found) => found.length === 0);
  });

  it('of a log4j.properties for Kafka 4 are its conversions', async () => {
    const { document } = await open('log4j.properties');
    const [unread] = await findings(document.uri, (found) => found.length > 0);
    ok(unread, 'no finding');
    equal(unread.severity, vscode.DiagnosticSeverity.Warning);
    const commands = (await fixesOf(document, unread)).flatMap(({ command }) => (command ? [command] : []));
    ok(
      commands.some(({ command }) => command === 'kafka-config.convertLog4jToXml'),
      `offers ${JSON.stringify(commands)}`,
    );
  });

  it('all at once move every remark to a line of its own', async () => {
    const { document } = await openProducer('acks=all # every replica\nlinger.ms=5 # wait a little\n');
    await findings(document.uri, (found) => found.length === 2);
    await vscode.commands.executeCommand('kafka-config.fixAll');
    await findings(document.uri, (found) => found.length === 0);
    equal(document.getText(), `${HEAD}# every replica\nacks=all\n# wait a little\nlinger.ms=5\n`);
  });
});

import * as vscode from 'vscode';
import { equal, includes } from './assert.ts';
import { closeAll, findings } from './events.ts';
import { open, openText } from './workspace.ts';

const { Error: ERROR, Warning: WARNING } = vscode.DiagnosticSeverity;

describe('squiggles', () => {
  afterEach(closeAll);

  it('mark the three values that Kafka refuses and the one that it misreads', async () => {
    const { document } = await open('producer.properties');
    const all = await findings(document.uri, (found) => found.length >= 4);
    equal(
      [...all].sort((a, b) => a.range.start.line - b.range.start.line).map(({ range, severity }) => [range.start.line, severity]),
      [
        [0, ERROR],
        [1, ERROR],
        [2, WARNING],
        [3, ERROR],
      ],
    );
  });

  it('come and go as one types', async () => {
    const editor = await openText('# kafka-config: role=producer\n');
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'batch.sise=1\n'));
    const [typo] = await findings(editor.document.uri, (found) => found.length > 0);
    equal([typo?.severity, typo?.range.start.line], [WARNING, 1]);
    includes(typo?.message ?? '', 'batch.size');
    await editor.edit((edit) => edit.replace(new vscode.Range(1, 8, 1, 9), 'z'));
    await findings(editor.document.uri, (found) => found.length === 0);
  });

  it('mark a value in a Compose file', async () => {
    const { document } = await open('compose.yaml');
    const [size] = await findings(document.uri, (found) => found.length > 0);
    equal([size?.severity, size && document.getText(size.range)], [ERROR, '1GB']);
  });

  it('depend on the Kafka release', async () => {
    const text = (version: string) => `# kafka-config: role=producer version=${version}\nmax.in.flight.requests.per.connection=6\n`;
    const old = await openText(text('3.9'));
    equal((await findings(old.document.uri, (found) => found.length > 0))[0]?.severity, WARNING);
    const newer = await openText(text('4.1'));
    equal((await findings(newer.document.uri, (found) => found.length > 0))[0]?.severity, ERROR);
  });
});

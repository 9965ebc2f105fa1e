import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction, CompletionList, Hover } from 'vscode-languageserver-protocol';
import { type BuiltServer, buildOwnServer, type Session, startSession } from './client.ts';

let server: BuiltServer;
let session: Session;

beforeAll(async () => {
  server = await buildOwnServer();
  session = await startSession(server);
});

afterAll(async () => {
  await session.stop();
  server.remove();
});

describe('a real server process', () => {
  it('explains and completes a log4j 1 file', async () => {
    const uri = session.open(
      'words/log4j.properties',
      'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=\n',
    );
    const textDocument = { uri };
    const hover = await session.connection.sendRequest<Hover>('textDocument/hover', { textDocument, position: { line: 1, character: 3 } });
    expect(JSON.stringify(hover.contents)).toContain('Writes to the console.');
    const position = { line: 2, character: 24 };
    const { items } = await session.connection.sendRequest<CompletionList>('textDocument/completion', { textDocument, position });
    expect(items.map(({ label }) => label)).toContain('org.apache.log4j.PatternLayout');
    expect(items[0]?.documentation).toEqual({ kind: 'markdown', value: expect.stringMatching(/\.$/) });
  });

  it('converts a log4j 1 text in a ConfigMap where it stands', async () => {
    const text = 'kind: ConfigMap\napiVersion: v1\n# kafka\ndata:\n  log4j.properties: |\n    log4j.rootLogger=WARN\n';
    const uri = session.open('in-place/kafka.yaml', text, 'yaml');
    const start = { line: 5, character: 4 };
    const found = await session.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start, end: start },
      context: { diagnostics: [] },
    });
    const yaml = found.find(({ title }) => title === 'Convert to Log4j2 YAML');
    expect(yaml?.edit?.changes?.[uri]?.map(({ range, newText }) => [range.start.line, newText])).toEqual([
      [4, 'log4j2.yaml'],
      [5, '    Configuration:\n      Loggers:\n        Root:\n          level: WARN'],
    ]);
    expect(yaml?.command).toBeUndefined();
    const asked = await session.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start, end: start },
      context: { diagnostics: [], only: ['refactor'] },
    });
    expect(asked.map(({ title, kind }) => [title, kind])).toContainEqual(['Convert to Log4j2 XML', 'refactor.rewrite']);
    expect(found.some(({ kind }) => kind === 'refactor.rewrite')).toBe(false);
  });

  it('judges a Log4j2 file while one types', async () => {
    const text =
      '<Configuration>\n<Appenders><Null name="A"/></Appenders>\n<Loggers><Root><AppenderRef ref="B"/></Root></Loggers>\n</Configuration>\n';
    const uri = session.open('typing/log4j2.xml', text, 'xml');
    const found = await session.diagnostics(uri);
    expect(found.map(({ code }) => code)).toEqual(['log4j2-unused-appender', 'log4j2-undefined-appender']);
    session.change(uri, [2, 33], [2, 34], 'A');
    expect(await session.diagnostics(uri)).toEqual([]);
  });
});

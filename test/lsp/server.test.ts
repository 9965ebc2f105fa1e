import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction, CompletionList, DocumentDiagnosticReport, DocumentSymbol, Hover, TextEdit } from 'vscode-languageserver-protocol';
import { applyEdits } from '../../server/src/text/edit.ts';
import { splitLines } from '../../server/src/text/lines.ts';
import { marked } from '../marked.ts';
import { type BuiltServer, buildOwnServer, type Session, startSession } from './client.ts';

const article = `acks=all # All in-sync replicas acknowledge
enable.idempotence=true # Deduplicate retries at the broker
transactional.id=my-producer-001 # Enable transactions
transaction.timeout.ms=60000 # 60 second transaction window
`;

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

function applied(text: string, edits: readonly TextEdit[]): string {
  const { lines, eol } = splitLines(text);
  return applyEdits(
    lines,
    edits.map(({ range, newText }) => ({ ...range, text: newText })),
    eol,
  );
}

async function actions(uri: string, line: number): Promise<CodeAction[]> {
  const range = { start: { line, character: 0 }, end: { line, character: 1000 } };
  return session.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } });
}

describe('a real server process', () => {
  it('reports the producer settings of the article: three errors, one warning', async () => {
    const uri = session.open('article/producer.properties', article);
    const found = await session.diagnostics(uri);
    expect(found.map(({ severity, code, range: { start } }) => [start.line, severity, code])).toEqual([
      [0, 1, 'remark-in-value'],
      [1, 1, 'remark-in-value'],
      [2, 2, 'remark-in-value'],
      [3, 1, 'remark-in-value'],
    ]);
  });

  it('moves every remark to its own line above with one fix-all', async () => {
    const uri = session.open('fix/producer.properties', article);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const [fix] = await session.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    expect(fix?.kind).toBe('source.fixAll.kafka-config');
    expect(applied(article, fix?.edit?.changes?.[uri] ?? [])).toBe(`# All in-sync replicas acknowledge
acks=all
# Deduplicate retries at the broker
enable.idempotence=true
# Enable transactions
transactional.id=my-producer-001
# 60 second transaction window
transaction.timeout.ms=60000
`);
  });

  it('judges again while one types', async () => {
    const uri = session.open('typing/producer.properties', 'acks=all\nlinger.ms=5\n');
    expect(await session.diagnostics(uri)).toEqual([]);
    session.change(uri, [1, 11], [1, 11], 'x');
    expect((await session.diagnostics(uri)).map(({ message }) => message)).toEqual(['`linger.ms` must be a whole number.']);
    session.change(uri, [1, 11], [1, 12], '');
    expect(await session.diagnostics(uri)).toEqual([]);
  });

  it('shows what a property is when the pointer rests on it', async () => {
    const { text, cursor } = marked('li¦nger.ms=5\n');
    const uri = session.open('hover/producer.properties', `acks=all\n${text}`);
    const hover = await session.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 1, character: cursor?.character },
    });
    expect(hover.range).toEqual({ start: { line: 1, character: 0 }, end: { line: 1, character: 11 } });
    expect(JSON.stringify(hover.contents)).toContain('**linger.ms**');
  });

  it('completes keys, without those that are there, and values', async () => {
    const uri = session.open('complete/producer.properties', 'acks=all\ncomp\ncompression.type=\n');
    const keys = await session.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 1, character: 4 },
    });
    const labels = keys.items.map(({ label }) => label);
    expect(labels).toContain('batch.size');
    expect(labels).not.toContain('acks');
    expect(keys.itemDefaults?.editRange).toEqual({ start: { line: 1, character: 0 }, end: { line: 1, character: 4 } });
    const values = await session.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 2, character: 17 },
    });
    expect(values.items.map(({ label }) => label)).toEqual(['none', 'gzip', 'snappy', 'lz4', 'zstd']);
  });

  it('offers the near name for a slip, and to silence the rule', async () => {
    const uri = session.open('slip/producer.properties', 'acks=all\nbatch.sise=1\n');
    expect((await actions(uri, 1)).map(({ title }) => title)).toEqual(['Change to `batch.size`', 'Ignore `unknown-key` here']);
  });

  it('lists the settings, secrets left out', async () => {
    const uri = session.open('outline/producer.properties', 'acks=all\nssl.key.password=hunter2\n');
    const outline = await session.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    expect(outline.map(({ name, detail }) => [name, detail])).toEqual([
      ['acks', 'all'],
      ['ssl.key.password', ''],
    ]);
  });

  it('says what it takes a file for, and why', async () => {
    const uri = session.open('status/server.properties', 'zookeeper.connect=zk:2181\nbroker.id=0\nlog.dirs=/data\n');
    const { configs } = await session.connection.sendRequest<{ configs: { role: string; kafka: string; why: string }[] }>(
      'kafka-config/status',
      { uri },
    );
    expect(configs).toEqual([{ role: 'broker', kafka: '3.9', family: 'java', why: expect.stringContaining('ZooKeeper') }]);
  });

  it('converts an open log4j.properties without writing anything', async () => {
    const uri = session.open(
      'log/log4j.properties',
      'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n',
    );
    const { fileName, text } = await session.connection.sendRequest<{ fileName: string; text: string }>('kafka-config/convertLog4j', {
      uri,
      to: 'xml',
    });
    expect(fileName).toBe('log4j2.xml');
    expect(text).toContain('<Console');
  });

  it('answers kindly about documents it does not know', async () => {
    const uri = 'file:///nowhere.properties';
    const position = { line: 0, character: 0 };
    expect(await session.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position })).toBeNull();
    expect(await session.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position })).toBeNull();
    expect(await session.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } })).toEqual([]);
  });

  it('reads the env_file of a Compose file, and again when it changes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kafka-config-'));
    const variables = join(folder, 'kafka.env');
    writeFileSync(variables, 'KAFKA_PROCESS_ROLES=broker,controller\n');
    const uri = session.open(
      `..${folder}/compose.yaml`,
      'services:\n  kafka:\n    image: confluentinc/cp-kafka:7.6.0\n    env_file: kafka.env\n    environment:\n      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://kafka:9092\n',
      'yaml',
    );
    expect(await session.diagnostics(uri)).toEqual([]);
    const read = await session.next(uri);
    expect(read.map(({ message }) => message)).toContain('The image `confluentinc/cp-kafka:7.6.0` needs `CLUSTER_ID`.');
    writeFileSync(variables, 'KAFKA_PROCESS_ROLES=broker,controller\nCLUSTER_ID=a\n');
    void session.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(variables).href, type: 2 }],
    });
    expect((await session.next(uri)).map(({ message }) => message)).not.toContain(
      'The image `confluentinc/cp-kafka:7.6.0` needs `CLUSTER_ID`.',
    );
    rmSync(folder, { recursive: true });
  });

  it('outlives edits beyond the end of the text', async () => {
    const uri = session.open('beyond/producer.properties', 'acks=all');
    session.change(uri, [99, 99], [199, 0], '\nlinger.ms=x');
    expect((await session.diagnostics(uri)).map(({ range: { start } }) => start.line)).toEqual([1]);
  });

  it('takes the marks away from a document that is closed, and forgets it', async () => {
    const uri = session.open('closed/producer.properties', 'acks=2\n');
    expect(await session.diagnostics(uri)).toHaveLength(1);
    const next = session.next(uri);
    void session.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    expect(await next).toEqual([]);
    const asked = { textDocument: { uri }, position: { line: 0, character: 1 } };
    expect(await session.connection.sendRequest('textDocument/hover', asked)).toBeNull();
  });

  it('explains nothing of an item that it did not offer', async () => {
    for (const item of [{ label: 'acks' }, { label: 'acks', data: null }])
      expect(await session.connection.sendRequest('completionItem/resolve', item)).toEqual(item);
  });
});

describe('another client', () => {
  it('pulls diagnostics where it can', async () => {
    const pulling = await startSession(server, { pull: true });
    const uri = pulling.open('pull/producer.properties', 'acks=2\n');
    const report = await pulling.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    expect(report.kind === 'full' && report.items.map(({ code }) => code)).toEqual(['invalid-value']);
    await pulling.stop();
  });

  it('may refuse all that it is asked for', async () => {
    const refusing = await startSession(server, {
      pull: true,
      workspace: {
        configuration: true,
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
        diagnostics: { refreshSupport: true },
      },
    });
    const compose = 'services:\n  kafka:\n    image: apache/kafka:4.1.0\n    env_file: 100%.env\n';
    const uri = refusing.open('refused/compose.yaml', compose, 'yaml');
    const asked = { textDocument: { uri } };
    await refusing.connection.sendRequest('textDocument/diagnostic', asked);
    await refusing.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await refusing.connection.sendRequest('textDocument/diagnostic', asked)).toMatchObject({ kind: 'full' });
    await refusing.stop();
  });

  it('sets version and severities', async () => {
    const older = await startSession(server, {
      settings: { kafkaVersion: '3.9', rules: { 'idempotence-switched-off': 'off', 'unknown-key': 'hint' } },
    });
    const uri = older.open('older/producer.properties', 'acks=1\nbatch.sise=1\nmax.in.flight.requests.per.connection=5\n');
    expect((await older.diagnostics(uri)).map(({ code, severity }) => [code, severity])).toEqual([['unknown-key', 4]]);
    await older.stop();
  });

  it('ends the process when it says exit', async () => {
    const short = await startSession(server);
    const exit = once(short.process, 'exit');
    await short.stop();
    expect((await exit)[0]).toBe(0);
  });
});

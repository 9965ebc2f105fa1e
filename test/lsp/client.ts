import { type ChildProcess, spawn } from 'node:child_process';
import {
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceClientCapabilities,
} from 'vscode-languageserver-protocol/node';
import { marked } from '../marked.ts';

/** A real server process with one client. */
export interface Session {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  /** Opens a document whose text may hold marks; the address is what later calls take. */
  open(name: string, text: string, languageId?: string): string;
  /** Replaces text; `version` counts on by itself. */
  change(uri: string, start: readonly [number, number], end: readonly [number, number], text: string): void;
  /** The diagnostics published for the newest version of the document. */
  diagnostics(uri: string): Promise<PublishDiagnosticsParams['diagnostics']>;
  /** The diagnostics that are published next, with no change of the document. */
  next(uri: string): Promise<PublishDiagnosticsParams['diagnostics']>;
  stop(): Promise<void>;
}

/** Starts the built server over standard input and output. */
export async function startSession(
  options: { readonly pull?: boolean; readonly settings?: unknown; readonly workspace?: WorkspaceClientCapabilities } = {},
): Promise<Session> {
  const server = spawn(process.execPath, [new URL('../../server/dist/server.js', import.meta.url).pathname, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const published = new Map<string, PublishDiagnosticsParams>();
  const waiting = new Set<() => void>();
  const versions = new Map<string, number>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.set(params.uri, params);
    for (const wake of waiting) wake();
  });
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: {
        publishDiagnostics: { versionSupport: true },
        ...(options.pull && { diagnostic: {} }),
        completion: { completionList: { itemDefaults: ['editRange', 'data', 'commitCharacters'] } },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
      ...(options.workspace && { workspace: options.workspace }),
    },
    initializationOptions: { settings: options.settings },
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    process: server,
    open(name, text, languageId = 'properties') {
      const uri = `file:///project/${name}`;
      versions.set(uri, 1);
      void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text: marked(text).text } });
      return uri;
    },
    change(uri, [line, character], [endLine, endCharacter], text) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      const range = { start: { line, character }, end: { line: endLine, character: endCharacter } };
      void connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] });
    },
    diagnostics: (uri) =>
      new Promise((resolve) => {
        const look = (): void => {
          const params = published.get(uri);
          if (params?.version !== versions.get(uri)) return;
          waiting.delete(look);
          resolve(params?.diagnostics ?? []);
        };
        waiting.add(look);
        look();
      }),
    next: (uri) =>
      new Promise((resolve) => {
        const before = published.get(uri);
        const look = (): void => {
          const params = published.get(uri);
          if (params === undefined || params === before) return;
          waiting.delete(look);
          resolve(params.diagnostics);
        };
        waiting.add(look);
      }),
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
    },
  };
}

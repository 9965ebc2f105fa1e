import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceClientCapabilities,
} from 'vscode-languageserver-protocol/node';
import { buildServer } from '../../scripts/build.mjs';
import { marked } from '../marked.ts';

/** A real server process with one client. */
export interface Session {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  /** Opens a document whose text may hold marks; the address is what later calls take. */
  open(name: string, text: string, languageId?: string): string;
  /** Replaces text; `version` counts on by itself. */
  change(uri: string, start: readonly [number, number], end: readonly [number, number], text: string): void;
  /** The first diagnostics published for the newest version of the document that nobody has seen yet. */
  diagnostics(uri: string): Promise<PublishDiagnosticsParams['diagnostics']>;
  /** Those that were published next, of whatever version. */
  next(uri: string): Promise<PublishDiagnosticsParams['diagnostics']>;
  stop(): Promise<void>;
}

/** A server of one's own: what others build meanwhile, or did long ago, changes nothing. */
export interface BuiltServer {
  readonly folder: string;
  remove(): void;
}

/** Bundles the server as it is. */
export async function buildOwnServer(): Promise<BuiltServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-config-server-'));
  await buildServer(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** What was published, in order, for those who wait for it: nothing is missed, however late one asks. */
class Published {
  readonly #unseen = new Map<string, PublishDiagnosticsParams[]>();
  readonly #waiting = new Set<() => void>();

  add(params: PublishDiagnosticsParams): void {
    this.#unseen.set(params.uri, [...(this.#unseen.get(params.uri) ?? []), params]);
    for (const wake of this.#waiting) wake();
  }

  /** The first that fits of those nobody has seen; it and those before it are seen then. */
  take(uri: string, fits: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams['diagnostics']> {
    return new Promise((resolve) => {
      const look = (): void => {
        const unseen = this.#unseen.get(uri) ?? [];
        const index = unseen.findIndex(fits);
        if (index === -1) return;
        this.#waiting.delete(look);
        this.#unseen.set(uri, unseen.slice(index + 1));
        resolve(unseen[index]?.diagnostics ?? []);
      };
      this.#waiting.add(look);
      look();
    });
  }
}

/** Starts a built server over standard input and output. When it ends before its time, whoever waits for it is told. */
export async function startSession(
  { folder }: BuiltServer,
  options: { readonly pull?: boolean; readonly settings?: unknown; readonly workspace?: WorkspaceClientCapabilities } = {},
): Promise<Session> {
  const server = spawn(process.execPath, [join(folder, 'server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const published = new Published();
  const versions = new Map<string, number>();
  let stopped = false;
  const ended = new Promise<never>((_, reject) => {
    server.once('exit', (code) => {
      reject(new Error(`the server ended with ${code}`));
      // Requests without an answer fail with it.
      if (!stopped) connection.dispose();
    });
  });
  ended.catch(() => undefined);
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => published.add(params));
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
    diagnostics: (uri) => Promise.race([ended, published.take(uri, ({ version }) => version === versions.get(uri))]),
    next: (uri) => Promise.race([ended, published.take(uri, () => true)]),
    async stop() {
      await connection.sendRequest('shutdown');
      stopped = true;
      await connection.sendNotification('exit');
      connection.dispose();
    },
  };
}

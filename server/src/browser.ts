import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './lsp/server.ts';
import * as session from './lsp/session.ts';
import { version } from './version.ts';

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

startServer(connection, {
  version,
  loadSession: () => session,
  later: (task) => void setTimeout(task),
  // A browser does so when it sees fit.
  collectGarbage: () => undefined,
  // Files are read by the client, in whatever file system the document stands in.
  readText: (uri) =>
    connection.sendRequest<string | null>('kafka-config/readText', { uri }).then(
      (text) => text ?? undefined,
      () => undefined,
    ),
  // An editor may start a worker from a blob, which has no folder to fetch from: the client knows where the extension lies.
  loadWords: () => connection.sendRequest<string>('kafka-config/words').catch(() => undefined),
});

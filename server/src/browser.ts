import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './lsp/server.ts';
import { version } from './version.ts';

declare const self: DedicatedWorkerGlobalScope;

const words = new URL('words.json', self.location.href);

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  version,
  loadWords: () =>
    fetch(words)
      .then((response) => (response.ok ? response.text() : undefined))
      .catch(() => undefined),
});

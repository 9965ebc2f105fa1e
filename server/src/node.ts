import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server.ts';
import { version } from './version.ts';

startServer(createConnection(ProposedFeatures.all), {
  version,
  later: (task) => void setImmediate(task),
  loadWords: () => readFile(join(__dirname, 'words.json'), 'utf8').catch(() => undefined),
});

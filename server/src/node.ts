import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server.ts';
import type * as session from './lsp/session.ts';
import { version } from './version.ts';

declare const require: (path: './session.js') => typeof session;

startServer(createConnection(ProposedFeatures.all), {
  version,
  // A bundle of its own beside this one (scripts/build.mjs).
  loadSession: () => require('./session.js'),
  later: (task) => void setImmediate(task),
  readText: (uri) => readText(uri).catch(() => undefined),
  loadWords: () => readFile(join(__dirname, 'words.json'), 'utf8').catch(() => undefined),
});

/** Devices never end, and what is longer holds no variables. */
async function readText(uri: string): Promise<string | undefined> {
  const path = fileURLToPath(uri);
  const found = await stat(path);
  return found.isFile() && found.size <= 1_000_000 ? readFile(path, 'utf8') : undefined;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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
  loadWords: () => readFile(join(__dirname, 'words.json'), 'utf8').catch(() => undefined),
});

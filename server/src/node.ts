import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server.ts';
import type * as session from './lsp/session.ts';
import { version } from './version.ts';

declare const require: (path: './session.js') => typeof session;

startServer(createConnection(ProposedFeatures.all), {
  version,
  // A bundle of its own beside this one (scripts/build.mjs).
  loadSession: () => {
    withoutTopTier();
    return require('./session.js');
  },
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

/**
 * Lets V8 optimize no further than with Maglev, which it has by default since version 13. Each document is read once and then only where it changes: the
 * compiler above takes more time and memory than its code wins back. As an argument the flag would make Node compile its own modules anew.
 */
function withoutTopTier(): void {
  if (Number.parseInt(process.versions.v8, 10) >= 13) setFlagsFromString('--no-turbofan');
}

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createConnection, type MessageReader, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server.ts';
import type * as session from './lsp/session.ts';
import { StandardOutput } from './stdio.ts';
import { version } from './version.ts';

declare const require: (path: './session.js') => typeof session;

if (process.argv.some((argument) => /^--(stdio|node-ipc|socket|pipe)\b/.test(argument))) serve();
else {
  process.stderr.write('kafka-config-language-server: say how to talk: --stdio, --node-ipc, --socket=PORT or --pipe=NAME\n');
  process.exitCode = 2;
}

function serve(): void {
  // The library takes a stream together with a writer too, though its types do not say so, and ends when the stream does.
  const input = process.stdin as typeof process.stdin & MessageReader;
  const connection = process.argv.includes('--stdio')
    ? createConnection(ProposedFeatures.all, input, new StandardOutput())
    : createConnection(ProposedFeatures.all);
  startServer(connection, {
    version,
    // A bundle of its own beside this one (scripts/build.mjs).
    loadSession: () => {
      tuneV8();
      return require('./session.js');
    },
    later: (task) => void setImmediate(task),
    collectGarbage,
    readText: (uri) => readText(uri).catch(() => undefined),
    loadWords: () => readFile(join(__dirname, 'words.json'), 'utf8').catch(() => undefined),
  });
}

/** Devices never end, and what is longer holds no variables. */
async function readText(uri: string): Promise<string | undefined> {
  const path = fileURLToPath(uri);
  if (uri.endsWith('/')) return (await readdir(path)).join('\n');
  const found = await stat(path);
  return found.isFile() && found.size <= 1_000_000 ? readFile(path, 'utf8') : undefined;
}

/**
 * As arguments these flags would make Node compile its own modules anew.
 * V8 optimizes no further than with Maglev, which it has by default since version 13: each document is read once and then only where it
 * changes, and the compiler above takes more time and memory than its code wins back. Young objects are collected by the one thread that
 * has just made them: there are so few at a time that waking others, and waiting for them, takes longer.
 */
function tuneV8(): void {
  if (Number.parseInt(process.versions.v8, 10) >= 13) setFlagsFromString('--no-turbofan');
  setFlagsFromString('--no-parallel-scavenge');
}

/** Otherwise V8 would stop to do so in the midst of the first large document. It hands its collector to contexts made while this flag is set. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  collect();
}

// Steps of the scripts: what is shown while one runs, and how another program is started.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** A folder or file of what scripts keep between runs (git-ignored). */
export const cached = (...parts) => join(ROOT, '.cache', ...parts);

/** A failure with a message made for the reader: printed without a stack trace. */
export class Trouble extends Error {}

/**
 * Runs a program and resolves with its exit code and output.
 * `show` passes the output on to the terminal as well; `log` is a file that receives all of it.
 */
export function run(command, args, { cwd = ROOT, env = {}, show = false, log } = {}) {
  return new Promise((done, fail) => {
    const file = log && openLog(log);
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (stream) => (chunk) => {
      output += chunk;
      file?.write(chunk);
      if (show) stream.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', take(process.stdout));
    child.stderr.setEncoding('utf8').on('data', take(process.stderr));
    child.on('error', fail);
    child.on('close', (code) => {
      file?.end();
      done({ code: code ?? 1, output });
    });
  });
}

function openLog(path) {
  mkdirSync(dirname(path), { recursive: true });
  return createWriteStream(path);
}

/** Says what is being done, does it, and says how long it took. */
export async function step(title, work) {
  const started = Date.now();
  process.stdout.write(`▸ ${title} …\n`);
  const result = await work();
  process.stdout.write(`  ${title}: ${seconds(started)}\n`);
  return result;
}

/** The time since `started` (milliseconds since the epoch), for people. */
export const seconds = (started) => `${((Date.now() - started) / 1000).toFixed(1)} s`;

/** True when the script at `url` was started itself rather than imported. */
export const isMain = (url) => realpathSync(process.argv[1]) === realpathSync(fileURLToPath(url));

/** Runs a script's main function; trouble ends in its message and exit code 1 (or the error's own). */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    process.stderr.write(`\n${error instanceof Trouble ? error.message : (error.stack ?? error)}\n`);
    process.exitCode = error.exitCode ?? 1;
  }
}

// Starts and stops the VS Code server, always bound to 127.0.0.1.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { dirname, join } from 'node:path';
import { toolNode } from '../dependencies.mjs';
import { Trouble } from '../steps.mjs';
import { HOST } from './install.mjs';

const LOOPBACK = '127.0.0.1';

/** Arguments of code-server's wrapper: it checks the origin of what connects, which a person's browser calls for. */
export function wrapperArguments(profile, port) {
  const config = join(profile.folder, 'config.yaml');
  writeFileSync(config, '');
  return [
    HOST.wrapper,
    ...['--bind-addr', `${LOOPBACK}:${port}`, '--auth', 'none', '--config', config],
    ...[
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-workspace-trust',
      '--disable-getting-started-override',
      '--disable-proxy',
    ],
    ...['--user-data-dir', profile.userData, '--extensions-dir', profile.extensions, '--ignore-last-opened', profile.workspace],
  ];
}

/** Arguments of VS Code's own server: starts faster, and its smoke-test driver lets a page run an extension's tests. */
export function testServerArguments(profile, port) {
  return [
    HOST.server,
    ...[
      '--host',
      LOOPBACK,
      '--port',
      String(port),
      '--without-connection-token',
      '--accept-server-license-terms',
      '--telemetry-level',
      'off',
    ],
    ...['--server-data-dir', profile.folder, '--user-data-dir', profile.userData, '--extensions-dir', profile.extensions],
    ...['--disable-workspace-trust', '--enable-smoke-test-driver'],
  ];
}

/** Starts the server and resolves when it answers; `exited` settles when it ends, `stop` ends it and all it started. */
export async function startServer(args, port, log) {
  mkdirSync(dirname(log), { recursive: true });
  const file = createWriteStream(log);
  // Without a gallery nothing leaves the machine. NODE_OPTIONS of the caller are not the server's business.
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}', NODE_OPTIONS: '' };
  const child = spawn(toolNode(), args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.pipe(file);
  child.stderr.pipe(file);
  const exited = new Promise((done) => child.on('exit', done));
  const server = { url: `http://${LOOPBACK}:${port}`, exited, stop: () => stop(child, exited) };
  // The server is in a process group of its own, which Ctrl-C in a terminal does not reach.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, server.stop);
  await answers(`${server.url}/version`, child, log).catch(async (error) => {
    await server.stop();
    throw error;
  });
  return server;
}

async function answers(url, child, log) {
  const ask = () => new Promise((done) => http.get(url, (response) => done(response.resume())).on('error', () => done(undefined)));
  while ((await ask()) === undefined) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Trouble(`The VS Code server ended at once (${child.exitCode ?? child.signalCode}); see ${log}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** The server starts extension hosts of its own: the whole process group has to go. */
async function stop(child, exited) {
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // The group is gone already.
    }
  };
  signal('SIGTERM');
  const patience = setTimeout(() => signal('SIGKILL'), 3000);
  await exited;
  clearTimeout(patience);
  signal('SIGKILL');
}

/** True when nobody listens on the port of this machine's loopback interface. */
export function isFree(port) {
  return new Promise((done) => {
    const probe = net.createServer();
    probe.on('error', () => done(false));
    probe.listen(port, LOOPBACK, () => probe.close(() => done(true)));
  });
}

/** A port that is free at this moment. */
export function freePort() {
  return new Promise((done) => {
    const probe = net.createServer();
    probe.listen(0, LOOPBACK, () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

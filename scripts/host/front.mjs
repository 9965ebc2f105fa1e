// A front on 127.0.0.1 for the web-worker extension host. It passes HTTP and WebSockets through to the VS Code server, serves the
// extension's files under /extension/, and adds developmentOptions to the workbench's configuration: that is how a page is told
// which extension to load from where. Being of the same origin, it needs no exception in any security policy.
import { createReadStream, existsSync, statSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { extname, join, sep } from 'node:path';
import { ROOT } from '../steps.mjs';

const MOUNT = '/extension';
const TYPES = { '.js': 'text/javascript', '.json': 'application/json' };
const CONFIGURATION = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;

/** Starts the front for the server on `port`; `tests` is the path of the test bundle inside the project. */
export async function startFront(port, tests) {
  const front = http.createServer((request, response) => {
    const path = new URL(request.url, 'http://front').pathname;
    if (path === MOUNT || path.startsWith(`${MOUNT}/`)) return serveFile(decodeURIComponent(path.slice(MOUNT.length + 1)), response);
    return path === '/' ? servePage(port, tests, request, response) : pass(port, request, response);
  });
  front.on('upgrade', (request, socket, head) => passSocket(port, request, socket, head));
  await new Promise((done) => front.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${front.address().port}`, stop: () => front.closeAllConnections() ?? front.close() };
}

function serveFile(path, response) {
  const file = join(ROOT, path);
  if (!file.startsWith(ROOT + sep) || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
  response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
  return createReadStream(file).pipe(response);
}

function ask(port, { url, method, headers }, take) {
  return http.request({ host: '127.0.0.1', port, path: url, method, headers }, take);
}

function pass(port, request, response) {
  const upstream = ask(port, request, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  upstream.on('error', () => response.destroy());
  request.pipe(upstream);
}

function servePage(port, tests, request, response) {
  const headers = { ...request.headers, 'accept-encoding': 'identity' };
  ask(port, { url: request.url, method: 'GET', headers }, async (answer) => {
    const chunks = await answer.setEncoding('utf8').toArray();
    const { 'content-length': _length, ...kept } = answer.headers;
    response.writeHead(answer.statusCode, kept).end(withExtension(chunks.join(''), request.headers.host, tests));
  })
    .on('error', () => response.destroy())
    .end();
}

function withExtension(html, authority, tests) {
  return html.replace(CONFIGURATION, (_whole, before, settings) => {
    const configuration = JSON.parse(settings.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    const at = (path) => ({ scheme: 'http', authority, path });
    configuration.developmentOptions = {
      ...configuration.developmentOptions,
      enableSmokeTestDriver: true,
      extensions: [at(MOUNT)],
      ...(tests && { extensionTestsPath: at(`${MOUNT}/${tests}`) }),
    };
    return `${before}${JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  });
}

function passSocket(port, request, socket, head) {
  const upstream = net.connect(port, '127.0.0.1', () => {
    const lines = [];
    for (let i = 0; i < request.rawHeaders.length; i += 2) lines.push(`${request.rawHeaders[i]}: ${request.rawHeaders[i + 1]}`);
    upstream.write(`${request.method} ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    upstream.write(head);
    socket.pipe(upstream).pipe(socket);
  });
  const both = [
    [upstream, socket],
    [socket, upstream],
  ];
  for (const [from, to] of both) from.on('error', () => to.destroy()).on('close', () => to.destroy());
}

import type { Role } from '../schema/roles.ts';
import { define, names } from '../schema/schema.ts';
import { newestVersion } from '../schema/tables.ts';
import type { Place } from '../text/block.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { Workspace } from './workspace.ts';

const slips = [
  '# kafka-config: role=producer\nacks=all\nlinger.ms=5s\nbatch.sise=1\nretries=1_000\nenable.idempotence=yes\n',
  '# kafka-config: role=broker\nprocess.roles=broker,controller\nnode.id=1\nlisteners=PLAINTEXT://:9092,CONTROLLER://:9093\n',
];

/**
 * Does what the first document, and the first keys typed into it, would otherwise wait for: facts are parsed, tables of common roles
 * built, rules arranged, and what is done to each line and at each key is done often enough to be fast. Each step takes some milliseconds.
 */
export function* warmUp(): Generator<void> {
  for (const text of slips) yield open(text.repeat(8));
  for (const role of ['producer', 'consumer', 'broker'] as const) yield open(`# kafka-config: role=${role}\n${everyProperty(role, '')}`);
  const text = `clusters=a,b,c\na->b.enabled=true\n${['a.', 'b.', 'c.'].map((prefix) => everyProperty('client', prefix)).join('')}`;
  for (let times = 0; times < 8; times += 1) yield open(text);
  for (let times = 0; times < 8; times += 1) yield type();
}

/**
 * It stays, and so does the document that was last open in it: V8 forgets the shapes of objects of which none is left, and the code that
 * it has compiled for them.
 */
const workspace = new Workspace(() => undefined);
const uri = 'file:///sample.properties';

function open(text: string): void {
  workspace.open(uri, 'properties', 1, text);
  diagnosticsOf(workspace, uri);
}

/** Types a character at the ends of some lines and takes it away. */
function type(): void {
  for (let line = 10; line < 15; line += 1) {
    const character = workspace.get(uri)?.lines[line]?.length ?? 0;
    const end = { line, character };
    change(end, end, 'x');
    change(end, { line, character: character + 1 }, '');
  }
}

function change(start: Place, end: Place, text: string): void {
  workspace.change(uri, 1, [{ range: { start, end }, text }]);
  diagnosticsOf(workspace, uri);
}

/** Every property of a role with its default, or what is usual where it has none. */
function everyProperty(role: Role, prefix: string): string {
  const version = newestVersion(role);
  return names(role, version)
    .map((name) => `${prefix}${name}=${usual[name] ?? define(role, version, name)?.default ?? ''}\n`)
    .join('');
}

const usual: Readonly<Record<string, string>> = { 'bootstrap.servers': 'localhost:9092' };

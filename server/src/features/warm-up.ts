import { properties } from '../formats/properties.ts';
import type { Role } from '../schema/roles.ts';
import { define, names } from '../schema/schema.ts';
import { newestVersion } from '../schema/tables.ts';
import { diagnosticOf } from './diagnostics.ts';
import { Document } from './document.ts';

const slips: readonly (readonly [Role, string])[] = [
  ['producer', 'acks=all\nlinger.ms=5s\nbatch.sise=1\nretries=1_000\nenable.idempotence=yes\n'],
  ['broker', 'process.roles=broker,controller\nnode.id=1\nlisteners=PLAINTEXT://:9092,CONTROLLER://:9093\n'],
];

/**
 * Does what the first document, and the first keys typed into it, would otherwise wait for: facts are parsed, tables of common roles
 * built, rules arranged, and what is done to each line and at each key is done often enough to be fast. Each step takes some milliseconds.
 */
export function* warmUp(): Generator<void> {
  for (const [role, text] of slips) yield judge(opened(text.repeat(8), role));
  for (const role of ['producer', 'consumer', 'broker'] as const) yield judge(opened(everyProperty(role, ''), role));
  const text = `clusters=a,b,c\na->b.enabled=true\n${['a.', 'b.', 'c.'].map((prefix) => everyProperty('client', prefix)).join('')}`;
  for (let times = 0; times < 8; times += 1) yield judge(opened(text));
  const document = opened(text);
  for (let times = 0; times < 8; times += 1) yield type(document);
}

/** The last document: V8 forgets the shapes of objects of which none is left, and the code that it has compiled for them. */
const kept: Document[] = [];

/** Without a role the text is taken for what it is, as that of a client's document. */
function opened(text: string, role?: Role): Document {
  const document = new Document(text, properties, { path: 'sample.properties', ...(role && { role }) });
  kept[0] = document;
  return document;
}

function judge(document: Document): void {
  for (const found of document.reports(new Map())) diagnosticOf(found, 'file:///sample.properties', '');
}

/** Types a character at the ends of some lines and takes it away. */
function type(document: Document): void {
  for (let line = 10; line < 15; line += 1) {
    const end = { line, character: document.lines[line]?.length ?? 0 };
    document.change({ range: { start: end, end }, text: 'x' });
    judge(document);
    document.change({ range: { start: end, end: { line, character: end.character + 1 } }, text: '' });
    judge(document);
  }
}

/** Every property of a role with its default. */
function everyProperty(role: Role, prefix: string): string {
  const version = newestVersion(role);
  return names(role, version)
    .map((name) => `${prefix}${name}=${define(role, version, name)?.default ?? ''}\n`)
    .join('');
}

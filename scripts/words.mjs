// Packs schemas/docs/ into the one file of words that the server loads when a hover or a completion item first asks.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './steps.mjs';

const DOCS = join(ROOT, 'schemas/docs');

/** The text of words.json; its form is `AllWords` in server/src/schema/words.ts. */
export async function wordsText() {
  const { parse } = await import('yaml');
  const names = readdirSync(DOCS).filter((name) => name.endsWith('.yaml'));
  const files = Object.fromEntries(
    names.sort().map((name) => [name.slice(0, -'.yaml'.length), parse(readFileSync(join(DOCS, name), 'utf8'))]),
  );
  const order = JSON.parse(readFileSync(join(DOCS, 'order.json'), 'utf8'));
  return JSON.stringify({ order, files });
}

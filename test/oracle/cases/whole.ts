// Whole files as people write them, and the same with one mistake each; whole/*.txt says how they are written down.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OracleCase } from '../judge.ts';

const folder = fileURLToPath(new URL('whole', import.meta.url));
const signs: Readonly<Record<string, string>> = { '¶': '\n', '␠': ' ', '⇥': '\t', '﹢': '\uFEFF' };

/** The text that the signs stand for. */
const plain = (text: string) => text.replace(/[¶␠⇥﹢]/g, (sign) => signs[sign] ?? sign);

/** One change to a text. What it is to change has to be there: a mistake that is none proves nothing. */
function changed(text: string, change: string): string {
  const [kind = '', rest = ''] = [change.slice(0, 2), change.slice(2)];
  if (kind === '+ ') return `${text}${plain(rest)}\n`;
  if (kind === '^ ') return `${plain(rest)}\n${text}`;
  if (change === 'CRLF') return text.replaceAll('\n', '\r\n');
  const [old = '', wanted = ''] = kind === '- ' ? [] : change.split(' => ').map(plain);
  const after =
    kind === '- '
      ? text
          .split('\n')
          .filter((line) => !line.startsWith(rest))
          .join('\n')
      : text.replaceAll(old, wanted);
  if (after === text) throw new Error(`nothing to change: ${change}`);
  return after;
}

/** A file and its mistakes. */
function casesOf(part: string): OracleCase[] {
  const [good = '', ...mistakes] = part.split(/^@- .*\n/m);
  const role = good.split(' ')[0] ?? '';
  const text = plain(`${good.slice(good.indexOf('\n')).trim()}\n`);
  const changes = mistakes.map((mistake) => mistake.split('\n').filter((line) => line !== ''));
  return [text, ...changes.map((lines) => lines.reduce(changed, text))].map((one) => ({ role, text: one }));
}

/** All of them. */
export const whole: readonly OracleCase[] = readdirSync(folder).flatMap((name) =>
  readFileSync(join(folder, name), 'utf8').split(/^@@ /m).slice(1).flatMap(casesOf),
);

import type { OracleCase } from '../judge.ts';

type Options = Omit<OracleCase, 'role' | 'text'>;

/** Lays keys over a text: a key that is there is replaced, `-key` takes it out, the rest is added at the end. */
export function over(base: string, block: string): string {
  const written = block.split('\n').filter((line) => line.trim() !== '');
  const removed = written.filter((line) => line.startsWith('-')).map((line) => line.slice(1).trim());
  const added = written.filter((line) => !line.startsWith('-'));
  const keys = new Set([...removed, ...added.map(keyOf)]);
  const kept = base.split('\n').filter((line) => line.trim() !== '' && !keys.has(keyOf(line)));
  return `${[...kept, ...added].join('\n')}\n`;
}

const keyOf = (line: string) => line.slice(0, line.indexOf('=') < 0 ? line.length : line.indexOf('=')).trim();

/** One case a block, blocks parted by an empty line; each is laid over the base. */
export function blocks(role: string, text: string, base = '', options: Options = {}): OracleCase[] {
  return text
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== '')
    .map((block) => ({ role, text: over(base, block.replace(/^ +/gm, '')), ...options }));
}

/** Every combination of some values of some keys; undefined leaves the key out. */
export function cross(
  role: string,
  values: Readonly<Record<string, readonly (string | undefined)[]>>,
  base = '',
  options: Options = {},
): OracleCase[] {
  let combinations: string[] = [''];
  for (const [key, choices] of Object.entries(values)) {
    combinations = combinations.flatMap((lines) => choices.map((value) => (value === undefined ? lines : `${lines}${key}=${value}\n`)));
  }
  return combinations.map((block) => ({ role, text: over(base, block), ...options }));
}

import { env } from '../formats/env.ts';
import type { Entry } from '../formats/format.ts';
import { NestedEntry } from '../formats/nested-entry.ts';
import { splitLines } from '../text/lines.ts';
import { member, type YamlFile } from './regions.ts';

/** The paths of an `env_file`: a text, a list of texts, or of maps with a `path`. Undefined where one of them is not known. */
export function envFilePaths(envFile: Entry | undefined): readonly string[] | undefined {
  if (envFile === undefined) return [];
  const items = envFile.kind === 'list' ? (envFile.children ?? []) : [envFile];
  const paths = items.map((item) => (item.children === undefined ? item : member(item, 'path')));
  const known = paths.flatMap((path) => (path === undefined || !isPlainPath(path) ? [] : [path.value]));
  return known.length === items.length ? known : undefined;
}

function isPlainPath({ value, style }: Entry): boolean {
  return value !== '' && style !== 'alias' && !/[$~]/.test(value);
}

/** What a file of variables sets, in its order. A name alone takes its value from whoever starts the container. */
export function variablesIn(text: string): readonly Entry[] {
  const { lines } = splitLines(text);
  const set = [...env.parse(lines).entries()];
  return [...lines.flatMap(nameAlone), ...set];
}

function nameAlone(text: string, line: number): readonly Entry[] {
  const name = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*$/.exec(text)?.[1];
  if (name === undefined) return [];
  const [at, block] = [text.length, { line, indent: 0, text }];
  return [
    new NestedEntry({ block, key: name, keyStart: 0, keyEnd: at, valueStart: at, valueEnd: at, value: '', kind: 'null', style: 'alias' }),
  ];
}

/** A relative path without `.` and `..` where these can be resolved: `./a/../b.env` is `b.env`. */
export function plainPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return (path.startsWith('/') ? '/' : '') + parts.join('/');
}

const projects = new WeakMap<YamlFile, ReadonlyMap<string, string>>();

/** What Compose fills into a file: the variables of the `.env` beside it. The shell that it is called from goes before, which nobody knows. */
function projectVariables(file: YamlFile): ReadonlyMap<string, string> {
  const found = projects.get(file) ?? new Map(variablesIn(file.circumstances.beside?.('.env') ?? '').map(({ key, value }) => [key, value]));
  projects.set(file, found);
  return found;
}

/** A text with the project's variables in it: `${TAG:-7.6.0}` is 7.6.0 unless the project says otherwise. What nobody gives stays as it is. */
export function filledIn(text: string, file: YamlFile): string {
  if (!text.includes('$')) return text;
  const given = projectVariables(file);
  return text.replace(variable, (whole, named, or, fallback, bare) => given.get(named ?? bare) || (or?.endsWith('-') ? fallback : whole));
}

/** `$A`, `${A}`, `${A:-text}`, `${A?what is wrong without it}`. */
const variable = /\$(?:\{(\w+)(?:(:?[-?])([^${}]*))?\}|([A-Za-z_]\w*))/g;

import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Target } from '../log4j/conversion.ts';
import { convertLog4j } from '../log4j/convert.ts';
import { log4j2FileName } from '../log4j/file-name.ts';
import type { Note } from '../log4j/notes.ts';
import { choiceArgument, readArguments, UsageError, versionArgument } from './arguments.ts';
import { findFiles, readText, reasonOf } from './files.ts';
import { type Output, printable } from './output.ts';

const options = {
  to: { type: 'string' },
  out: { type: 'string' },
  kafka: { type: 'string' },
  notes: { type: 'boolean' },
  format: { type: 'string' },
  force: { type: 'boolean' },
} as const;

/** The JSON of `convert`: a public contract (docs/cli.md). */
export interface ConvertResult {
  readonly files: readonly ConvertedFile[];
  readonly version: 1;
}

/** What became of one file: converted, or refused with a reason. Lines of notes are zero-based. */
export type ConvertedFile =
  | {
      readonly path: string;
      /** The file that was written; without one the conversion is `output`. */
      readonly target?: string;
      readonly output?: string;
      /** True where something that log4j 1 did is not done by the result. */
      readonly lossy: boolean;
      readonly notes: readonly Note[];
    }
  | { readonly path: string; readonly refused: string };

/**
 * `kafka-config convert PATH… [--to xml|yaml|properties] [--out FILE|DIR] [--kafka V] [--notes] [--format text|json] [--force]`:
 * log4j 1 → Log4j2. 0 converted, 1 converted with losses, 2 not convertible. One file without `--out` goes to standard output.
 */
export function convert(args: readonly string[], output: Output): number {
  const { values, positionals } = readArguments(args, options);
  if (positionals.length === 0) throw new UsageError('convert needs at least one log4j.properties file.');
  const to = choiceArgument('--to', values.to, ['xml', 'yaml', 'properties'], 'xml');
  const format = choiceArgument('--format', values.format, ['text', 'json'], 'text');
  versionArgument(values.kafka);
  const { files, unreadable } = log4jFiles(positionals);
  const request = {
    to,
    out: values.out,
    kafka: values.kafka === 'latest' ? undefined : values.kafka,
    force: values.force === true,
    many: files.length > 1 || files.some((path) => !positionals.includes(path)),
  };
  const refused = unreadable.map(({ path, reason }) => ({ path, refused: reason }));
  const print = (file: ConvertedFile): void => printFile(file, values.notes === true, output);
  if (format === 'text') refused.forEach(print);
  const converted = files.map((path) => {
    const file = convertFile(path, request);
    if (format === 'text') print(file);
    return file;
  });
  const result: ConvertResult = { files: [...refused, ...converted], version: 1 };
  if (format === 'json') output.out(`${JSON.stringify(result, null, 2)}\n`);
  return result.files.reduce((worst, file) => Math.max(worst, 'refused' in file ? 2 : file.lossy ? 1 : 0), 0);
}

interface Request {
  readonly to: Target;
  readonly out: string | undefined;
  readonly kafka: string | undefined;
  readonly force: boolean;
  readonly many: boolean;
}

/** A file that is named is taken whatever it is called; of a folder those that are called after log4j 1. */
function log4jFiles(paths: readonly string[]): ReturnType<typeof findFiles> {
  const { files, unreadable } = findFiles(paths);
  return { files: files.filter((path) => paths.includes(path) || /log4j(?!2)[^/\\]*\.properties$/i.test(path)), unreadable };
}

function convertFile(path: string, request: Request): ConvertedFile {
  try {
    const converted = convertLog4j(readText(path), { to: request.to, ...(request.kafka !== undefined && { kafka: request.kafka }) });
    if ('refused' in converted) return { path, refused: converted.refused };
    const { output, lossy, notes } = converted;
    const target = targetOf(path, request);
    if (target === undefined) return { path, output, lossy, notes };
    if (existsSync(target) && !request.force) return { path, refused: `${target} exists already: --force overwrites it` };
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, output);
    return { path, target, lossy, notes };
  } catch (error) {
    return { path, refused: reasonOf(error) };
  }
}

/** Losses are always said; the other notes where they are asked for. */
function printFile(file: ConvertedFile, withNotes: boolean, output: Output): void {
  const { path } = file;
  if ('refused' in file) {
    output.error(`kafka-config: ${path}: ${file.refused}\n`);
    return;
  }
  if (file.output !== undefined) output.out(file.output);
  if (file.target !== undefined) output.error(`${path} → ${file.target}\n`);
  for (const { kind, message, line } of file.notes) {
    if (withNotes || kind === 'lost') output.error(`${path}${line === undefined ? '' : `:${line + 1}`}: ${kind}: ${printable(message)}\n`);
  }
}

/** Undefined: standard output. */
function targetOf(path: string, { to, out, many }: Request): string | undefined {
  const name = log4j2FileName(path, to);
  if (out === undefined) return many ? join(dirname(path), name) : undefined;
  return many || out.endsWith('/') || isFolder(out) ? join(out, name) : out;
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

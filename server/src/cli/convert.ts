import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Target } from '../log4j/conversion.ts';
import { convertLog4j } from '../log4j/convert.ts';
import { log4j2FileName } from '../log4j/file-name.ts';
import type { Note } from '../log4j/notes.ts';
import { choiceArgument, readArguments, UsageError, versionArgument } from './arguments.ts';
import { findFiles, readText, reasonOf } from './files.ts';
import type { Output } from './output.ts';

const options = {
  to: { type: 'string' },
  out: { type: 'string' },
  kafka: { type: 'string' },
  notes: { type: 'boolean' },
  force: { type: 'boolean' },
} as const;

type Outcome = 0 | 1 | 2;

/**
 * `kafka-config convert PATH… [--to xml|yaml|properties] [--out FILE|DIR] [--kafka V] [--notes] [--force]`: log4j 1 → Log4j2.
 * 0 converted, 1 converted with losses, 2 not convertible. One file without `--out` goes to standard output.
 */
export function convert(args: readonly string[], output: Output): number {
  const { values, positionals } = readArguments(args, options);
  if (positionals.length === 0) throw new UsageError('convert needs at least one log4j.properties file.');
  const to = choiceArgument('--to', values.to, ['xml', 'yaml', 'properties'], 'xml');
  versionArgument(values.kafka);
  const { files, unreadable } = log4jFiles(positionals);
  for (const { path, reason } of unreadable) fail(output, path, reason);
  const request = {
    to,
    out: values.out,
    kafka: values.kafka === 'latest' ? undefined : values.kafka,
    notes: values.notes === true,
    force: values.force === true,
    many: files.length > 1 || files.some((path) => !positionals.includes(path)),
  };
  return Math.max(unreadable.length === 0 ? 0 : 2, ...files.map((path) => convertFile(path, request, output)));
}

interface Request {
  readonly to: Target;
  readonly out: string | undefined;
  readonly kafka: string | undefined;
  readonly notes: boolean;
  readonly force: boolean;
  readonly many: boolean;
}

/** A file that is named is taken whatever it is called; of a folder those that are called after log4j 1. */
function log4jFiles(paths: readonly string[]): ReturnType<typeof findFiles> {
  const { files, unreadable } = findFiles(paths);
  return { files: files.filter((path) => paths.includes(path) || /log4j(?!2)[^/\\]*\.properties$/i.test(path)), unreadable };
}

function convertFile(path: string, request: Request, output: Output): Outcome {
  try {
    const converted = convertLog4j(readText(path), { to: request.to, ...(request.kafka !== undefined && { kafka: request.kafka }) });
    if ('refused' in converted) return fail(output, path, converted.refused);
    const target = targetOf(path, request);
    if (target === undefined) output.out(converted.output);
    else if (existsSync(target) && !request.force) return fail(output, target, 'exists already: --force overwrites it');
    else {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, converted.output);
      output.error(`${path} → ${target}\n`);
    }
    report(converted.notes, path, request, output);
    return converted.lossy ? 1 : 0;
  } catch (error) {
    return fail(output, path, reasonOf(error));
  }
}

function fail(output: Output, path: string, reason: string): 2 {
  output.error(`kafka-config: ${path}: ${reason}\n`);
  return 2;
}

/** Losses are always said; the other notes where they are asked for. */
function report(notes: readonly Note[], path: string, request: Request, output: Output): void {
  for (const { kind, message, line } of notes) {
    if (!request.notes && kind !== 'lost') continue;
    output.error(`${path}${line === undefined ? '' : `:${line + 1}`}: ${kind}: ${message}\n`);
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

import type { Circumstances } from '../configs/placement.ts';
import { type Range, rangeOf } from '../features/diagnostics.ts';
import { Document } from '../features/document.ts';
import { pickFormat } from '../formats/pick.ts';
import { properties } from '../formats/properties.ts';
import { editsOf } from '../rules/fix.ts';
import type { Fix, Severity } from '../rules/rule.ts';
import { printVersion } from '../schema/version.ts';
import { choiceArgument, readArguments, roleArgument, UsageError, versionArgument } from './arguments.ts';
import { findFiles, readText, reasonOf, textBeside, type Unreadable } from './files.ts';
import { type Output, printable } from './output.ts';

/** The JSON of `check`: a public contract (docs/cli.md). Ranges are zero-based, characters are UTF-16 units. */
export interface CheckResult {
  readonly files: readonly CheckedFile[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly version: 1;
}

export interface CheckedFile {
  readonly path: string;
  readonly configs: readonly { readonly role: string; readonly kafka: string; readonly family: string; readonly why: string }[];
  readonly findings: readonly CheckedFinding[];
}

export interface CheckedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly key: string;
  readonly range: Range;
  /** Index into the file's configs. */
  readonly config: number;
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
}

const options = { role: { type: 'string' }, kafka: { type: 'string' }, format: { type: 'string' } } as const;

/** `kafka-config check PATH… [--role R] [--kafka V] [--format pretty|json]`: 0 no error, 1 at least one, 2 usage or unreadable input. */
export function check(args: readonly string[], output: Output): number {
  const { values, positionals } = readArguments(args, options);
  if (positionals.length === 0) throw new UsageError('check needs at least one file or folder.');
  const role = roleArgument(values.role);
  const kafka = versionArgument(values.kafka);
  const format = choiceArgument('--format', values.format, ['pretty', 'json'], 'pretty');
  const { files, unreadable } = findFiles(positionals);
  const troubles = [...unreadable];
  const said = { ...(role !== undefined && { role, said: '--role' }), ...(kafka !== undefined && { kafka }) };
  const checked = files.flatMap((path) => checkFile(path, said, troubles));
  const result: CheckResult = { files: checked, counts: count(checked), version: 1 };
  output.out(format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : pretty(result));
  for (const { path, reason } of troubles) output.error(`kafka-config: ${path}: ${reason}\n`);
  return troubles.length > 0 ? 2 : result.counts.error > 0 ? 1 : 0;
}

function checkFile(path: string, said: Omit<Circumstances, 'path'>, troubles: Unreadable[]): CheckedFile[] {
  try {
    return [checkText(readText(path), { path, beside: textBeside(path), ...said })];
  } catch (error) {
    troubles.push({ path, reason: reasonOf(error) });
    return [];
  }
}

/** Judges one text. */
function checkText(text: string, circumstances: Circumstances): CheckedFile {
  const document = new Document(text, pickFormat(circumstances.path) ?? properties, circumstances);
  const { configs } = document.placement;
  const findings = document.reports(new Map()).map(({ rule, finding, severity }) => ({
    rule: rule.id,
    severity,
    message: finding.message,
    key: finding.at.entry.key,
    range: rangeOf(finding.at.entry, finding.part ?? 'value'),
    config: configs.indexOf(finding.at.config),
    fixes: (finding.fixes ?? []).filter(isWritable).map(({ title, safe }) => ({ title, safe })),
  }));
  return {
    path: circumstances.path,
    configs: configs.map(({ identity: { role, kafka, family, why } }) => ({ role, kafka: printVersion(kafka), family, why })),
    findings,
  };
}

/** Not every fix can be written in every format; one that makes another file is carried out by `convert`. */
function isWritable(fix: Fix): boolean {
  return fix.convert !== undefined || editsOf(fix) !== undefined;
}

function count(files: readonly CheckedFile[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { findings } of files) for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function pretty({ files, counts }: CheckResult): string {
  const parts = files.filter(({ findings }) => findings.length > 0).map(prettyFile);
  const recognised = files.filter(({ configs }) => configs.length > 0).length;
  const total = Object.entries(counts)
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => plural(number, severity));
  const looked = `${plural(files.length, 'file')} looked at, ${recognised} of them Kafka’s`;
  return `${parts.join('')}${looked}: ${total.length === 0 ? 'nothing to report' : total.join(', ')}.\n`;
}

const familyNames: Readonly<Record<string, string>> = { log4j1: 'log4j 1', log4j2: 'Log4j2' };

function prettyFile({ path, configs, findings }: CheckedFile): string {
  const [first] = configs;
  const head = first === undefined ? printable(path) : `${printable(path)}  (${nameOf(first)})`;
  const lines = findings.map(
    ({ range: { start }, severity, message, rule }) =>
      `  ${start.line + 1}:${start.character + 1}  ${severity}  ${printable(message)}  ${rule}`,
  );
  return `${head}\n${lines.join('\n')}\n\n`;
}

/** A config in a few words. The version of Kafka's does not concern librdkafka's clients. */
function nameOf({ role, kafka, family }: CheckedFile['configs'][number]): string {
  return family === 'librdkafka' ? `librdkafka ${role}` : `${family === 'java' ? role : (familyNames[family] ?? family)}, Kafka ${kafka}`;
}

function plural(number: number, word: string): string {
  return `${number} ${word}${number === 1 || word === 'information' ? '' : 's'}`;
}

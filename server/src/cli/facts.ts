import { explain, printExplanations } from '../features/explain.ts';
import { factsDiff, printFactsDiff } from '../features/facts-diff.ts';
import { printProperties, properties } from '../features/properties.ts';
import { parseVersion } from '../schema/version.ts';
import { choiceArgument, readArguments, readOptions, roleArgument, UsageError, versionArgument } from './arguments.ts';
import type { Output } from './output.ts';

const formats = ['table', 'json', 'markdown'] as const;

/** `kafka-config properties [--role R] [--kafka V] [--grep T] [--format table|json|markdown]`. */
export function listProperties(args: readonly string[], output: Output): number {
  const values = readOptions(args, {
    role: { type: 'string' },
    kafka: { type: 'string' },
    grep: { type: 'string' },
    format: { type: 'string' },
  } as const);
  const role = roleArgument(values.role);
  const kafka = versionArgument(values.kafka);
  const format = choiceArgument('--format', values.format, formats, 'table');
  const rows = properties(
    { ...(role && { role }), ...(kafka !== undefined && { kafka }), ...(values.grep !== undefined && { grep: values.grep }) },
    output.words(),
  );
  output.out(`${printProperties(rows, format)}\n`);
  return 0;
}

/** `kafka-config explain KEY [--role R] [--kafka V]`: 0 known, 1 not known. */
export function explainKey(args: readonly string[], output: Output): number {
  const { values, positionals } = readArguments(args, { role: { type: 'string' }, kafka: { type: 'string' } } as const);
  const [key] = positionals;
  if (key === undefined || positionals.length > 1) throw new UsageError('explain needs one property name.');
  const role = roleArgument(values.role);
  const kafka = versionArgument(values.kafka);
  const explanations = explain({ key, ...(role && { role }), ...(kafka !== undefined && { kafka }) }, output.words());
  output.out(`${printExplanations({ key, ...(role && { role }) }, explanations)}\n`);
  return explanations.length === 0 ? 1 : 0;
}

/** `kafka-config diff --from V --to V --role R [--format table|json|markdown]`. */
export function diffVersions(args: readonly string[], output: Output): number {
  const values = readOptions(args, {
    role: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    format: { type: 'string' },
  } as const);
  const role = roleArgument(values.role);
  const [from, to] = [values.from, values.to].map((text) =>
    text === undefined ? undefined : (versionArgument(text) ?? parseVersion(text)),
  );
  if (role === undefined || from === undefined || to === undefined) throw new UsageError('diff needs --role, --from and --to.');
  const format = choiceArgument('--format', values.format, formats, 'table');
  output.out(`${printFactsDiff(factsDiff(role, from, to), from, to, format)}\n`);
  return 0;
}

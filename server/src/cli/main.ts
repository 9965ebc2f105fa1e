import { UsageError } from './arguments.ts';
import { check } from './check.ts';
import { convert } from './convert.ts';
import { diffVersions, explainKey, listProperties } from './facts.ts';
import { listRules } from './list-rules.ts';
import type { Output } from './output.ts';

const usage = `kafka-config: judges Apache Kafka configuration as Kafka itself does.

  kafka-config check PATH… [--role R] [--kafka V] [--format pretty|json]
  kafka-config convert PATH… [--to xml|yaml|properties] [--out FILE|DIR] [--kafka V] [--notes] [--format text|json] [--force]
  kafka-config properties [--role R] [--kafka V] [--grep TEXT] [--format table|json|markdown]
  kafka-config explain KEY [--role R] [--kafka V]
  kafka-config diff --from V --to V --role R [--format table|json|markdown]
  kafka-config rules
  kafka-config --version

Exit codes: 0 fine, 1 at least one error (convert: something is lost), 2 wrong usage or unreadable input.
`;

const commands: Readonly<Record<string, (args: readonly string[], output: Output) => number>> = {
  check,
  convert,
  properties: listProperties,
  explain: explainKey,
  diff: diffVersions,
  rules: listRules,
};

/** Runs a command line; the exit code is what it returns. */
export function run(args: readonly string[], output: Output, version: string): number {
  const [name = '', ...rest] = args;
  if (name === '--version' || name === '-v') return print(output, `${version}\n`);
  if (name === '--help' || name === '-h' || name === 'help') return print(output, usage);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (command === undefined) throw new UsageError(name === '' ? 'Say what to do.' : `There is no command \`${name}\`.`);
    if (rest.includes('--help') || rest.includes('-h')) return print(output, usage);
    return command(rest, output);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    output.error(`kafka-config: ${error.message}\n\n${usage}`);
    return 2;
  }
}

function print(output: Output, text: string): number {
  output.out(text);
  return 0;
}

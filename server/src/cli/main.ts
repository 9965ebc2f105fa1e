import { UsageError } from './arguments.ts';
import { check } from './check.ts';
import { convert } from './convert.ts';
import { listRules } from './list-rules.ts';
import type { Output } from './output.ts';

const usage = `kafka-config: judges Apache Kafka configuration as Kafka itself does.

  kafka-config check PATH… [--role R] [--kafka V] [--format pretty|json]
  kafka-config convert FILE… [--to xml|yaml|properties] [--out FILE|DIR] [--kafka V] [--notes] [--force]
  kafka-config rules
  kafka-config --version

Exit codes: 0 fine, 1 at least one error (convert: something is lost), 2 wrong usage or unreadable input.
`;

const commands: Readonly<Record<string, (args: readonly string[], output: Output) => number>> = { check, convert, rules: listRules };

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

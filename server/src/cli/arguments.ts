import { parseArgs } from 'node:util';
import { isRole, type Role, roles } from '../schema/roles.ts';
import { type KafkaVersion, knownMinors, parseVersion } from '../schema/version.ts';

/** A mistake in how the command was called: message, exit code 2. */
export class UsageError extends Error {}

/** The options of a command by name. */
type Options = Record<string, { readonly type: 'string' | 'boolean' }>;

/** Reads the arguments of a command that takes options only. */
export function readOptions<T extends Options>(args: readonly string[], options: T): ReturnType<typeof readArguments<T>>['values'] {
  const { values, positionals } = readArguments(args, options);
  if (positionals.length > 0) throw new UsageError(`\`${positionals[0]}\` is not expected here.`);
  return values;
}

/** Reads the arguments of one command. */
export function readArguments<T extends Options>(
  args: readonly string[],
  options: T,
): {
  readonly values: { readonly [K in keyof T]?: T[K]['type'] extends 'boolean' ? boolean : string };
  readonly positionals: readonly string[];
} {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { values: values as never, positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** `--role`. */
export function roleArgument(text: string | undefined): Role | undefined {
  if (text === undefined) return undefined;
  if (!isRole(text)) throw new UsageError(`There is no role \`${text}\`. Roles are ${roles.join(', ')}.`);
  return text;
}

/** `--kafka`; undefined for `latest`, where the newest release counts unless the file speaks for another. */
export function versionArgument(text: string | undefined): KafkaVersion | undefined {
  if (text === undefined || text === 'latest') return undefined;
  const version = parseVersion(text);
  if (version === undefined) throw new UsageError(`Kafka ${text} is not known. Known are ${knownMinors().join(', ')} and \`latest\`.`);
  return version;
}

/** One of the words that an option takes. */
export function choiceArgument<T extends string>(option: string, text: string | undefined, choices: readonly T[], otherwise: T): T {
  if (text === undefined) return otherwise;
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new UsageError(`${option} takes ${choices.join(', ')}, not \`${text}\`.`);
  return found;
}

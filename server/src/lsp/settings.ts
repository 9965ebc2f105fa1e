import type { RuleSettings } from '../rules/report.ts';
import type { Severity } from '../rules/rule.ts';
import { isRole, type Role } from '../schema/roles.ts';
import { type KafkaVersion, parseVersion } from '../schema/version.ts';

/** Settings, checked, with what is missing filled in. */
export interface Settings {
  /** Undefined: the newest release, or what the file itself speaks for. */
  readonly kafka: KafkaVersion | undefined;
  /** Path patterns with the role that the files behind them have; the first that fits counts. */
  readonly roles: readonly { readonly pattern: RegExp; readonly role: Role }[];
  readonly rules: RuleSettings;
}

const severities: ReadonlySet<unknown> = new Set<Severity | 'off'>(['off', 'hint', 'information', 'warning', 'error']);

/** Reads the `kafka-config` section; what is not understood is left out. */
export function readSettings(section: unknown): Settings {
  const { kafkaVersion, roles, rules } = asRecord(section);
  return {
    kafka: typeof kafkaVersion === 'string' && kafkaVersion !== 'latest' ? parseVersion(kafkaVersion) : undefined,
    roles: Object.entries(asRecord(roles)).flatMap(([glob, role]) =>
      typeof role === 'string' && isRole(role) ? [{ pattern: globPattern(glob), role }] : [],
    ),
    rules: new Map(Object.entries(asRecord(rules)).filter((entry): entry is [string, Severity | 'off'] => severities.has(entry[1]))),
  };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** `**` any folders, `*` within one name, `?` one character, `{a,b}` one of several patterns; without a `/` any folder. */
function globPattern(glob: string): RegExp {
  return new RegExp(`(?:^|/)${globSource(glob)}$`);
}

function globSource(glob: string): string {
  return glob.replace(/\*\*\/|\*\*|\*|\?|\{([^{}]*)\}|[.+^$()|{}[\]\\]/g, (found, choices: string | undefined) => {
    if (found === '**/') return '(?:.*/)?';
    if (found === '**') return '.*';
    if (found === '*') return '[^/]*';
    if (found === '?') return '[^/]';
    return choices === undefined ? `\\${found}` : `(?:${choices.split(',').map(globSource).join('|')})`;
  });
}

import type { Validator } from '../schema/definition.ts';
import { printRange } from '../schema/value.ts';

/** What a property's value has to be, beyond its type, in plain text: `0 or more`, `one of all, -1, 0, 1`. */
export function printValid(validator: Validator): string {
  switch (validator.kind) {
    case 'range':
      return printRange(validator);
    case 'enum':
    case 'metadataVersion':
    case 'topologyOptimization':
      return validator.values === undefined
        ? 'a Kafka version'
        : oneOf(validator.values, validator.kind === 'enum' && validator.ignoreCase);
    case 'offsetReset':
      return `${oneOf(validator.values)}, or by_duration: with an ISO 8601 duration`;
    case 'list':
      return printList(validator);
    case 'listSize':
      return `at most ${validator.max} elements`;
    case 'all':
      return validator.of.map(printValid).join('; ');
    case 'concreteSubclassOf':
      return `a class that is a ${validator.class}`;
    case 'other':
      return validator.text;
    default:
      return plain[validator.kind];
  }
}

const plain = {
  nonNull: 'not null',
  nonEmptyString: 'not empty',
  nonEmptyStringNoControl: 'not empty, no control characters',
  quorumVoters: 'id@host:port, …',
  quorumBootstrapServers: 'host:port, …',
  responseHttpHeaders: '[action] name:value, …',
  uniqueAliases: 'no alias twice',
  colonPairs: 'a:b, …',
  javaRegex: 'a Java regular expression',
  mavenVersionRange: 'a version or a Maven version range',
  instantiableClass: 'a class with a public constructor without arguments',
  jvmMacAlgorithm: 'a MAC algorithm of the JVM',
  jvmKeyGeneratorAlgorithm: 'a key generator algorithm of the JVM',
  throttledReplicas: '*, or partition:broker, …',
  connectUrls: 'URLs with http or https',
} as const;

function oneOf(values: readonly string[], ignoreCase?: boolean): string {
  return `one of ${values.join(', ')}${ignoreCase ? ' (in any case)' : ''}`;
}

function printList({ values, unique, nonEmpty }: Extract<Validator, { kind: 'list' }>): string {
  const parts = [values && `any of ${values.join(', ')}`, unique && 'no element twice', nonEmpty && 'not empty'];
  return parts.filter((part) => typeof part === 'string').join('; ') || 'a list';
}

import type { Role } from './roles.ts';

/** The types of Kafka's `ConfigDef.Type`. */
export type ConfigType = 'boolean' | 'string' | 'int' | 'short' | 'long' | 'double' | 'list' | 'class' | 'password';

/**
 * What Kafka checks beyond the type. Kinds follow the validators of Kafka's `ConfigDef`; those that hold no data stand for a
 * check whose behaviour lives in the rules.
 */
export type Validator =
  /** `also` lists single values outside of the range that are allowed all the same. */
  | { readonly kind: 'range'; readonly min?: number; readonly max?: number; readonly also?: readonly number[] }
  | { readonly kind: 'enum'; readonly values: readonly string[]; readonly ignoreCase?: boolean }
  | {
      readonly kind: 'list';
      readonly values?: readonly string[];
      readonly unique?: boolean;
      readonly elementsNonEmpty?: boolean;
      readonly nonEmpty?: boolean;
      readonly nonNull?: boolean;
    }
  | { readonly kind: 'listSize'; readonly max: number }
  | { readonly kind: 'all'; readonly of: readonly Validator[] }
  /** Any prefix of one of the values up to the newest finished one is accepted too (`3.9`, `3.9-IV0`). */
  | { readonly kind: 'metadataVersion'; readonly values?: readonly string[]; readonly newest?: string }
  | { readonly kind: 'offsetReset'; readonly values: readonly string[]; readonly pattern?: string }
  | { readonly kind: 'topologyOptimization'; readonly values: readonly string[] }
  | { readonly kind: 'throttledReplicas'; readonly pattern?: string }
  | { readonly kind: 'concreteSubclassOf'; readonly class: string }
  | { readonly kind: 'connectUrls'; readonly emptyAllowed?: boolean }
  /** A check that the extractor could not read; `text` is what it says of itself. */
  | { readonly kind: 'other'; readonly text: string }
  | {
      readonly kind:
        | 'nonNull'
        | 'nonEmptyString'
        | 'nonEmptyStringNoControl'
        | 'quorumVoters'
        | 'quorumBootstrapServers'
        | 'responseHttpHeaders'
        | 'uniqueAliases'
        | 'colonPairs'
        | 'javaRegex'
        | 'mavenVersionRange'
        | 'instantiableClass'
        | 'jvmMacAlgorithm'
        | 'jvmKeyGeneratorAlgorithm';
    };

/** A broker property that a topic or group property falls back to; its value counts `times` as much (hours as ms). */
interface Synonym {
  readonly name: string;
  readonly times?: number;
}

/** What one Kafka release says about a property. Everything but the name is as the jars of that release have it. */
export interface Facts {
  readonly type: ConfigType;
  /** Set when there is no default and Kafka refuses to do without a value. */
  readonly required?: true;
  /** The default as one would write it in a file; undefined when there is none, or when it is null. */
  readonly default?: string;
  /** The default was read on some machine, and is another one elsewhere. */
  readonly defaultFrom?: 'jvm' | 'host';
  readonly validator?: Validator;
  readonly importance: 'high' | 'medium' | 'low';
  readonly group?: string;
  /** How a broker takes a new value while it runs; undefined: only at start. */
  readonly updateMode?: 'per-broker' | 'cluster-wide';
  /** Not part of Kafka's documented interface. */
  readonly internal?: true;
  readonly deprecated?: true;
  /** The property to use instead of a deprecated one. */
  readonly replacedBy?: string;
  /** Topic and group properties: the broker property that gives the default. */
  readonly serverDefault?: string;
  /** Topic properties: broker properties that give the default, the one that wins first. */
  readonly brokerSynonyms?: readonly Synonym[];
  /** Values that Kafka itself offers in Connect's validation API. */
  readonly recommended?: readonly string[];
  /** Defined, but refused when set (share consumer). */
  readonly unsupported?: true;
}

/** A property as one role knows it in one Kafka version. */
export interface Definition extends Facts {
  readonly name: string;
  /** The role whose definition this is: where a Streams file sets a consumer property, the consumer. */
  readonly from?: Role;
  /** The name under which schemas/docs/ describes it, where that is another: `transforms.{alias}.type`, `a.b.Cast$Key#spec`. */
  readonly describedAs?: string;
}

/** Whether a value of this property is a secret that must never be shown. */
export function isSecret(definition: Facts): boolean {
  return definition.type === 'password';
}

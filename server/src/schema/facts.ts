import type { Facts } from './definition.ts';
import type { DynamicName } from './dynamic-names.ts';
import { factsText } from './generated/facts.ts';
import type { Precedence } from './precedence.ts';
import type { Role } from './roles.ts';

/** One component's history: `keys` holds triples of first minor, last minor, index into `bodies`. */
export interface Component {
  readonly first: number;
  readonly last: number;
  /** Kafka has dropped it after `last`; without it, a release without the component is one whose jars are not out yet. */
  readonly ended?: true;
  readonly keys: Readonly<Record<string, readonly number[]>>;
}

/** Which components make up a role, first one wins. */
interface RoleParts {
  readonly components: readonly string[];
  /** Components whose properties are only set while the program runs, never in its file. */
  readonly unlisted?: readonly string[];
  /** The first minor of the role, where older jars than the oldest that was read are not to be had. */
  readonly countsFrom?: string;
  /** Roles to whose programs what the role itself does not know is handed on. */
  readonly passesTo?: readonly Role[];
}

/** An entry of the facts that describes a plug-in class and not a property. */
export interface PluginFacts {
  readonly plugin: string;
}

/** schemas/ as packed by scripts/schema.mjs. */
export interface PackedFacts {
  readonly minors: readonly string[];
  readonly patches: readonly string[];
  readonly bodies: readonly (Facts | PluginFacts)[];
  readonly components: Readonly<Record<string, Component>>;
  /** What an older patch has otherwise than its minor's newest: by version, component and key an index into `bodies`, or -1. */
  readonly older: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
  readonly roles: Readonly<Record<Role, RoleParts>>;
  readonly dynamic: readonly DynamicName[];
  readonly precedence: readonly Precedence[];
  /** What kinds of plug-in class a key names; none where Kafka ships no such class, or where it is not known to. */
  readonly classKeys: Readonly<Record<string, readonly string[]>>;
}

let parsed: PackedFacts | undefined;

/** All facts; the first call parses them (a few milliseconds), so that start-up does not. */
export function facts(): PackedFacts {
  parsed ??= JSON.parse(factsText) as PackedFacts;
  return parsed;
}

/** Visits the periods of a component's key: `[first minor, last minor, facts]`, oldest first. */
export function* periodsOf(component: Component, key: string): Generator<readonly [number, number, Facts | PluginFacts]> {
  const triples = Object.hasOwn(component.keys, key) ? (component.keys[key] ?? []) : [];
  for (let i = 0; i + 2 < triples.length; i += 3) {
    const body = facts().bodies[triples[i + 2] ?? -1];
    if (body !== undefined) yield [triples[i] ?? 0, triples[i + 1] ?? 0, body];
  }
}

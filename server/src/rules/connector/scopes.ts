import type { Config, Setting } from '../../configs/config.ts';
import { splitList } from '../../schema/value.ts';
import { flowsOf } from '../mirror/flows.ts';

type List = 'transforms' | 'predicates';

/** The configuration of one connector among the keys of a file. */
export interface Scope {
  /** What stands before the connector's keys. */
  readonly prefix: string;
  /** The list of names that counts; MirrorMaker's connectors take it from the top of the file as well, but not what belongs to the names. */
  readonly list: (key: List) => Setting | undefined;
}

/** A connector's file is one; in MirrorMaker each flow that is made is, of which those that no key names are alike. */
export function* connectorScopes(config: Config): Generator<Scope> {
  if (config.role !== 'mirror-maker') {
    yield { prefix: '', list: (key) => config.own(key) };
    return;
  }
  const { pairs, isBuilt } = flowsOf(config);
  for (const { source, target } of pairs()) {
    const prefix = `${source}->${target}.`;
    if (isBuilt(source, target)) yield { prefix, list: (key) => config.own(prefix + key) ?? config.own(key) };
  }
}

/** Keys of connectors that Confluent Cloud runs, in ways of its own. */
export const serviceKeys = [
  'kafka.auth.mode',
  'kafka.api.key',
  'kafka.service.account.id',
  'input.data.format',
  'output.data.format',
] as const;

/** Whether Confluent Cloud runs the connector: it finds converters by the format of the data, and makes the topics. */
export function isOfService(config: Config): boolean {
  return serviceKeys.some((key) => config.has(key));
}

/** What stands before the keys of each transformation or predicate that a connector's list names: `transforms.route`. */
export function* aliases(config: Config, key: List): Generator<string> {
  for (const { prefix, list } of connectorScopes(config)) {
    const setting = list(key);
    if (setting === undefined || setting.unknown) continue;
    for (const name of new Set(splitList(setting.value))) yield `${prefix}${key}.${name}`;
  }
}

/** What stands before the keys of each group of topics that a connector creates, but the default one: `topic.creation.orders`. */
export function* creationGroups(config: Config): Generator<string> {
  for (const { prefix } of connectorScopes(config)) {
    const groups = config.own(`${prefix}topic.creation.groups`);
    if (groups === undefined || groups.unknown) continue;
    for (const name of new Set(splitList(groups.value))) if (name !== '' && name !== 'default') yield `${prefix}topic.creation.${name}`;
  }
}

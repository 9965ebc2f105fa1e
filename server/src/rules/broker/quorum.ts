import type { Config } from '../../configs/config.ts';
import { parseVoter, type Voter } from '../../schema/addresses.ts';
import { atLeast, before } from '../../schema/version.ts';

const voters = 'controller.quorum.voters';

/** The properties by which a node of the release finds its controllers (KIP-853). */
export function quorumKeys(config: Config): readonly string[] {
  return atLeast(config.kafka, '3.9') ? ['controller.quorum.bootstrap.servers', voters] : [voters];
}

/** Whether the config says where the controllers are, or may do so. */
export function namesQuorum(config: Config): boolean {
  return quorumKeys(config).some((key) => config.get(key)?.unknown || (config.list(key) ?? []).length > 0);
}

/** `controller.quorum.voters`; undefined where it is not known or cannot be read. */
export function votersOf(config: Config): readonly Voter[] | undefined {
  const list = config.list(voters);
  if (list === undefined) return config.get(voters) === undefined ? [] : undefined;
  const parsed = list.map(parseVoter);
  return parsed.every((voter) => voter !== undefined) ? parsed : undefined;
}

/** The node's id, from either of its keys; undefined where it is not known. */
export function nodeId(config: Config): number | undefined {
  return config.number(nodeIdKey(config));
}

/** The key that gives the node's id: `node.id` where it is written, but up to 3.0 a negative one leaves the word to `broker.id`. */
export function nodeIdKey(config: Config): 'node.id' | 'broker.id' {
  const passedOver = before(config.kafka, '3.1') && (config.number('node.id') ?? 0) < 0 && config.has('broker.id');
  return config.has('node.id') && !passedOver ? 'node.id' : 'broker.id';
}

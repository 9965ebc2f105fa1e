import type { Config } from '../../configs/config.ts';
import { parseVoter, type Voter } from '../../schema/addresses.ts';

/** `controller.quorum.voters`; undefined where it is not known or cannot be read. */
export function votersOf(config: Config): readonly Voter[] | undefined {
  const list = config.list('controller.quorum.voters');
  if (list === undefined) return config.get('controller.quorum.voters') === undefined ? [] : undefined;
  const voters = list.map(parseVoter);
  return voters.every((voter) => voter !== undefined) ? voters : undefined;
}

/** The node's id, from either of its keys; undefined where it is not known. */
export function nodeId(config: Config): number | undefined {
  return config.number(config.has('node.id') ? 'node.id' : 'broker.id');
}

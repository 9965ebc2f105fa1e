import { parseVoter } from '../../schema/addresses.ts';
import { splitList } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';
import { partOf } from './endpoints.ts';
import { votersOf } from './quorum.ts';

export const voterTwice: RelationRule = {
  id: 'voter-twice',
  title: 'Two voters with one id',
  why: 'Kafka keeps the voters by their ids. Of two with the same one it keeps the last, and the quorum is smaller than it looks.',
  severity: 'warning',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source: 'org.apache.kafka.raft.QuorumConfig#parseVoterConnections, RaftConfig before 3.7',
  examples: [
    {
      text: 'process.roles=broker\nnode.id=9\ncontroller.listener.names=CONTROLLER\ncontroller.quorum.voters=1@a:9093,«2@b:9093»,2@c:9093\n',
      message: 'Two voters have the id 2: Kafka keeps the last one, `2@c:9093`.',
    },
    { text: 'process.roles=broker\nnode.id=9\ncontroller.listener.names=CONTROLLER\ncontroller.quorum.voters=1@a:9093,2@b:9093\n' },
    {
      text: 'process.roles=broker\nnode.id=9\ncontroller.listener.names=CONTROLLER\ncontroller.quorum.voters=1@a:9093,1@a:9093\n',
      kafka: '4.1',
    },
  ],
  reads: ['controller.quorum.voters'],
  *check(config) {
    const setting = config.own('controller.quorum.voters');
    if (setting === undefined || setting.unknown || votersOf(config) === undefined) return;
    const kept = new Map<number, string>();
    for (const text of splitList(setting.value)) kept.set(parseVoter(text)?.id ?? -1, text);
    for (const text of splitList(setting.value)) {
      const id = parseVoter(text)?.id ?? -1;
      const last = kept.get(id);
      if (last === undefined || last === text) continue;
      yield { at: setting, part: partOf(setting, text), message: `Two voters have the id ${id}: Kafka keeps the last one, \`${last}\`.` };
    }
  },
};

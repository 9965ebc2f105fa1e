import type { RelationRule } from '../rule.ts';
import { processRoles } from './listener-graph.ts';
import { nodeId } from './quorum.ts';

export const brokerIdRange: RelationRule = {
  id: 'broker-id-range',
  title: 'A `broker.id` of one’s own stays below the generated ones',
  why: 'ZooKeeper can hand out ids, beginning behind `reserved.broker.max.id` (1000). An id that is chosen must not lie there while `broker.id.generation.enable` is on; without generation there has to be one.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8', until: '3.9' },
  source: 'kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'broker.id=«1001»\nzookeeper.connect=zk:2181\n',
      message: '`broker.id` must be between -1 and `reserved.broker.max.id`, 1000, while `broker.id.generation.enable` is on.',
    },
    {
      text: 'zookeeper.connect=zk:2181\nbroker.id.generation.enable=«false»\n',
      message: '`broker.id` must be 0 or more while `broker.id.generation.enable` is off.',
    },
    { text: 'broker.id=1001\nbroker.id.generation.enable=false\nzookeeper.connect=zk:2181\n' },
  ],
  reads: ['process.roles', 'broker.id', 'node.id', 'broker.id.generation.enable', 'reserved.broker.max.id'],
  *check(config) {
    const id = nodeId(config);
    const highest = config.number('reserved.broker.max.id');
    const generated = config.boolean('broker.id.generation.enable');
    const at = config.get('broker.id') ?? config.get('node.id') ?? config.get('broker.id.generation.enable');
    if (processRoles(config)?.size !== 0 || id === undefined || at === undefined) return;
    if (generated === false && id < 0) yield { at, message: '`broker.id` must be 0 or more while `broker.id.generation.enable` is off.' };
    if (generated !== true || highest === undefined || (id >= -1 && id <= highest)) return;
    yield {
      at,
      message: `\`broker.id\` must be between -1 and \`reserved.broker.max.id\`, ${highest}, while \`broker.id.generation.enable\` is on.`,
    };
  },
};

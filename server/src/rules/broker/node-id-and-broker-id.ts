import type { RelationRule } from '../rule.ts';

export const nodeIdAndBrokerId: RelationRule = {
  id: 'node-id-and-broker-id',
  title: '`node.id` and `broker.id` are one and the same',
  why: '`broker.id` is the old name of `node.id`. Where both are set, they have to agree.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '3.1' },
  source: 'KIP-631; kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'process.roles=broker\nnode.id=1\nbroker.id=«2»\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n',
      message: '`broker.id` must be the same as `node.id`, 1.',
      fixed:
        'process.roles=broker\nnode.id=1\nbroker.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n',
    },
    {
      text: 'process.roles=broker\nnode.id=1\nbroker.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n',
      kafka: '4.1',
    },
  ],
  reads: ['node.id', 'broker.id'],
  *check(config) {
    const setting = config.get('broker.id');
    const node = config.has('node.id') ? config.number('node.id') : undefined;
    const broker = setting && config.number('broker.id');
    if (setting === undefined || node === undefined || broker === undefined || node === broker) return;
    yield {
      at: setting,
      message: `\`broker.id\` must be the same as \`node.id\`, ${node}.`,
      fixes: [{ title: `Set \`broker.id\` to ${node}`, safe: false, steps: [{ do: 'set', setting, value: String(node) }] }],
    };
  },
};

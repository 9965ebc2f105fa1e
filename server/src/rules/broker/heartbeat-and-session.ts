import type { RelationRule } from '../rule.ts';

export const heartbeatAndSession: RelationRule = {
  id: 'heartbeat-and-session',
  title: 'Two heartbeats have to fit into a broker’s session',
  why: 'A broker that misses `broker.session.timeout.ms` is fenced. With fewer than two heartbeats in that time one late heartbeat is enough; Kafka complains in its log.',
  severity: 'warning',
  roles: ['broker', 'controller'],
  kafka: { since: '4.2' },
  source: 'kafka.server.KafkaConfig#validateValues',
  examples: [
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nbroker.heartbeat.interval.ms=«5000»\n',
      message: '`broker.heartbeat.interval.ms` must be at most half of `broker.session.timeout.ms`, 9000.',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nbroker.heartbeat.interval.ms=3000\n',
    },
  ],
  reads: ['broker.heartbeat.interval.ms', 'broker.session.timeout.ms'],
  *check(config) {
    const heartbeat = config.number('broker.heartbeat.interval.ms');
    const session = config.number('broker.session.timeout.ms');
    const at = config.get('broker.heartbeat.interval.ms') ?? config.get('broker.session.timeout.ms');
    if (at === undefined || heartbeat === undefined || session === undefined || heartbeat * 2 <= session) return;
    yield { at, message: `\`broker.heartbeat.interval.ms\` must be at most half of \`broker.session.timeout.ms\`, ${session}.` };
  },
};

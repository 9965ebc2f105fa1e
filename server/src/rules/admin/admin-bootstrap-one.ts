import type { RelationRule } from '../rule.ts';

export const adminBootstrapOne: RelationRule = {
  id: 'admin-bootstrap-one',
  title: 'An admin client asks brokers or controllers, not both',
  why: '`bootstrap.controllers` lets the admin client talk to the controllers alone. Kafka refuses it beside `bootstrap.servers`.',
  severity: 'error',
  roles: ['admin', 'connect-distributed', 'connect-standalone', 'streams'],
  kafka: { since: '3.7' },
  source: 'KIP-919; org.apache.kafka.clients.admin.internals.AdminBootstrapAddresses',
  examples: [
    {
      text: 'bootstrap.servers=kafka:9092\n«bootstrap.controllers»=kafka:9093\n',
      message: '`bootstrap.controllers` cannot be set beside `bootstrap.servers`.',
      fixed: 'bootstrap.servers=kafka:9092\n',
    },
    { text: 'bootstrap.controllers=kafka:9093\n' },
    { text: 'bootstrap.servers=\nbootstrap.controllers=kafka:9093\n', kafka: '3.9' },
    {
      text: '«bootstrap.controllers»=kafka:9093\n',
      role: 'streams',
      message: '`bootstrap.controllers` cannot be set: Streams gives its admin client `bootstrap.servers`.',
    },
    { text: '«admin.bootstrap.controllers»=kafka:9093\n', role: 'streams', kafka: '3.9' },
    { text: 'admin.bootstrap.controllers=\n', role: 'streams' },
  ],
  reads: ['bootstrap.servers', 'bootstrap.controllers'],
  *check(config) {
    const controllers = config.own('bootstrap.controllers');
    const servers = config.get('bootstrap.servers');
    const inStreams = config.role === 'streams' || config.identity.parent?.role === 'streams';
    if (controllers === undefined || controllers.value === '') return;
    if (!inStreams && (servers === undefined || servers.value === '')) return;
    const reason = inStreams ? ': Streams gives its admin client `bootstrap.servers`' : ' beside `bootstrap.servers`';
    yield {
      at: controllers,
      part: 'key',
      message: `\`bootstrap.controllers\` cannot be set${reason}.`,
      fixes: [{ title: 'Remove `bootstrap.controllers`', safe: false, steps: [{ do: 'remove', setting: controllers }] }],
    };
  },
};

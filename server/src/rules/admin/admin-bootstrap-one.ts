import type { RelationRule } from '../rule.ts';

export const adminBootstrapOne: RelationRule = {
  id: 'admin-bootstrap-one',
  title: 'An admin client asks brokers or controllers, not both',
  why: '`bootstrap.controllers` lets the admin client talk to the controllers alone. Kafka refuses it beside `bootstrap.servers`.',
  severity: 'error',
  roles: ['admin', 'connect-distributed', 'connect-standalone'],
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
  ],
  reads: ['bootstrap.servers', 'bootstrap.controllers'],
  *check(config) {
    const controllers = config.get('bootstrap.controllers');
    const servers = config.get('bootstrap.servers');
    if (controllers === undefined || servers === undefined || controllers.value === '' || servers.value === '') return;
    yield {
      at: controllers,
      part: 'key',
      message: '`bootstrap.controllers` cannot be set beside `bootstrap.servers`.',
      fixes: [{ title: 'Remove `bootstrap.controllers`', safe: false, steps: [{ do: 'remove', setting: controllers }] }],
    };
  },
};

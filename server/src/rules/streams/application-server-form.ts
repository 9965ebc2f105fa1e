import type { RelationRule } from '../rule.ts';

export const applicationServerForm: RelationRule = {
  id: 'application-server-form',
  title: '`application.server` is `host:port`',
  why: 'Other instances ask for state at this address; Streams refuses to start with an address of another form.',
  severity: 'error',
  roles: ['streams'],
  kafka: { since: '0.10.1' },
  source: 'KIP-67; org.apache.kafka.streams.state.HostInfo#buildFromEndpoint',
  examples: [
    { text: 'application.server=«orders-1»\n', message: '`application.server` must be `host:port`.' },
    { text: 'application.server=orders-1:8080\n' },
    { text: 'application.server=http://orders-1:8080\n' },
    { text: 'application.server=\n' },
    { text: 'application.server=${env:HOST}:8080\n' },
  ],
  single: true,
  reads: ['application.server'],
  *check(config) {
    const setting = config.own('application.server');
    if (setting === undefined || setting.unknown || setting.value === '') return;
    // What stands before the port may be anything (`Utils.HOST_PORT_PATTERN` looks for a match anywhere).
    if (!/:[0-9]+$/.test(setting.value)) yield { at: setting, message: '`application.server` must be `host:port`.' };
  },
};

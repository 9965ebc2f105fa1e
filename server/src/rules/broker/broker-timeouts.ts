import type { RelationRule } from '../rule.ts';
import { processRoles } from './listener-graph.ts';

/** The least that each may be. */
const least: Readonly<Record<string, number>> = {
  'request.timeout.ms': 0,
  'controller.socket.timeout.ms': 0,
  'socket.connection.setup.timeout.max.ms': 0,
  'broker.heartbeat.interval.ms': 0,
  'initial.broker.registration.timeout.ms': 1,
};
const node = 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n';

export const brokerTimeouts: RelationRule = {
  id: 'broker-timeouts',
  title: 'Times within which a broker reaches its controllers',
  why: 'No definition has a limit for these, but the threads that talk to the controllers wait for that long: a negative time ends them, and the process with them.',
  severity: 'error',
  roles: ['broker'],
  kafka: { since: '3.9' },
  source: 'org.apache.kafka.common.network.Selector#poll, InterBrokerSendThread#doWork; BrokerLifecycleManager',
  examples: [
    { text: `${node}request.timeout.ms=«-1»\n`, message: '`request.timeout.ms` must be at least 0.' },
    {
      text: `${node}initial.broker.registration.timeout.ms=«0»\n`,
      message: '`initial.broker.registration.timeout.ms` must be at least 1.',
    },
    { text: `${node}broker.heartbeat.interval.ms=2000\nrequest.timeout.ms=30000\n` },
  ],
  reads: ['process.roles', ...Object.keys(least)],
  *check(config) {
    if (processRoles(config)?.has('broker') !== true) return;
    for (const [key, minimum] of Object.entries(least)) {
      const at = config.own(key);
      const value = config.number(key);
      if (at?.definition !== undefined && value !== undefined && value < minimum)
        yield { at, message: `\`${key}\` must be at least ${minimum}.` };
    }
  },
};

import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { clientRoles } from './clients.ts';

export const reconnectBackoffStatic: RelationRule = {
  id: 'reconnect-backoff-static',
  title: 'A reconnect back-off without its maximum does not grow',
  why: 'Where `reconnect.backoff.ms` is set and `reconnect.backoff.max.ms` is not, Kafka takes the first for both: the pause between attempts stays the same.',
  severity: 'warning',
  roles: clientRoles.filter((role) => role !== 'mirror-maker'),
  kafka: { since: '1.0' },
  source: 'KIP-144; org.apache.kafka.clients.CommonClientConfigs#postProcessReconnectBackoffConfigs',
  examples: [
    {
      text: 'reconnect.backoff.ms=«200»\n',
      role: 'producer',
      message: '`reconnect.backoff.max.ms` must be set too: without it Kafka uses 200 ms for every attempt.',
      fixed: 'reconnect.backoff.ms=200\nreconnect.backoff.max.ms=1000\n',
    },
    { text: 'reconnect.backoff.ms=«200»\n', role: 'producer', kafka: '2.8', severity: 'information' },
    { text: 'reconnect.backoff.ms=50\nreconnect.backoff.max.ms=1000\n', role: 'consumer' },
  ],
  reads: ['reconnect.backoff.ms', 'reconnect.backoff.max.ms'],
  *check(config) {
    const setting = config.own('reconnect.backoff.ms');
    const ms = config.number('reconnect.backoff.ms');
    if (setting === undefined || ms === undefined || config.has('reconnect.backoff.max.ms')) return;
    const wanted = String(Math.max(1000, ms));
    yield {
      at: setting,
      severity: atLeast(config.kafka, '3.7') ? 'warning' : 'information',
      message: `\`reconnect.backoff.max.ms\` must be set too: without it Kafka uses ${ms} ms for every attempt.`,
      fixes: [
        {
          title: `Add \`reconnect.backoff.max.ms=${wanted}\``,
          safe: false,
          steps: [{ do: 'add', after: setting, key: 'reconnect.backoff.max.ms', value: wanted }],
        },
      ],
    };
  },
};

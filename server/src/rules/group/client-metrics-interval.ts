import { before } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';

const least = 100;
const most = 3_600_000;

export const clientMetricsInterval: RelationRule = {
  id: 'client-metrics-interval',
  title: 'Clients push metrics between ten times a second and once an hour',
  why: 'Brokers refuse another interval, in milliseconds.',
  severity: 'error',
  roles: ['client-metrics'],
  kafka: { since: '3.7' },
  source: 'KIP-714; org.apache.kafka.server.metrics.ClientMetricsConfigs#validateProperties',
  examples: [
    { text: 'interval.ms=«60»\n', message: '`interval.ms` must be between 100 and 3600000.' },
    { text: 'interval.ms=60000\n' },
    { text: 'interval.ms=«60000»␠\n', kafka: '3.9', fixed: 'interval.ms=60000\n' },
    { text: 'interval.ms=60000␠\n', kafka: '4.1' },
  ],
  reads: ['interval.ms'],
  *check(config) {
    const at = config.own('interval.ms');
    const interval = config.number('interval.ms');
    // The brokers of 3.x read the number from the text as it stands.
    if (at !== undefined && interval !== undefined && before(config.kafka, '4.0') && at.entry.value !== at.value)
      yield {
        at,
        message: '`interval.ms` must be a number without blanks around it.',
        fixes: [{ title: 'Remove the blanks', safe: true, steps: [{ do: 'set', setting: at, value: at.value }] }],
      };
    else if (at !== undefined && interval !== undefined && (interval < least || interval > most))
      yield { at, message: `\`interval.ms\` must be between ${least} and ${most}.` };
  },
};

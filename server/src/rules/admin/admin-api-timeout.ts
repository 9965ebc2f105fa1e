import type { RelationRule } from '../rule.ts';
import { isLeftToView } from '../streams/embedded.ts';

const keys = ['default.api.timeout.ms', 'request.timeout.ms'] as const;

export const adminApiTimeout: RelationRule = {
  id: 'admin-api-timeout',
  title: 'A call of the admin client lasts at least one request',
  why: '`default.api.timeout.ms` holds a call with all its retries. The admin client refuses one that is shorter than a request, and raises its default with a warning.',
  severity: 'error',
  roles: ['admin', 'connect-distributed', 'connect-standalone', 'streams'],
  kafka: { since: '2.5' },
  source: 'KIP-533; org.apache.kafka.clients.admin.KafkaAdminClient#configureDefaultApiTimeoutMs',
  examples: [
    {
      text: 'default.api.timeout.ms=«10000»\n',
      message: '`default.api.timeout.ms` must be at least `request.timeout.ms` (30000).',
      fixed: 'default.api.timeout.ms=30000\n',
    },
    {
      text: 'request.timeout.ms=«90000»\n',
      severity: 'warning',
      message: 'Kafka raises `default.api.timeout.ms` to 90000: it must be at least `request.timeout.ms`.',
    },
    { text: 'request.timeout.ms=60000\n' },
    { text: 'default.api.timeout.ms=«10000»\n', role: 'streams' },
    { text: 'default.api.timeout.ms=10000\nadmin.default.api.timeout.ms=60000\n', role: 'streams' },
    { text: 'default.api.timeout.ms=90000\nrequest.timeout.ms=30000\n' },
  ],
  reads: [...keys, ...keys.map((key) => `admin.${key}`)],
  *check(config) {
    if (isLeftToView(config, 'admin.', keys)) return;
    const call = config.has('default.api.timeout.ms') ? config.number('default.api.timeout.ms') : 60_000;
    // A worker hands on what is written, and not its own default.
    const request = config.has('request.timeout.ms') ? config.number('request.timeout.ms') : 30_000;
    if (call === undefined || request === undefined || call >= request) return;
    const written = config.get('default.api.timeout.ms');
    const setting = written ?? config.get('request.timeout.ms');
    if (setting === undefined) return;
    const value = String(request);
    yield written === undefined
      ? {
          at: setting,
          severity: 'warning',
          message: `Kafka raises \`default.api.timeout.ms\` to ${request}: it must be at least \`request.timeout.ms\`.`,
        }
      : {
          at: setting,
          message: `\`default.api.timeout.ms\` must be at least \`request.timeout.ms\` (${request}).`,
          fixes: [{ title: `Set \`default.api.timeout.ms\` to ${value}`, safe: false, steps: [{ do: 'set', setting, value }] }],
        };
  },
};

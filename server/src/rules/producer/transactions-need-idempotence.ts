import type { Setting } from '../../configs/config.ts';
import { atLeast } from '../../schema/version.ts';
import { isMadePlain } from '../connect/worker-clients.ts';
import type { Finding, RelationRule } from '../rule.ts';

const inFlight = 'max.in.flight.requests.per.connection';

export const transactionsNeedIdempotence: RelationRule = {
  id: 'transactions-need-idempotence',
  title: 'Transactions need idempotence',
  why: 'A producer with `transactional.id` has to be idempotent. It refuses to start where idempotence is switched off, be it by name or through `acks`, `retries` or too many requests in flight.',
  severity: 'error',
  roles: ['producer', 'connect-distributed'],
  kafka: { since: '0.11.0' },
  source: 'KIP-98, KIP-679; org.apache.kafka.clients.producer.ProducerConfig#postProcessAndValidateIdempotenceConfigs',
  supersedes: ['idempotence-in-flight-requests'],
  examples: [
    {
      text: 'transactional.id=t\nenable.idempotence=«false»\n',
      message: '`enable.idempotence` must be `true` where `transactional.id` is set.',
      fixed: 'transactional.id=t\nenable.idempotence=true\n',
    },
    {
      text: 'transactional.id=t\nacks=«1»\n',
      message: '`acks` must be `all` where `transactional.id` is set.',
      fixed: 'transactional.id=t\nacks=all\n',
    },
    { text: 'transactional.id=t\nretries=«0»\n', message: '`retries` must be 1 or more where `transactional.id` is set.' },
    {
      text: `transactional.id=t\n${inFlight}=«6»\n`,
      kafka: '3.9',
      message: `\`${inFlight}\` must be 5 or less where \`transactional.id\` is set.`,
      fixed: `transactional.id=t\n${inFlight}=5\n`,
    },
    { text: 'transactional.id=t\nacks=all\n' },
    { text: 'transactional.id=${env:ID}\nacks=all\nretries=5\n' },
    { text: 'enable.idempotence=false\nacks=1\n' },
  ],
  in: (identity) => !isMadePlain(identity),
  reads: ['transactional.id', 'enable.idempotence', 'acks', 'retries', inFlight],
  needs: 'transactional.id',
  *check(config) {
    const idempotence = config.get('enable.idempotence');
    if (idempotence !== undefined) {
      if (config.boolean('enable.idempotence') === false) yield fault(idempotence, '`true`', 'true');
      return;
    }
    const id = config.get('transactional.id');
    // Connect switches idempotence off for the producers that it makes.
    if (id !== undefined && config.identity.presets?.get('enable.idempotence') === 'false') {
      yield { at: id, part: 'key', message: '`enable.idempotence` must be `true` where `transactional.id` is set.' };
      return;
    }
    const acks = config.get('acks');
    const retries = config.get('retries');
    const requests = config.get(inFlight);
    if (acks !== undefined && ['0', '1'].includes(config.value('acks') ?? '')) yield fault(acks, '`all`', 'all');
    if (retries !== undefined && config.number('retries') === 0) yield fault(retries, '1 or more');
    if (requests !== undefined && !atLeast(config.kafka, '4.0') && (config.number(inFlight) ?? 0) > 5)
      yield fault(requests, '5 or less', '5');
  },
};

function fault(setting: Setting, wanted: string, value?: string): Finding {
  return {
    at: setting,
    message: `\`${setting.key}\` must be ${wanted} where \`transactional.id\` is set.`,
    ...(value !== undefined && {
      fixes: [{ title: `Set \`${setting.key}\` to \`${value}\``, safe: false, steps: [{ do: 'set', setting, value }] }],
    }),
  };
}

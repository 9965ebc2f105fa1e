import type { Config, Setting } from '../../configs/config.ts';
import type { Finding, RelationRule } from '../rule.ts';

const support = 'exactly.once.source.support';
const idempotence = 'enable.idempotence';
const inFlight = 'max.in.flight.requests.per.connection';
const keys = [idempotence, 'acks', 'retries', inFlight];

export const exactlyOnceProducer: RelationRule = {
  id: 'exactly-once-producer',
  title: 'Producers of sources that write exactly once',
  why: 'With exactly-once support a worker makes the producers of sources idempotent and transactional, whatever the file says. Settings that do not go with that keep every task of a source from starting.',
  severity: 'error',
  roles: ['connect-distributed'],
  kafka: { since: '3.3' },
  source: 'KIP-618; org.apache.kafka.connect.runtime.Worker#exactlyOnceSourceTaskProducerConfigs',
  supersedes: ['idempotence-switched-off', 'retries-reorder'],
  examples: [
    {
      text: `group.id=g\n${support}=enabled\nproducer.acks=«1»\n`,
      message: `\`acks\` must be \`all\` where \`${support}\` is \`enabled\`.`,
      fixed: `group.id=g\n${support}=enabled\n`,
    },
    { text: `group.id=g\n${support}=enabled\nproducer.${inFlight}=«6»\n` },
    {
      text: `group.id=g\n${support}=enabled\nproducer.${idempotence}=«false»\n`,
      severity: 'warning',
      message: `\`${idempotence}\` is ignored for sources: with \`${support}=enabled\` their producers are idempotent.`,
    },
    { text: `group.id=g\n${support}=enabled\nproducer.acks=all\n` },
    { text: `group.id=g\n${support}=preparing\nproducer.acks=1\n` },
  ],
  reads: [support, ...keys.map((key) => `producer.${key}`)],
  *check(config) {
    if (config.value(support)?.toLowerCase() !== 'enabled') return;
    const producer = config.views.find(({ role }) => role === 'producer');
    if (producer === undefined) return;
    const written = producer.own(idempotence);
    if (written?.value.toLowerCase() === 'false')
      yield {
        at: written,
        severity: 'warning',
        message: `\`${idempotence}\` is ignored for sources: with \`${support}=enabled\` their producers are idempotent.`,
      };
    // Written as true, it is the producer's own matter.
    else if (written !== undefined) return;
    yield* faults(producer);
  },
};

function* faults(producer: Config): Generator<Finding> {
  const acks = producer.own('acks');
  if (acks !== undefined && ['0', '1'].includes(acks.value)) yield fault(acks, '`all`');
  const retries = producer.own('retries');
  if (retries !== undefined && producer.number('retries') === 0) yield fault(retries, '1 or more');
  const requests = producer.own(inFlight);
  if (requests !== undefined && (producer.number(inFlight) ?? 0) > 5) yield fault(requests, '5 or less');
}

function fault(setting: Setting, wanted: string): Finding {
  return {
    at: setting,
    message: `\`${setting.key}\` must be ${wanted} where \`${support}\` is \`enabled\`.`,
    fixes: [{ title: `Remove \`${setting.key}\``, safe: false, steps: [{ do: 'remove', setting }] }],
  };
}

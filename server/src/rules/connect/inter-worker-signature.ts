import { splitList } from '../../schema/value.ts';
import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';

const signature = 'inter.worker.signature.algorithm';
const generation = 'inter.worker.key.generation.algorithm';
const verification = 'inter.worker.verification.algorithms';

export const interWorkerSignature: RelationRule = {
  id: 'inter-worker-signature',
  title: 'A worker verifies the algorithm that it signs with',
  why: 'Workers sign requests to one another. A worker that would not accept its own signature is refused.',
  severity: 'error',
  roles: ['connect-distributed'],
  kafka: { since: '2.8' },
  source: 'KIP-507; org.apache.kafka.connect.runtime.distributed.DistributedConfig#validateInterWorkerKeyConfigs',
  examples: [
    {
      text: `${signature}=«HmacSHA512»\n`,
      message: `\`${verification}\` must hold \`HmacSHA512\`, with which this worker signs.`,
      fixed: `${signature}=HmacSHA512\n${verification}=HmacSHA256,HmacSHA512\n`,
    },
    {
      text: `${verification}=«HmacSHA512»\n`,
      kafka: '3.2',
      message: `\`${verification}\` must hold \`HmacSHA256\`, by which this worker makes its keys.`,
    },
    { text: `${generation}=AES\n` },
    { text: `${verification}=HmacSHA512,HmacSHA256\n` },
    { text: `${signature}=HmacSHA512\n${verification}=HmacSHA512\n` },
  ],
  reads: [signature, generation, verification],
  *check(config) {
    // Until 3.2 Kafka looks for the algorithm of the keys instead.
    const [name, use] = atLeast(config.kafka, '3.3')
      ? [signature, 'with which this worker signs']
      : [generation, 'by which this worker makes its keys'];
    const algorithm = config.value(name);
    const accepted = config.value(verification);
    const setting = config.get(name) ?? config.get(verification);
    if (setting === undefined || algorithm === undefined || accepted === undefined || splitList(accepted).includes(algorithm)) return;
    const list = config.get(verification);
    const value = [...splitList(accepted), algorithm].join(',');
    const step =
      list === undefined
        ? ({ do: 'add', after: setting, key: verification, value } as const)
        : ({ do: 'set', setting: list, value } as const);
    yield {
      at: setting,
      message: `\`${verification}\` must hold \`${algorithm}\`, ${use}.`,
      fixes: [{ title: `Add \`${algorithm}\` to \`${verification}\``, safe: false, steps: [step] }],
    };
  },
};

import { splitList } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';

const signature = 'inter.worker.signature.algorithm';
const verification = 'inter.worker.verification.algorithms';

export const interWorkerSignature: RelationRule = {
  id: 'inter-worker-signature',
  title: 'A worker verifies the algorithm that it signs with',
  why: 'Workers sign requests to one another. A worker that would not accept its own signature is refused.',
  severity: 'error',
  roles: ['connect-distributed'],
  kafka: { since: '3.0' },
  source: 'KIP-507; org.apache.kafka.connect.runtime.distributed.DistributedConfig#validateInterWorkerKeyConfigs',
  examples: [
    {
      text: `${signature}=«HmacSHA512»\n`,
      message: `\`${verification}\` must hold \`HmacSHA512\`, with which this worker signs.`,
      fixed: `${signature}=HmacSHA512\n${verification}=HmacSHA256,HmacSHA512\n`,
    },
    { text: `${verification}=HmacSHA512,HmacSHA256\n` },
    { text: `${signature}=HmacSHA512\n${verification}=HmacSHA512\n` },
  ],
  reads: [signature, verification],
  *check(config) {
    const algorithm = config.value(signature);
    const accepted = config.value(verification);
    const setting = config.get(signature) ?? config.get(verification);
    if (setting === undefined || algorithm === undefined || accepted === undefined || splitList(accepted).includes(algorithm)) return;
    const list = config.get(verification);
    const value = [...splitList(accepted), algorithm].join(',');
    const step =
      list === undefined
        ? ({ do: 'add', after: setting, key: verification, value } as const)
        : ({ do: 'set', setting: list, value } as const);
    yield {
      at: setting,
      message: `\`${verification}\` must hold \`${algorithm}\`, with which this worker signs.`,
      fixes: [{ title: `Add \`${algorithm}\` to \`${verification}\``, safe: false, steps: [step] }],
    };
  },
};

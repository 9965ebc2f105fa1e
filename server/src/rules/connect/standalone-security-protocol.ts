import { tableOf } from '../../schema/tables.ts';
import { refusalOf } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';

const protocols = /^(PLAINTEXT|SSL|SASL_PLAINTEXT|SASL_SSL)$/i;

export const standaloneSecurityProtocol: RelationRule = {
  id: 'standalone-security-protocol',
  title: 'How a standalone worker reaches the cluster',
  why: 'A standalone worker does not define this property, but hands it to its clients. It asks the cluster for its id when it starts, and stops when that client refuses the value.',
  severity: 'error',
  roles: ['connect-standalone'],
  kafka: { since: '2.8' },
  source: 'org.apache.kafka.connect.runtime.WorkerConfig#lookupKafkaClusterId',
  examples: [
    {
      text: 'bootstrap.servers=kafka:9092\nsecurity.protocol=«TLS»\n',
      message: '`security.protocol` must be `PLAINTEXT`, `SSL`, `SASL_PLAINTEXT` or `SASL_SSL`.',
    },
    {
      text: 'bootstrap.servers=kafka:9092\nsecurity.protocol=«ssl»\n',
      kafka: '3.3',
      message: '`security.protocol` must be `PLAINTEXT`, `SSL`, `SASL_PLAINTEXT` or `SASL_SSL`.',
    },
    { text: 'bootstrap.servers=kafka:9092\nsecurity.protocol=sasl_ssl\n' },
    { text: 'bootstrap.servers=kafka:9092\nsecurity.protocol=${env:PROTOCOL}\n' },
  ],
  reads: ['security.protocol'],
  *check(config) {
    const setting = config.own('security.protocol');
    if (setting === undefined || setting.unknown) return;
    const definition = tableOf('admin', config.kafka).get('security.protocol');
    const refused = definition !== undefined && refusalOf(definition, setting.value) !== undefined;
    if (refused || !protocols.test(setting.value))
      yield { at: setting, message: '`security.protocol` must be `PLAINTEXT`, `SSL`, `SASL_PLAINTEXT` or `SASL_SSL`.' };
  },
};

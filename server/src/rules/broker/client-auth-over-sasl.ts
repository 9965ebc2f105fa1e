import type { RelationRule } from '../rule.ts';
import { graphKeys } from './listener-graph.ts';
import { securedListeners } from './listener-settings.ts';

const key = 'ssl.client.auth';
const node =
  'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SASL_SSL://:9093\nssl.keystore.location=/etc/kafka/keys.p12\nssl.keystore.password=secret\n';

export const clientAuthOverSasl: RelationRule = {
  id: 'client-auth-over-sasl',
  title: 'Certificates of clients on a SASL_SSL listener',
  why: 'On SASL_SSL listeners clients log in by SASL, so brokers leave the plain `ssl.client.auth` out there and say so in the log. Written behind the listener’s prefix it counts.',
  severity: 'warning',
  roles: ['broker', 'controller'],
  kafka: { since: '2.7' },
  source: 'KIP-684; org.apache.kafka.common.network.ChannelBuilders#create (WARN)',
  examples: [
    {
      text: `${node}«${key}»=required\n`,
      kafka: '3.9',
      message: `\`${key}\` counts on SSL listeners only: for \`SASL_SSL\` write \`listener.name.sasl_ssl.${key}\`.`,
      fixed: `${node}listener.name.sasl_ssl.${key}=required\n`,
    },
    { text: `${node}listener.name.sasl_ssl.${key}=required\n`, kafka: '3.9' },
    { text: `${node}${key}=none\n`, kafka: '3.9' },
    { text: `${node}${key}=required\nlistener.name.sasl_ssl.${key}=none\n`, kafka: '3.9' },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=SASL_PLAINTEXT://:9092\nssl.client.auth=required\n', kafka: '3.9' },
  ],
  reads: [key, `*.${key}`, ...graphKeys],
  *check(config) {
    const setting = config.own(key);
    if (setting === undefined || setting.unknown || !['required', 'requested'].includes(setting.value)) return;
    const listeners = securedListeners(config).filter(({ served }) => served);
    const without = listeners.find((listener) => listener.protocol === 'SASL_SSL' && listener.get(key) === setting);
    if (without === undefined) return;
    const prefixed = `listener.name.${without.name.toLowerCase()}.${key}`;
    const alone = !listeners.some(({ protocol }) => protocol === 'SSL');
    yield {
      at: setting,
      part: 'key',
      message: `\`${key}\` counts on SSL listeners only: for \`${without.name}\` write \`${prefixed}\`.`,
      ...(alone && { fixes: [{ title: `Change to \`${prefixed}\``, safe: false, steps: [{ do: 'rename', setting, key: prefixed }] }] }),
    };
  },
};

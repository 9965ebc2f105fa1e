import { splitList } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';
import { graphKeys } from './listener-graph.ts';
import { securedListeners } from './listener-settings.ts';

export const unprefixedJaas: RelationRule = {
  id: 'unprefixed-jaas',
  title: 'A broker’s JAAS text belongs to a listener and a mechanism',
  why: 'A broker reads `listener.name.{listener}.{mechanism}.sasl.jaas.config`. The plain `sasl.jaas.config` is for clients: a broker logs that it ignores it, and looks into the JVM’s JAAS file.',
  severity: 'warning',
  roles: ['broker', 'controller'],
  kafka: { since: '1.0' },
  source: 'KIP-226; org.apache.kafka.common.security.JaasContext#loadServerContext',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SASL_PLAINTEXT://:9093\nsasl.enabled.mechanisms=PLAIN\n«sasl.jaas.config»=org.apache.kafka.common.security.plain.PlainLoginModule required;\n',
      kafka: '3.9',
      message: 'A broker ignores `sasl.jaas.config`: it reads `listener.name.sasl_plaintext.plain.sasl.jaas.config`.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SASL_PLAINTEXT://:9093\nsasl.enabled.mechanisms=PLAIN\nlistener.name.sasl_plaintext.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required;\n',
      kafka: '3.9',
    },
  ],
  reads: ['sasl.jaas.config', 'listener.name.*', 'sasl.enabled.mechanisms', ...graphKeys],
  *check(config) {
    const setting = config.own('sasl.jaas.config');
    if (setting === undefined) return;
    const sasl = securedListeners(config).find((listener) => listener.protocol.startsWith('SASL_'));
    const [mechanism] = splitList(sasl?.value('sasl.enabled.mechanisms') ?? '');
    const key = `listener.name.${sasl?.name.toLowerCase() ?? '{listener}'}.${mechanism?.toLowerCase() ?? '{mechanism}'}.sasl.jaas.config`;
    const rename = sasl !== undefined && mechanism !== undefined && !config.has(key);
    yield {
      at: setting,
      part: 'key',
      message: `A broker ignores \`sasl.jaas.config\`: it reads \`${key}\`.`,
      ...(rename && { fixes: [{ title: `Change to \`${key}\``, safe: false, steps: [{ do: 'rename', setting, key }] }] }),
    };
  },
};

import type { Config } from '../../configs/config.ts';
import type { RelationRule } from '../rule.ts';
import { clientRoles, usesSasl } from './clients.ts';

export const saslWithoutJaas: RelationRule = {
  id: 'sasl-without-jaas',
  title: 'SASL without credentials in this file',
  why: 'Kafka takes the login from `sasl.jaas.config`, or from the file that the JVM option `java.security.auth.login.config` names. With neither it refuses to start.',
  severity: 'information',
  roles: clientRoles,
  kafka: { since: '0.10.2' },
  source: 'KIP-85; org.apache.kafka.common.security.JaasContext#defaultContext',
  examples: [
    {
      text: 'security.protocol=«SASL_SSL»\nsasl.mechanism=PLAIN\n',
      role: 'producer',
      message: '`sasl.jaas.config` is not set: the JVM must then name a JAAS file in `java.security.auth.login.config`.',
    },
    { text: 'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=${env:JAAS}\n', role: 'producer' },
    { text: 'security.protocol=SSL\n', role: 'producer' },
    {
      text: 'services:\n  a:\n    image: confluentinc/cp-kafka-connect:7.9.0\n    environment:\n      CONNECT_PRODUCER_SECURITY_PROTOCOL: SASL_SSL\n      KAFKA_OPTS: -Djava.security.auth.login.config=/a\n    command: run\n',
      only: 'yaml',
    },
  ],
  reads: ['security.protocol', 'sasl.jaas.config'],
  *check(config) {
    const protocol = config.own('security.protocol');
    if (
      protocol === undefined ||
      !usesSasl(config) ||
      config.has('sasl.jaas.config') ||
      hasOptions(config) ||
      config.identity.presets?.has('sasl.jaas.config') ||
      config.views.some((view) => view.own('sasl.jaas.config') !== undefined)
    )
      return;
    yield {
      at: protocol,
      message: '`sasl.jaas.config` is not set: the JVM must then name a JAAS file in `java.security.auth.login.config`.',
    };
  },
};

/** Whether the container gives options to the JVM: a JAAS file is mostly among them. */
function hasOptions({ identity }: Config): boolean {
  return (identity.image ?? identity.parent?.identity.image)?.variables.has('KAFKA_OPTS') === true;
}

import { type JaasFault, jaasTextOf, readJaas } from '../../configs/jaas.ts';
import { isForbidden } from '../client/jaas-module-forbidden.ts';
import type { RelationRule } from '../rule.ts';
import { graphKeys } from './listener-graph.ts';
import { mechanismsOf, securedListeners } from './listener-settings.ts';

const plain = 'org.apache.kafka.common.security.plain.PlainLoginModule required';

const wants: Readonly<Record<JaasFault, string>> = {
  nothing: 'must name a login module',
  module: 'must begin with the class of a login module',
  flag: 'must have a flag such as `required` behind the login module, and no quotes around the whole',
  option: 'must give each option as `name="value"`, with text as the value',
  semicolon: 'must end with `;`',
  swallowed: 'must end with a `;` that is neither in open quotes nor behind a `/`, which begins a comment',
  several: 'must hold one login module only',
};

export const listenerJaas: RelationRule = {
  id: 'listener-jaas',
  title: 'A JAAS text of a listener that Kafka cannot read',
  why: 'A broker parses the JAAS text of every enabled mechanism of its SASL listeners when it starts: one login module, a flag, options in quotes, and a semicolon at the end.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source: 'KIP-226; org.apache.kafka.common.security.JaasContext#loadServerContext',
  examples: [
    {
      text: `broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SASL_PLAINTEXT://:9093\nsasl.enabled.mechanisms=PLAIN\nlistener.name.sasl_plaintext.plain.sasl.jaas.config=«${plain} user_a="b"»\n`,
      kafka: '3.9',
      message: '`listener.name.sasl_plaintext.plain.sasl.jaas.config` must end with `;`.',
    },
    {
      text: `broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SASL_PLAINTEXT://:9093\nsasl.enabled.mechanisms=PLAIN\nlistener.name.sasl_plaintext.plain.sasl.jaas.config=${plain} user_a="b";\n`,
      kafka: '3.9',
    },
    {
      text: `broker.id=1\nzookeeper.connect=zk:2181\nlisteners=PLAINTEXT://:9092,SASL_PLAINTEXT://:9093\nsasl.enabled.mechanisms=PLAIN\nlistener.name.sasl_plaintext.plain.sasl.jaas.config=«com.sun.security.auth.module.JndiLoginModule required;»\n`,
      kafka: '3.9',
      message: '`listener.name.sasl_plaintext.plain.sasl.jaas.config` must name another login module: Kafka refuses `JndiLoginModule`.',
    },
  ],
  reads: [
    'sasl.enabled.mechanisms',
    'sasl.mechanism.inter.broker.protocol',
    'sasl.mechanism.controller.protocol',
    'listener.name.*',
    ...graphKeys,
  ],
  *check(config) {
    for (const listener of securedListeners(config)) {
      if (!listener.protocol.startsWith('SASL_')) continue;
      for (const mechanism of new Set(mechanismsOf(config, listener))) {
        const at = config.own(`listener.name.${listener.name.toLowerCase()}.${mechanism.toLowerCase()}.sasl.jaas.config`);
        if (at === undefined || at.unknown) continue;
        const fault = readJaas(jaasTextOf(at));
        if (typeof fault === 'string') yield { at, ...(at.value === '' && { part: 'key' }), message: `\`${at.key}\` ${wants[fault]}.` };
        else if (isForbidden(config, fault.name))
          yield { at, message: `\`${at.key}\` must name another login module: Kafka refuses \`${fault.name.replace(/.*\./, '')}\`.` };
      }
    }
  },
};

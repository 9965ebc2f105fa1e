import type { Config } from '../../configs/config.ts';
import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { processRoles } from './listener-graph.ts';
import { isOlder, recordFormat } from './protocol-version.ts';

export const messageFormatVersion: RelationRule = {
  id: 'message-format-version',
  title: 'Messages cannot be newer than what brokers speak',
  why: 'A format of messages needs an inter-broker protocol that knows it. From protocol 3.0 on messages are always written in the newest format, and `log.message.format.version` does nothing.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8', until: '3.9' },
  source: 'KIP-724; kafka.server.KafkaConfig#validateValues, org.apache.kafka.storage.internals.log.LogConfig.MessageFormatVersion',
  supersedes: ['deprecated-key'],
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\ninter.broker.protocol.version=0.10.2\nlog.message.format.version=«2.8»\n',
      message: '`log.message.format.version` 2.8 must not be newer than `inter.broker.protocol.version`, 0.10.2.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.message.format.version=«2.8»\n',
      kafka: '3.9',
      severity: 'warning',
      message: 'Kafka ignores `log.message.format.version` from inter-broker protocol 3.0 on.',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\ninter.broker.protocol.version=2.8\nlog.message.format.version=2.8\n' },
  ],
  reads: ['process.roles', 'inter.broker.protocol.version', 'log.message.format.version'],
  *check(config) {
    const setting = config.get('log.message.format.version');
    const protocol = protocolOf(config);
    const format = config.value('log.message.format.version');
    if (setting?.unknown || protocol === undefined || format === undefined) return;
    if (setting !== undefined && atLeast(config.kafka, '3.0') && !isOlder(protocol, '3.0-IV1')) {
      yield {
        at: setting,
        severity: 'warning',
        tag: 'unnecessary',
        message: 'Kafka ignores `log.message.format.version` from inter-broker protocol 3.0 on.',
        fixes: [{ title: 'Remove `log.message.format.version`', safe: false, steps: [{ do: 'remove', setting }] }],
      };
    } else if (recordFormat(format) > recordFormat(protocol)) {
      const at = setting ?? config.get('inter.broker.protocol.version');
      if (at !== undefined)
        yield {
          at,
          message: `\`log.message.format.version\` ${format} must not be newer than \`inter.broker.protocol.version\`, ${protocol}.`,
        };
    }
  },
};

/** KRaft pins the protocol to the oldest that it supports, 3.0. */
function protocolOf(config: Config): string | undefined {
  const roles = processRoles(config);
  if (roles === undefined) return undefined;
  return roles.size > 0 ? '3.0-IV1' : config.value('inter.broker.protocol.version');
}

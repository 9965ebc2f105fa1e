import { refusalOf } from '../../schema/value.ts';
import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';

const enable = 'remote.log.storage.system.enable';
const manager = 'remote.log.metadata.manager.class.name';
const own = 'org.apache.kafka.server.log.remote.metadata.storage.TopicBasedRemoteLogMetadataManager';
const node = 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n';

export const remoteMetadataUnused: RelationRule = {
  id: 'remote-metadata-unused',
  title: 'Settings for the metadata of tiered storage, which is off',
  why: '`rlmm.config.` settings go to the manager of remote metadata. A broker makes one only with tiered storage switched on, and Kafka’s own reads nothing where another class is named.',
  severity: 'warning',
  roles: ['broker', 'controller'],
  kafka: { since: '3.0' },
  source: 'KIP-405; org.apache.kafka.server.log.remote.metadata.storage.TopicBasedRemoteLogMetadataManagerConfig',
  supersedes: ['invalid-value', 'quoted-value', 'remark-in-value'],
  examples: [
    {
      text: `${node}«rlmm.config.remote.log.metadata.topic.replication.factor»=1\n`,
      message: `\`rlmm.config.remote.log.metadata.topic.replication.factor\` is not read: \`${enable}\` is not \`true\`.`,
      fixed: node,
    },
    {
      text: `broker.id=1\nzookeeper.connect=zk:2181\n${enable}=true\n«rlmm.config.remote.log.metadata.topic.replication.factor»=1\n`,
      kafka: '3.3',
      message: '`rlmm.config.remote.log.metadata.topic.replication.factor` is not read: tiered storage came with Kafka 3.6.',
    },
    {
      text: `${node}${enable}=true\n${manager}=com.example.Manager\nrlmm.config.remote.log.metadata.topic.num.partitions=«x»\n`,
      severity: 'information',
      message: '`com.example.Manager` reads this setting, and may read it in another way than Kafka’s own manager.',
    },
    { text: `${node}${enable}=true\nrlmm.config.remote.log.metadata.topic.replication.factor=3\n` },
    { text: `${node}${enable}=\${env:TIERED}\nrlmm.config.remote.log.metadata.topic.replication.factor=3\n` },
  ],
  reads: [enable, manager, 'rlmm.config.*'],
  *check(config) {
    const isOn = atLeast(config.kafka, '3.6') ? config.boolean(enable) : false;
    const why = atLeast(config.kafka, '3.6') ? `\`${enable}\` is not \`true\`` : `tiered storage came with Kafka 3.6`;
    const className = config.value(manager);
    for (const setting of config.settings()) {
      if (!setting.key.startsWith('rlmm.config.')) continue;
      if (isOn === false) {
        const fixes = [{ title: `Remove \`${setting.key}\``, safe: false, steps: [{ do: 'remove', setting }] }] as const;
        yield {
          at: setting,
          part: 'key',
          tag: 'unnecessary',
          message: `\`${setting.key}\` is not read: ${why}.`,
          fixes,
        };
      } else if (className !== undefined && className !== own && className !== '') {
        const { definition, value } = setting;
        if (definition === undefined || setting.unknown || refusalOf(definition, value) === undefined) continue;
        const message = `\`${className}\` reads this setting, and may read it in another way than Kafka’s own manager.`;
        yield { at: setting, severity: 'information', message };
      }
    }
  },
};

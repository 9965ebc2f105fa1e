import { refusalOf } from '../../schema/value.ts';
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
      text: `${node}${enable}=true\n${manager}=com.example.Manager\nrlmm.config.remote.log.metadata.topic.num.partitions=«x»\n`,
      severity: 'information',
      message: '`com.example.Manager` reads this setting, and may read it in another way than Kafka’s own manager.',
    },
    { text: `${node}${enable}=true\nrlmm.config.remote.log.metadata.topic.replication.factor=3\n` },
    { text: `${node}${enable}=\${env:TIERED}\nrlmm.config.remote.log.metadata.topic.replication.factor=3\n` },
  ],
  reads: [enable, manager, 'rlmm.config.*'],
  *check(config) {
    const isOn = config.boolean(enable);
    const className = config.value(manager);
    for (const setting of config.settings()) {
      if (!setting.key.startsWith('rlmm.config.')) continue;
      if (isOn === false) {
        const fixes = [{ title: `Remove \`${setting.key}\``, safe: false, steps: [{ do: 'remove', setting }] }] as const;
        yield {
          at: setting,
          part: 'key',
          tag: 'unnecessary',
          message: `\`${setting.key}\` is not read: \`${enable}\` is not \`true\`.`,
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

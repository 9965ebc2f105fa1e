import type { RelationRule } from '../rule.ts';

const enable = 'remote.log.storage.system.enable';
const manager = 'remote.log.metadata.manager.class.name';
const own = 'org.apache.kafka.server.log.remote.metadata.storage.TopicBasedRemoteLogMetadataManager';
const key = 'rlmm.config.remote.log.metadata.topic.retention.ms';
const node =
  'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n' +
  `${enable}=true\nremote.log.storage.manager.class.name=com.example.Store\nremote.log.storage.manager.class.path=/opt/store/*\n`;

export const remoteMetadataRetention: RelationRule = {
  id: 'remote-metadata-retention',
  title: 'How long the metadata of tiered storage are kept',
  why: 'The manager of remote metadata takes a time of at least a millisecond, or -1 for no end, and refuses everything else when the broker starts.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '3.6' },
  source: 'KIP-405; org.apache.kafka.server.log.remote.metadata.storage.TopicBasedRemoteLogMetadataManagerConfig#validate',
  examples: [
    { text: `${node}${key}=«0»\n`, message: `\`${key}\` must be at least 1, or -1 for no end.` },
    { text: `${node}${key}=-1\n` },
    { text: `${node}${manager}=com.example.Manager\n${key}=0\n` },
  ],
  reads: [key, enable, manager],
  *check(config) {
    const at = config.own(key);
    const value = config.number(key);
    const className = config.value(manager) ?? '';
    if (at === undefined || value === undefined || value === -1 || value > 0) return;
    if (config.boolean(enable) !== true || className !== own) return;
    yield { at, message: `\`${key}\` must be at least 1, or -1 for no end.` };
  },
};

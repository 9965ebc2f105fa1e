import { splitList } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';
import { partOf } from './endpoints.ts';

const keys = ['log.dirs', 'log.dir', 'metadata.log.dir', 'state.dir'] as const;

export const dataUnderTmp: RelationRule = {
  id: 'data-under-tmp',
  title: 'Data under `/tmp` may be gone after a restart',
  why: 'Systems empty `/tmp` when they start, or now and then. Kafka’s examples put data there because every machine has that directory.',
  severity: 'information',
  roles: ['broker', 'controller', 'streams'],
  source: 'Filesystem Hierarchy Standard 3.0, /tmp; org.apache.kafka.streams.processor.internals.StateDirectory, which logs a warning',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.dirs=«/tmp/kafka-logs»\n',
      kafka: '3.9',
      only: 'properties',
      message: 'What is kept under `/tmp` may be gone after a restart of the machine.',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.dirs=/var/lib/kafka\n', kafka: '3.9' },
    { text: 'application.id=orders\nstate.dir=«/tmp/kafka-streams»\n', role: 'streams' },
    {
      text: 'services:\n  a:\n    image: apache/kafka:4.1.0\n    environment:\n      KAFKA_LOG_DIRS: /tmp/kraft-combined-logs\n',
      only: 'yaml',
    },
  ],
  reads: keys,
  *check(config) {
    // Nobody empties a container's: it goes with the container, as all that is in no volume.
    if (config.identity.image !== undefined) return;
    for (const key of keys) {
      const setting = config.own(key);
      if (setting === undefined || setting.unknown) continue;
      for (const directory of splitList(setting.value)) {
        if (/^\/(var\/)?tmp(\/|$)/.test(directory))
          yield {
            at: setting,
            part: partOf(setting, directory),
            message: 'What is kept under `/tmp` may be gone after a restart of the machine.',
          };
      }
    }
  },
};

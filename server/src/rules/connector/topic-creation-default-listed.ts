import { splitList } from '../../schema/value.ts';
import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';

const groups = 'topic.creation.groups';
const head =
  'name=x\nconnector.class=com.example.Source\ntopic.creation.default.replication.factor=3\ntopic.creation.default.partitions=3\n';

export const topicCreationDefaultListed: RelationRule = {
  id: 'topic-creation-default-listed',
  title: 'The default group of topics is there without being listed',
  why: 'Connect always knows the group `default`. It drops the name from the list and logs a warning; before 3.4 it defined the group twice, and failed.',
  severity: 'warning',
  roles: ['connector'],
  kafka: { since: '2.6' },
  source: 'KIP-158; org.apache.kafka.connect.runtime.SourceConnectorConfig',
  examples: [
    {
      text: `${head}${groups}=«orders,default»\ntopic.creation.orders.include=orders-.*\n`,
      message: `\`${groups}\` must not name \`default\`, which is always there.`,
      fixed: `${head}${groups}=orders\ntopic.creation.orders.include=orders-.*\n`,
    },
    { text: `${head}${groups}=«default»\n`, kafka: '3.3', severity: 'error' },
    { text: `${head}${groups}=orders\ntopic.creation.orders.include=orders-.*\n` },
  ],
  reads: [groups],
  *check(config) {
    const setting = config.own(groups);
    if (setting === undefined || setting.unknown) return;
    const names = splitList(setting.value);
    if (!names.includes('default')) return;
    const value = names.filter((name) => name !== 'default').join(',');
    yield {
      at: setting,
      severity: atLeast(config.kafka, '3.4') ? 'warning' : 'error',
      message: `\`${groups}\` must not name \`default\`, which is always there.`,
      fixes: [{ title: 'Remove `default` from the list', safe: true, steps: [{ do: 'set', setting, value }] }],
    };
  },
};

import { define } from '../../schema/schema.ts';
import { splitList } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';

const key = 'streams.assignor.name';
const brokerKey = 'group.streams.assignors';

export const groupAssignor: RelationRule = {
  id: 'group-assignor',
  title: 'A group names an assignor that brokers have',
  why: 'Brokers register assignors with `group.streams.assignors`; a group picks one of them by its name, in small letters. The names given here are those of brokers by default.',
  severity: 'error',
  roles: ['group'],
  kafka: { since: '4.4' },
  source: 'KIP-1071; org.apache.kafka.coordinator.group.GroupConfig#validate',
  examples: [
    {
      text: `${key}=«Sticky»\n`,
      kafka: '4.4',
      message: `\`${key}\` must be \`sticky\`: brokers have no other by default.`,
      fixed: `${key}=sticky\n`,
    },
    { text: `«${key}»=\n`, kafka: '4.4' },
    {
      text: `${key}=«own»\n`,
      kafka: '4.4',
      severity: 'information',
      message: `\`${brokerKey}\` of the brokers must register \`own\`: by default they have \`sticky\` only.`,
    },
    { text: `${key}=sticky\n`, kafka: '4.4' },
  ],
  reads: [key],
  *check(config) {
    const setting = config.own(key);
    const assignors = splitList(define('broker', config.kafka, brokerKey)?.default ?? '');
    const [first] = assignors;
    if (setting?.definition === undefined || setting.unknown || first === undefined || assignors.includes(setting.value)) return;
    const meant = assignors.find((name) => name === setting.value.toLowerCase()) ?? (setting.value === '' ? first : undefined);
    const names = assignors.map((name) => `\`${name}\``).join(' or ');
    if (meant === undefined) {
      // A broker may have been given an assignor of one's own.
      yield {
        at: setting,
        severity: 'information',
        message: `\`${brokerKey}\` of the brokers must register \`${setting.value}\`: by default they have ${names} only.`,
      };
      return;
    }
    yield {
      at: setting,
      ...(setting.value === '' && { part: 'key' }),
      message: `\`${key}\` must be ${names}: brokers have no other by default.`,
      fixes: [{ title: `Set it to \`${meant}\``, safe: false, steps: [{ do: 'set', setting, value: meant }] }],
    };
  },
};

import type { RelationRule } from '../rule.ts';

export const groupInstanceIdForm: RelationRule = {
  id: 'group-instance-id-form',
  title: 'The form of `group.instance.id`',
  why: 'The id of a static member follows the rules of topic names: letters, digits, `.`, `_` and `-`, at most 249 of them.',
  severity: 'error',
  roles: ['consumer', 'connect-distributed'],
  kafka: { since: '2.3' },
  source: 'KIP-345; org.apache.kafka.common.requests.JoinGroupRequest#validateGroupInstanceId',
  supersedes: ['invalid-value'],
  examples: [
    { text: 'group.id=g\ngroup.instance.id=«node/1»\n', message: '`group.instance.id` must be 1 to 249 letters, digits, `.`, `_` or `-`.' },
    { text: 'group.id=g\n«group.instance.id»=\n', kafka: '2.8' },
    { text: 'group.id=g\ngroup.instance.id=node-1\n' },
    { text: 'group.id=g\ngroup.instance.id=${env:HOSTNAME}\n' },
  ],
  reads: ['group.instance.id'],
  *check(config) {
    const setting = config.own('group.instance.id');
    if (setting === undefined || setting.unknown) return;
    const { value } = setting;
    if (/^[a-zA-Z0-9._-]{1,249}$/.test(value) && value !== '.' && value !== '..') return;
    yield {
      at: setting,
      ...(value === '' && { part: 'key' }),
      message: '`group.instance.id` must be 1 to 249 letters, digits, `.`, `_` or `-`.',
    };
  },
};

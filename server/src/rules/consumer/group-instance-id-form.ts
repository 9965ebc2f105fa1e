import type { Config } from '../../configs/config.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { ofMainConsumer } from '../streams/embedded.ts';

const key = 'group.instance.id';
const wants = '`group.instance.id` must be 1 to 249 letters, digits, `.`, `_` or `-`';

export const groupInstanceIdForm: RelationRule = {
  id: 'group-instance-id-form',
  title: 'The form of `group.instance.id`',
  why: 'The id of a static member follows the rules of topic names: letters, digits, `.`, `_` and `-`, at most 249 of them.',
  severity: 'error',
  roles: ['consumer', 'connect-distributed', 'streams'],
  kafka: { since: '2.3' },
  source: 'KIP-345; org.apache.kafka.common.requests.JoinGroupRequest#validateGroupInstanceId',
  supersedes: ['invalid-value'],
  examples: [
    { text: 'group.id=g\ngroup.instance.id=«node/1»\n', message: '`group.instance.id` must be 1 to 249 letters, digits, `.`, `_` or `-`.' },
    { text: 'group.id=g\n«group.instance.id»=\n', kafka: '2.8' },
    { text: 'main.consumer.group.instance.id=«node/1»\n', role: 'streams' },
    { text: '«group.instance.id»=\n', role: 'streams', severity: 'warning' },
    { text: 'group.id=g\ngroup.instance.id=node-1\n' },
    { text: 'group.id=g\ngroup.instance.id=${env:HOSTNAME}\n' },
  ],
  reads: [key, `consumer.${key}`, `main.consumer.${key}`],
  *check(config) {
    if (config.role === 'streams') yield* inStreams(config);
    if (config.role === 'streams' || config.identity.parent?.role === 'streams') return;
    const setting = config.own(key);
    if (setting === undefined || setting.unknown) return;
    const { value } = setting;
    if (/^[a-zA-Z0-9._-]{1,249}$/.test(value) && value !== '.' && value !== '..') return;
    yield { at: setting, ...(value === '' && { part: 'key' }), message: `${wants}.` };
  },
};

/** Streams puts `-` and the number of the thread behind the id of its main consumer. */
function* inStreams(config: Config): Generator<Finding> {
  const setting = ofMainConsumer(config, key);
  if (setting === undefined || setting.unknown) return;
  if (setting.value === '') {
    const message = `\`${key}\` must not be empty: the threads of every machine become the static members \`-1\`, \`-2\` and so on.`;
    yield { at: setting, part: 'key', severity: 'warning', message };
  } else if (!/^[a-zA-Z0-9._-]{1,247}$/.test(setting.value)) yield { at: setting, message: `${wants}.` };
}

import { history } from '../../schema/history.ts';
import { minorOf, parseVersion, printVersion } from '../../schema/version.ts';
import type { Fix, SettingRule } from '../rule.ts';
import { renaming } from './renaming.ts';

export const removedKey: SettingRule = {
  id: 'removed-key',
  title: 'A property that this Kafka version no longer has',
  why: 'Kafka ignores what a release has removed: the file says one thing, the program does another.',
  severity: 'warning',
  roles: 'all',
  source: 'the definitions of each release (schemas/facts)',
  supersedes: ['unknown-key', 'other-role-key'],
  examples: [
    { text: 'process.roles=broker,controller\nnode.id=1\n«log.message.format.version»=3.0\n', role: 'broker', kafka: '4.1' },
    {
      text: '«block.on.buffer.full»=true\n',
      role: 'producer',
      kafka: '4.1',
      message: 'Kafka 4.1 ignores `block.on.buffer.full`: it was last known to 0.10.2. Use `max.block.ms`.',
    },
    {
      text: 'group.id=a\nbootstrap.servers=a:1\n«rest.port»=8083\nconfig.storage.topic=a\noffset.storage.topic=b\nstatus.storage.topic=c\nkey.converter=org.apache.kafka.connect.json.JsonConverter\nvalue.converter=org.apache.kafka.connect.json.JsonConverter\n',
      role: 'connect-distributed',
      kafka: '4.1',
      fixed:
        'group.id=a\nbootstrap.servers=a:1\nlisteners=http://:8083\nconfig.storage.topic=a\noffset.storage.topic=b\nstatus.storage.topic=c\nkey.converter=org.apache.kafka.connect.json.JsonConverter\nvalue.converter=org.apache.kafka.connect.json.JsonConverter\n',
    },
    { text: '«auto.include.jmx.reporter»=true\n', role: 'producer', kafka: '4.1', fixed: '' },
    { text: 'log.message.format.version=3.0\n', role: 'broker', kafka: '3.9' },
  ],
  reads: 'each',
  of: ({ resolution }) => resolution === undefined,
  *check(setting) {
    const { config, key } = setting;
    const last = history(config.role, key).at(-1);
    const until = last?.until === undefined ? undefined : parseVersion(last.until);
    if (last === undefined || until === undefined || minorOf(until) >= minorOf(config.kafka)) return;
    const successor = last.facts.replacedBy;
    yield {
      at: setting,
      part: 'key',
      tag: 'unnecessary',
      message: `Kafka ${printVersion(config.kafka)} ignores \`${key}\`: it was last known to ${last.until}.${successor === undefined ? '' : ` Use \`${successor}\`.`}`,
      // What else is set then has a say in them.
      get fixes() {
        const rename = successor === undefined ? undefined : renaming(setting, successor);
        const remove: Fix = { title: `Remove \`${key}\``, safe: false, steps: [{ do: 'remove', setting }] };
        return rename === undefined ? [remove] : [rename, remove];
      },
    };
  },
};

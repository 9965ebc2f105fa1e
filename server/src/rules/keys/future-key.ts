import { cameWithPatch, history } from '../../schema/history.ts';
import { minorOf, parseVersion, printVersion } from '../../schema/version.ts';
import type { SettingRule } from '../rule.ts';

export const futureKey: SettingRule = {
  id: 'future-key',
  title: 'A property that this Kafka version does not have yet',
  why: 'Kafka ignores keys of later releases.',
  severity: 'warning',
  roles: 'all',
  source: 'the definitions of each release (schemas/facts)',
  supersedes: ['unknown-key', 'other-role-key'],
  examples: [
    {
      text: 'group.id=g\n«group.protocol»=consumer\n',
      role: 'consumer',
      kafka: '3.6',
      message: 'Kafka 3.6 ignores `group.protocol`: it is known from 3.7 on.',
    },
    {
      text: '«sasl.server.max.receive.size»=1000\n',
      role: 'broker',
      kafka: '3.2.1',
      message: 'Kafka 3.2.1 ignores `sasl.server.max.receive.size`: a later patch of it brought it.',
    },
    { text: 'group.id=g\ngroup.protocol=consumer\n', role: 'consumer', kafka: '3.9' },
  ],
  reads: 'each',
  of: ({ resolution }) => resolution === undefined,
  *check(setting) {
    const { config, key } = setting;
    if (cameWithPatch(config.role, key, config.kafka)) {
      const message = `Kafka ${printVersion(config.kafka)} ignores \`${key}\`: a later patch of it brought it.`;
      yield { at: setting, part: 'key', message };
      return;
    }
    const first = history(config.role, key)[0];
    const since = first === undefined ? undefined : parseVersion(first.since);
    if (first === undefined || since === undefined || minorOf(since) <= minorOf(config.kafka)) return;
    yield {
      at: setting,
      part: 'key',
      message: `Kafka ${printVersion(config.kafka)} ignores \`${key}\`: it is known from ${first.since} on.`,
    };
  },
};

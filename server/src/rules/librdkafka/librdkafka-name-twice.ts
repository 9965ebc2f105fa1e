import type { RelationRule } from '../rule.ts';
import { aliases, namesOf, written } from './reading.ts';

export const librdkafkaNameTwice: RelationRule = {
  id: 'librdkafka-name-twice',
  title: 'Two names of one librdkafka property',
  why: 'Some properties of librdkafka have two names. Where a file has both, the one that is set last counts.',
  severity: 'warning',
  roles: ['producer', 'consumer', 'client', 'admin'],
  family: 'librdkafka',
  source: 'librdkafka, rdkafka_conf.c: _RK_C_ALIAS',
  examples: [
    {
      text: 'enable.partition.eof=true\n«bootstrap.servers»=a:9092\nmetadata.broker.list=b:9092\n',
      role: 'consumer',
      message: '`metadata.broker.list` further down is another name of `bootstrap.servers`: only the last one counts.',
      fixed: 'enable.partition.eof=true\nmetadata.broker.list=b:9092\n',
    },
    { text: 'sasl.username=app\n«message.timeout.ms»=1000\ndelivery.timeout.ms=2000\n', role: 'producer' },
    { text: 'sasl.username=app\ndelivery.timeout.ms=2000\nlinger.ms=5\n', role: 'producer' },
  ],
  reads: namesOf(...Object.keys(aliases)),
  *check(config) {
    for (const property of Object.keys(aliases)) {
      const last = written(config, property);
      for (const name of namesOf(property)) {
        const setting = config.own(name);
        if (setting === undefined || last === undefined || setting === last || last.config !== config) continue;
        yield {
          at: setting,
          part: 'key',
          tag: 'unnecessary',
          message: `\`${last.key}\` further down is another name of \`${setting.key}\`: only the last one counts.`,
          related: [{ at: last, message: 'This one counts.' }],
          fixes: [{ title: 'Remove this one', safe: last.value === setting.value, steps: [{ do: 'remove', setting }] }],
        };
      }
    }
  },
};

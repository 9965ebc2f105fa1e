import type { LibrdkafkaDefinition } from '../../schema/librdkafka.ts';
import type { SettingRule } from '../rule.ts';
import { tableFor } from './reading.ts';

export const librdkafkaDeprecatedName: SettingRule = {
  id: 'librdkafka-deprecated-name',
  title: 'A deprecated or experimental property of librdkafka',
  why: 'librdkafka still takes it and logs at WARN that it is deprecated or experimental; a coming release may refuse it.',
  severity: 'information',
  roles: 'all',
  family: 'librdkafka',
  source: 'librdkafka, rdkafka_conf.c: the flags of each property',
  examples: [
    {
      text: 'sasl.username=app\n«api.version.request»=true\n',
      role: 'client',
      message: '`api.version.request` is deprecated in librdkafka.',
    },
    { text: '# kafka-config: librdkafka=2.8\nsasl.username=app\napi.version.request=true\n', role: 'client' },
  ],
  reads: 'each',
  when: ({ key, config }) => isPassing(tableFor(config).get(key)),
  *check(setting, config) {
    const deprecated = tableFor(config).get(setting.key)?.deprecated === true;
    yield {
      at: setting,
      part: 'key',
      ...(deprecated && { tag: 'deprecated' }),
      message: `\`${setting.key}\` is ${deprecated ? 'deprecated' : 'experimental'} in librdkafka.`,
    };
  },
};

function isPassing(definition: LibrdkafkaDefinition | undefined): boolean {
  return definition?.deprecated === true || definition?.experimental === true;
}

import type { Setting } from '../../configs/config.ts';
import { define } from '../../schema/schema.ts';
import type { SettingRule } from '../rule.ts';

const spring = (own: string): string => `spring:\n  kafka:\n    consumer:\n      group-id: a\n      properties:\n${own}`;

export const indexedKey: SettingRule = {
  id: 'indexed-key',
  title: 'A list of which a key of each element is made',
  why: 'Kafka’s lists are texts with commas. Of a list in a map of properties Spring Boot makes one key for each element, `name.0` and so on, which Kafka does not know.',
  severity: 'warning',
  roles: 'all',
  source:
    'Spring Boot, MapBinder (spring-projects/spring-boot issue 36667) and KafkaProperties#properties; org.apache.kafka.common.config.AbstractConfig#logUnused',
  supersedes: ['unknown-key', 'other-role-key'],
  examples: [
    {
      text: spring('        interceptor.classes:\n          - «a.B»\n          - c.D\n'),
      only: 'yaml',
      message: '`interceptor.classes` must be one text with commas: a list becomes a key for each element, which Kafka does not know.',
    },
    { text: spring('        interceptor.classes: a.B,c.D\n'), only: 'yaml' },
    { text: spring('        my.own:\n          - a\n'), only: 'yaml' },
    {
      text: 'quarkus:\n  a: b\nmp:\n  messaging:\n    outgoing:\n      o:\n        connector: smallrye-kafka\n        interceptor.classes:\n          - a.B\n',
      only: 'yaml',
    },
  ],
  reads: 'each',
  in: ({ keysOfElements }) => keysOfElements === true,
  of: ({ key, resolution }) => resolution?.kind !== 'known' && index.test(key),
  *check(setting) {
    const { key } = setting;
    const name = listedName(setting);
    // The first speaks for all of them.
    if (name === undefined || !key.endsWith('[0]')) return;
    yield {
      at: setting,
      message: `\`${name}\` must be one text with commas: a list becomes a key for each element, which Kafka does not know.`,
    };
  },
};

const index = /\[\d+\]$/;

/** The property whose elements have keys of their own; undefined for others' keys. */
export function listedName({ key, config: { role, kafka, lookup } }: Pick<Setting, 'key' | 'config'>): string | undefined {
  const name = key.replace(index, '');
  return name !== key && define(role, kafka, name, lookup) !== undefined ? name : undefined;
}

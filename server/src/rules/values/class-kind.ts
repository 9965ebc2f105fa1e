import { facts } from '../../schema/facts.ts';
import { shippedClasses } from '../../schema/plugins.ts';
import type { SettingRule } from '../rule.ts';

const home = 'org.apache.kafka.common.serialization.String';

export const classKind: SettingRule = {
  id: 'class-kind',
  title: 'A class of Kafka’s own that is something else',
  why: 'Kafka makes an object of the class and refuses one that is not what the property asks for: a serializer where a deserializer belongs.',
  severity: 'error',
  roles: ['producer', 'consumer', 'share-consumer', 'connector', 'connect-distributed', 'connect-standalone'],
  source: 'org.apache.kafka.common.config.AbstractConfig#getConfiguredInstance; the classes of each release (schemas/facts)',
  examples: [
    {
      text: `key.serializer=«${home}Deserializer»\n`,
      role: 'producer',
      message: '`key.serializer` must name a serializer; `StringDeserializer` is a deserializer.',
    },
    { text: `value.deserializer=«${home}Serializer»\n`, role: 'consumer' },
    { text: `key.serializer=${home}Serializer\n`, role: 'producer' },
    { text: 'key.serializer=com.example.StringDeserializer\n', role: 'producer' },
  ],
  reads: 'each',
  of: ({ definition }) => definition?.type === 'class',
  when: ({ value }) => value.startsWith('org.apache.kafka.'),
  *check(setting, config) {
    const { definition, value, key } = setting;
    if (definition === undefined || setting.unknown) return;
    const wanted = facts().classKeys[definition.describedAs ?? definition.name] ?? [];
    const kinds = shippedClasses(config.kafka).find(({ name }) => name === value)?.kinds ?? [];
    const [kind] = kinds;
    const [want] = wanted;
    if (kind === undefined || want === undefined || wanted.length > 1 || kinds.includes(want)) return;
    const simple = value.slice(value.lastIndexOf('.') + 1);
    yield { at: setting, message: `\`${key}\` must name a ${words(want)}; \`${simple}\` is a ${words(kind)}.` };
  },
};

const words = (kind: string) => kind.replaceAll('-', ' ');

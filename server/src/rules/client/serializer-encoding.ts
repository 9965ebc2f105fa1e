import { mayBeCharset } from '../../schema/java-charset.ts';
import type { Role } from '../../schema/roles.ts';
import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';

const home = 'org.apache.kafka.common.serialization.String';
const parts: Readonly<Partial<Record<Role, string>>> = {
  producer: 'serializer',
  consumer: 'deserializer',
  'share-consumer': 'deserializer',
};

export const serializerEncoding: RelationRule = {
  id: 'serializer-encoding',
  title: 'Text in an encoding that Java knows',
  why: 'The serializer and deserializer of text take the name of a character set. The client is refused where the JVM has none of that name.',
  severity: 'error',
  roles: ['producer', 'consumer', 'share-consumer'],
  kafka: { since: '0.9.0' },
  source: 'org.apache.kafka.common.serialization.StringSerializer#configure, StringDeserializer#configure; java.nio.charset.Charset',
  examples: [
    {
      text: `key.serializer=${home}Serializer\nkey.serializer.encoding=«nope»\n`,
      role: 'producer',
      message: '`key.serializer.encoding` must be the name of a character set such as `UTF-8`.',
    },
    { text: `value.deserializer=${home}Deserializer\ndeserializer.encoding=«nope»\n`, role: 'consumer' },
    { text: `value.deserializer=${home}Deserializer\ndeserializer.encoding=«nope»\n`, role: 'consumer', kafka: '3.7', severity: 'warning' },
    {
      text: `value.deserializer=${home}Deserializer\nvalue.deserializer.encoding=ISO-8859-15\ndeserializer.encoding=nope\n`,
      role: 'consumer',
    },
    { text: `key.serializer=${home}Serializer\nkey.serializer.encoding=«utf8mb4»\n`, role: 'producer' },
    { text: `key.serializer=${home}Serializer\nkey.serializer.encoding=MacRoman\n`, role: 'producer' },
    { text: 'value.deserializer=com.example.Own\ndeserializer.encoding=nope\n', role: 'consumer' },
  ],
  reads: ['serializer', 'deserializer'].flatMap((part) => [
    `${part}.encoding`,
    ...['key', 'value'].flatMap((side) => [`${side}.${part}`, `${side}.${part}.encoding`]),
  ]),
  *check(config) {
    const part = parts[config.role] ?? '';
    const counting = ['key', 'value']
      .filter((side) => config.own(`${side}.${part}`)?.value.toLowerCase() === `${home}${part}`.toLowerCase())
      .flatMap((side) => config.own(`${side}.${part}.encoding`) ?? config.own(`${part}.encoding`) ?? []);
    for (const setting of new Set(counting)) {
      if (setting.unknown || mayBeCharset(setting.entry.value)) continue;
      // Before 3.8 the first record fails instead.
      const severity = atLeast(config.kafka, '3.8') ? 'error' : 'warning';
      yield { at: setting, severity, message: `\`${setting.key}\` must be the name of a character set such as \`UTF-8\`.` };
    }
  },
};

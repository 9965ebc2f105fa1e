import type { Setting } from '../../configs/config.ts';
import { namesClass } from '../../schema/plugins.ts';
import type { SettingRule } from '../rule.ts';
import { isNotRead } from './invalid-value.ts';
import { wrongKind } from './shipped-kind.ts';

const home = 'org.apache.kafka.common.serialization.String';
/** Read only where something else says so, or later than at the start: other rules look at some of them. */
const elsewhere =
  /^(internal|sasl|ssl|config\.providers|transforms|predicates|default|windowed)\.|^(partition\.assignment\.strategy|task\.assignor\.class|forwarding\.admin\.class|timestamp\.extractor|(key|value)\.serde)$|exception\.handler$/;

export const classKind: SettingRule = {
  id: 'class-kind',
  title: 'A class of Kafka’s own that is something else',
  why: 'Kafka makes an object of the class and refuses one that is not what the property asks for: a serializer where a deserializer belongs.',
  severity: 'error',
  roles: [
    'producer',
    'consumer',
    'share-consumer',
    'admin',
    'streams',
    'connector',
    'connect-distributed',
    'connect-standalone',
    'mirror-maker',
  ],
  source: 'org.apache.kafka.common.config.AbstractConfig#getConfiguredInstance; the classes of each release (schemas/facts)',
  examples: [
    {
      text: `key.serializer=«${home}Deserializer»\n`,
      role: 'producer',
      message: '`key.serializer` must name a serializer; `StringDeserializer` is a deserializer.',
    },
    { text: `value.deserializer=«${home}Serializer»\n`, role: 'consumer' },
    {
      text: `interceptor.classes=«com.example.Own,${home}Serializer»\n`,
      role: 'producer',
      message: '`interceptor.classes` must name an interceptor; `StringSerializer` is a serializer.',
    },
    {
      text: `metric.reporters=«${home}Serializer»\n`,
      role: 'admin',
      message: '`metric.reporters` must name a metrics reporter; `StringSerializer` is a serializer.',
    },
    { text: `key.serializer=${home}Serializer\n`, role: 'producer' },
    { text: 'key.serializer=com.example.StringDeserializer\n', role: 'producer' },
    { text: `clusters=A,B\nA->B.enabled=true\nmetric.reporters=${home}Serializer\n`, role: 'mirror-maker' },
  ],
  reads: 'each',
  of: ({ definition }) => definition !== undefined && namesClass(definition) && !elsewhere.test(definition.describedAs ?? definition.name),
  when: ({ value }) => value.includes('org.apache.kafka.'),
  *check(setting) {
    if (!isNotRead(setting) && !isOfProgramAlone(setting)) yield* wrongKind(setting);
  },
};

/** MirrorMaker parses the reporters at the top of its file, and makes those of its clusters. */
export function isOfProgramAlone({ config, key }: Setting): boolean {
  return config.role === 'mirror-maker' && key === 'metric.reporters' && config.identity.parent === undefined;
}

import type { Config, Setting } from '../../configs/config.ts';
import { pluginProperties, shippedName } from '../../schema/plugins.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { aliases } from './scopes.ts';

const flatten = 'org.apache.kafka.connect.transforms.HoistField$Key';

export const pluginRequiredKey: RelationRule = {
  id: 'plugin-required-key',
  title: 'A connector, transformation or predicate lacks a property that it cannot do without',
  why: 'Kafka’s own connectors, transformations and predicates say which of their properties have no default. The connector is refused without them.',
  severity: 'error',
  roles: ['connector', 'mirror-maker'],
  kafka: { since: '0.10.2' },
  source: 'KIP-66, KIP-585; the definitions of the classes (schemas/facts/connect-plugins.json)',
  examples: [
    {
      text: `name=x\nconnector.class=com.example.Source\ntransforms=wrap\ntransforms.wrap.type=«${flatten}»\n`,
      message: '`transforms.wrap.field` must be set for `HoistField$Key`.',
    },
    { text: `name=x\nconnector.class=com.example.Source\ntransforms=wrap\ntransforms.wrap.type=${flatten}\ntransforms.wrap.field=id\n` },
    {
      text: 'name=x\nconnector.class=«org.apache.kafka.connect.file.FileStreamSourceConnector»\nfile=/var/in.txt\n',
      message: '`topic` must be set for `FileStreamSourceConnector`.',
    },
    { text: 'name=x\nconnector.class=FileStreamSource\ntopic=orders\n' },
    { text: `name=x\nconnector.class=com.example.Source\ntransforms=other\ntransforms.wrap.type=${flatten}\n` },
  ],
  reads: ['*'],
  *check(config) {
    const connector = config.role === 'connector' && config.identity.whole ? config.own('connector.class') : undefined;
    if (connector !== undefined) yield* missing(config, connector, '');
    for (const alias of [...aliases(config, 'transforms'), ...aliases(config, 'predicates')]) {
      const type = config.own(`${alias}.type`);
      if (type !== undefined) yield* missing(config, type, `${alias}.`);
    }
  },
};

function* missing(config: Config, type: Setting, prefix: string): Generator<Finding> {
  const className = type.unknown ? undefined : shippedName(config.kafka, type.value);
  if (className === undefined) return;
  const names = pluginProperties(config.kafka, className)
    .filter((one) => one.required === true && !config.has(prefix + one.name))
    .map((one) => prefix + one.name);
  if (names.length === 0) return;
  const named = names.map((name) => `\`${name}\``).join(', ');
  yield { at: type, message: `${named} must be set for \`${className.slice(className.lastIndexOf('.') + 1)}\`.`, lacks: names };
}

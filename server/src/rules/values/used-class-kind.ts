import type { Config, Setting } from '../../configs/config.ts';
import { splitList } from '../../schema/value.ts';
import { clientRoles, usesSasl, usesTls } from '../client/clients.ts';
import { aliases } from '../connector/scopes.ts';
import type { RelationRule } from '../rule.ts';
import { wrongKind } from './shipped-kind.ts';

const strings = 'org.apache.kafka.common.serialization.StringSerializer';
const ofSasl = ['sasl.login.class', 'sasl.login.callback.handler.class', 'sasl.client.callback.handler.class'] as const;
const ofTls = 'ssl.engine.factory.class';

export const usedClassKind: RelationRule = {
  id: 'used-class-kind',
  title: 'A class of Kafka’s own that is something else, where it is used',
  why: 'Kafka makes an object of such a class as soon as something else asks for it: a security protocol, or a list that names the provider or transformation. It refuses one of another kind then.',
  severity: 'error',
  roles: [...clientRoles, 'connector'],
  source: 'org.apache.kafka.common.network.ChannelBuilders, AbstractConfig#instantiateConfigProviders; ConnectorConfig#enrich',
  supersedes: ['plugin-required-key'],
  examples: [
    {
      text: `security.protocol=SSL\n${ofTls}=«${strings}»\n`,
      role: 'producer',
      message: `\`${ofTls}\` must name a TLS engine factory; \`StringSerializer\` is a serializer.`,
    },
    {
      text: `config.providers=file\nconfig.providers.file.class=«${strings}»\n`,
      role: 'consumer',
      message: '`config.providers.file.class` must name a config provider; `StringSerializer` is a serializer.',
    },
    {
      text: `name=x\nconnector.class=com.example.Sink\ntransforms=t\ntransforms.t.type=«org.apache.kafka.connect.transforms.predicates.RecordIsTombstone»\n`,
      role: 'connector',
    },
    { text: `${ofTls}=${strings}\nsasl.login.class=${strings}\n`, role: 'producer' },
    { text: `config.providers.file.class=${strings}\n`, role: 'consumer' },
    { text: `config.providers=file\nconfig.providers.file.class=com.example.Own\n`, role: 'consumer' },
  ],
  reads: [
    'security.protocol',
    ...ofSasl,
    ofTls,
    'config.providers',
    'config.providers.*',
    'transforms',
    'transforms.*',
    'predicates',
    'predicates.*',
  ],
  *check(config) {
    for (const setting of used(config)) yield* wrongKind(setting);
  },
};

/** The settings whose classes are made. */
function* used(config: Config): Generator<Setting> {
  const keys: string[] = [];
  if (config.role === 'connector')
    for (const list of ['transforms', 'predicates'] as const) for (const alias of aliases(config, list)) keys.push(`${alias}.type`);
  else for (const provider of splitList(providersOf(config))) keys.push(`config.providers.${provider}.class`);
  if (usesSasl(config)) keys.push(...ofSasl);
  if (usesTls(config)) keys.push(ofTls);
  for (const key of keys) {
    const setting = config.own(key);
    if (setting !== undefined) yield setting;
  }
}

function providersOf(config: Config): string {
  const setting = config.own('config.providers');
  return setting === undefined || setting.unknown ? '' : setting.value;
}

import type { Config, Setting } from '../../configs/config.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { clientRoles, securityProtocol } from './clients.ts';

const saslKeys = [
  'sasl.jaas.config',
  'sasl.mechanism',
  'sasl.kerberos.service.name',
  'sasl.client.callback.handler.class',
  'sasl.login.callback.handler.class',
  'sasl.oauthbearer.token.endpoint.url',
] as const;
const tlsKeys = [
  'ssl.truststore.location',
  'ssl.truststore.password',
  'ssl.truststore.certificates',
  'ssl.keystore.location',
  'ssl.keystore.password',
  'ssl.key.password',
  'ssl.keystore.key',
  'ssl.keystore.certificate.chain',
] as const;

const rest = ['listeners', 'admin.listeners'] as const;

export const securitySettingsUnused: RelationRule = {
  id: 'security-settings-unused',
  title: 'Security settings that the protocol does not use',
  why: 'Kafka reads `sasl.*` only where `security.protocol` is `SASL_PLAINTEXT` or `SASL_SSL`, and `ssl.*` only with `SSL` or `SASL_SSL`. Without `security.protocol` clients speak PLAINTEXT: no login, no encryption.',
  severity: 'warning',
  roles: clientRoles.filter((role) => role !== 'mirror-maker'),
  source: 'org.apache.kafka.common.network.ChannelBuilders#create; org.apache.kafka.common.config.AbstractConfig#logUnused',
  examples: [
    {
      text: 'security.protocol=PLAINTEXT\n«sasl.mechanism»=PLAIN\n',
      role: 'producer',
      message: '`sasl.mechanism` is not used: `security.protocol` is `PLAINTEXT`.',
    },
    {
      text: 'bootstrap.servers=kafka:9093\n«ssl.truststore.location»=/etc/kafka/trust.jks\nssl.truststore.password=${env:P}\n',
      role: 'client',
      severity: 'information',
      message:
        '`ssl.truststore.location` is used only where `security.protocol` is `SSL` or `SASL_SSL`; it is not set here, and means `PLAINTEXT` then.',
    },
    { text: 'security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\nsasl.jaas.config=${env:JAAS}\n', role: 'producer' },
    {
      text: 'properties:\n  ssl.truststore.location: /etc/kafka/trust.jks\n  ssl.truststore.password: ${env:P}\n  ssl.keystore.location: /etc/kafka/key.jks\n',
      only: 'yaml',
    },
    {
      text: 'security.protocol=PLAINTEXT\nlisteners=https://:8443\nssl.keystore.location=/etc/connect/keys.p12\n',
      role: 'connect-distributed',
    },
    {
      text: 'security.protocol=PLAINTEXT\nlisteners=https://:8443\nlisteners.https.ssl.keystore.location=/k\n«ssl.truststore.location»=/t\n',
      role: 'connect-distributed',
    },
    { text: 'security.protocol=${env:PROTOCOL}\nssl.truststore.location=/etc/kafka/trust.jks\n', role: 'producer' },
  ],
  reads: [
    'security.protocol',
    '*.security.protocol',
    'bootstrap.servers',
    '*.bootstrap.servers',
    ...saslKeys,
    ...tlsKeys,
    ...rest,
    ...rest.map((list) => `${list}.https.*`),
  ],
  *check(config) {
    const protocol = securityProtocol(config);
    if (protocol === undefined || isSetAbove(config)) return;
    if (protocol === 'PLAINTEXT' || protocol === 'SSL') yield* unused(config, saslKeys, '`SASL_PLAINTEXT` or `SASL_SSL`');
    if ((protocol === 'PLAINTEXT' || protocol === 'SASL_PLAINTEXT') && !servesHttps(config))
      yield* unused(config, tlsKeys, '`SSL` or `SASL_SSL`');
  },
};

/** Whether a worker's REST server may have use for its TLS settings: one with HTTPS has, where nothing is said behind `listeners.https.` (`SSLUtils`). */
function servesHttps(config: Config): boolean {
  return rest.some((list) => {
    const setting = config.get(list);
    if (setting === undefined || !(setting.unknown || /\bhttps:/i.test(setting.value))) return false;
    return ![...config.settings()].some(({ key }) => key.startsWith(`${list}.https.`));
  });
}

/** Whether what is laid over the config, a profile or one of its clients, has a protocol of its own: the settings are for that then. */
function isSetAbove({ views }: Config): boolean {
  return views.some((view) => view.identity.inherits === undefined && (view.own('security.protocol') !== undefined || isSetAbove(view)));
}

/** One finding for the group: the first key tells the story. */
function* unused(config: Config, keys: readonly string[], wanted: string): Generator<Finding> {
  if (!keys.some((key) => config.own(key) !== undefined)) return;
  const written = keys.flatMap((key) => config.own(key) ?? []).sort((a, b) => a.entry.block.line - b.entry.block.line);
  const [first] = written;
  if (first === undefined || isEmpty(written)) return;
  const protocol = config.get('security.protocol');
  if (protocol === undefined && isBundle(config, written)) return;
  const told = `\`${first.key}\` is used only where \`security.protocol\` is ${wanted}; it is not set here, and means \`PLAINTEXT\` then.`;
  yield protocol === undefined
    ? { at: first, part: 'key', severity: 'information', message: told }
    : {
        at: first,
        part: 'key',
        message: `\`${first.key}\` is not used: \`security.protocol\` is \`${protocol.value}\`.`,
        tag: 'unnecessary',
        related: [{ at: protocol, message: 'The protocol is set here.' }],
      };
}

/** What is put into a client's configuration with a protocol: part of a map without servers, or a login by itself. */
function isBundle(config: Config, written: readonly Setting[]): boolean {
  const { format, presets, spelling } = config.identity;
  if (config.get('bootstrap.servers') !== undefined || presets?.has('bootstrap.servers')) return false;
  // What has names of its own for Kafka's is a program's whole configuration.
  if (spelling.spell('bootstrap.servers')?.endsWith('bootstrap.servers') !== true) return false;
  return (
    written.every(({ entry }) => (entry.format ?? format).id !== 'properties') || written.every(({ key }) => key === 'sasl.jaas.config')
  );
}

function isEmpty(settings: readonly Setting[]): boolean {
  return settings.every((setting) => setting.value === '');
}

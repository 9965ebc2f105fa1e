import type { Config, Setting } from '../../configs/config.ts';
import { jaasTextOf, readJaas } from '../../configs/jaas.ts';
import { handlerFaults, loginFaults } from '../client/handler-faults.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { wrongKind } from '../values/shipped-kind.ts';
import { graphKeys } from './listener-graph.ts';
import { calledMechanisms, offeredMechanisms, type SecuredListener, securedListeners } from './listener-settings.ts';

const home = 'org.apache.kafka.common.security.';
const engine = 'ssl.engine.factory.class';
const [server, login, client] = ['server', 'login', 'client'].map((place) => `sasl.${place}.callback.handler.class`) as [
  string,
  string,
  string,
];
/** In their own places these are the matter of rules about tokens. */
const ofTokens = /\.OAuthBearer(UnsecuredLogin|Login|UnsecuredValidator|Validator)CallbackHandler$/;

const node = `process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://:9092,SASL_PLAINTEXT://:9094\nlistener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT\nsasl.enabled.mechanisms=PLAIN\n`;
const prefix = 'listener.name.sasl_plaintext.plain.';
const offering = `${node}${prefix}sasl.jaas.config=${home}plain.PlainLoginModule required;\n`;

export const listenerClassKind: RelationRule = {
  id: 'listener-class-kind',
  title: 'A class of Kafka’s own that does not belong on a listener',
  why: 'For each mechanism of a SASL listener the node makes the classes behind its prefix when it starts: those that check clients, and those with which it logs in itself. Kafka’s own handlers refuse another mechanism than theirs.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source:
    'KIP-86; org.apache.kafka.common.network.SaslChannelBuilder#configure, org.apache.kafka.common.security.authenticator.LoginManager',
  examples: [
    {
      text: `${offering}${prefix}${server}=«${home}scram.internals.ScramServerCallbackHandler»\n`,
      message: `\`${prefix}${server}\` must name another class: \`ScramServerCallbackHandler\` can be made by Kafka’s own code only.`,
    },
    {
      text: `${offering}${prefix}${server}=«${home}oauthbearer.internals.unsecured.OAuthBearerUnsecuredValidatorCallbackHandler»\n`,
      message: `\`${prefix}${server}\` must name another class: \`OAuthBearerUnsecuredValidatorCallbackHandler\` is for the mechanism \`OAUTHBEARER\`.`,
    },
    { text: `${offering}${prefix}${login}=«${home}kerberos.KerberosClientCallbackHandler»\n` },
    { text: `${offering}${prefix}sasl.login.class=«${home}kerberos.KerberosLogin»\n` },
    {
      text: `${node.replaceAll('SASL_PLAINTEXT', 'SSL')}security.inter.broker.protocol=SSL\n${engine}=«${home}auth.SslEngineFactory»\n`,
      message: `\`${engine}\` must name another class: \`SslEngineFactory\` is what such classes implement.`,
    },
    { text: `${offering}${prefix}${server}=${home}plain.internals.PlainServerCallbackHandler\n` },
    { text: `${offering}${prefix}${server}=com.example.Own\n` },
    { text: `${offering}${server}=${home}scram.internals.ScramServerCallbackHandler\n` },
  ],
  reads: [
    'sasl.enabled.mechanisms',
    'sasl.mechanism.inter.broker.protocol',
    'sasl.mechanism.controller.protocol',
    'sasl.kerberos.service.name',
    'sasl.oauthbearer.*',
    client,
    engine,
    'listener.name.*',
    ...graphKeys,
  ],
  *check(config) {
    const seen = new Set<Setting>();
    for (const listener of securedListeners(config))
      for (const finding of ofListener(config, listener)) {
        // The listeners share what stands behind none of their names.
        if (!seen.has(finding.at)) yield finding;
        seen.add(finding.at);
      }
  },
};

function* ofListener(config: Config, listener: SecuredListener): Generator<Finding> {
  const factory = listener.protocol.endsWith('SSL') ? listener.get(engine) : undefined;
  if (factory !== undefined) yield* wrongKind(factory);
  if (!listener.protocol.startsWith('SASL_')) return;
  const [offered, called] = [offeredMechanisms(listener), calledMechanisms(config, listener)];
  for (const mechanism of new Set([...offered, ...called])) {
    const own = (key: string): Setting | undefined =>
      config.get(`listener.name.${listener.name.toLowerCase()}.${mechanism.toLowerCase()}.${key}`);
    const made = [
      offered.includes(mechanism) ? own(server) : undefined,
      own(login),
      called.includes(mechanism) ? listener.get(client) : undefined,
    ];
    for (const setting of made) if (setting !== undefined) yield* ofHandler(setting, mechanism, (key) => own(key) ?? listener.get(key));
    yield* ofLogin(own('sasl.login.class'), mechanism, own('sasl.jaas.config'), listener);
  }
}

function* ofHandler(setting: Setting, mechanism: string, get: (key: string) => Setting | undefined): Generator<Finding> {
  yield* wrongKind(setting);
  const isLeft = mechanism === 'OAUTHBEARER' && ofTokens.test(setting.value) && !setting.key.endsWith(client);
  if (!isLeft) yield* handlerFaults(setting, mechanism, get);
}

function* ofLogin(made: Setting | undefined, mechanism: string, jaas: Setting | undefined, listener: SecuredListener): Generator<Finding> {
  if (made === undefined) return;
  yield* wrongKind(made);
  const read = jaas === undefined || jaas.unknown ? 'nothing' : readJaas(jaasTextOf(jaas));
  const isNamed = typeof read === 'string' || read.options.has('serviceName') || listener.get('sasl.kerberos.service.name') !== undefined;
  yield* loginFaults(made, mechanism, isNamed);
}

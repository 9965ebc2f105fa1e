import type { Config } from '../../configs/config.ts';
import type { RelationRule } from '../rule.ts';
import { isBefore, isOn, namesOf, tableFor, valueFor, written } from './reading.ts';

/** Properties that librdkafka refuses beside one that is in force. */
interface Exclusion {
  readonly force: string;
  readonly holds: (config: Config) => boolean;
  readonly with: readonly string[];
  readonly says: string;
  /** The first minor that refuses them; those before ignore them. */
  readonly since?: string;
}

const newProtocol: readonly string[] = [
  'session.timeout.ms',
  'partition.assignment.strategy',
  'group.protocol.type',
  'heartbeat.interval.ms',
];
/** What a share consumer leaves to the broker, or has no use for (KIP-932). */
const ofOtherConsumers: readonly string[] = [
  ...newProtocol,
  'allow.auto.create.topics',
  'auto.offset.reset',
  'consume.callback.max.messages',
  'enable.auto.commit',
  'enable.partition.eof',
  'fetch.error.backoff.ms',
  'fetch.queue.backoff.ms',
  'group.instance.id',
  'group.protocol',
  'group.remote.assignor',
  'isolation.level',
  'message.copy.max.bytes',
  'queued.max.messages.kbytes',
  'queued.min.messages',
  'socket.max.fails',
  'topic.blacklist',
];
const assertion = [
  'private.key.file',
  'private.key.pem',
  'private.key.passphrase',
  'jwt.template.file',
  'claim.sub',
  'claim.aud',
  'claim.iss',
  'claim.jti.include',
  'claim.exp.seconds',
  'claim.nbf.seconds',
];
const isWritten = (property: string) => (config: Config) => written(config, property) !== undefined;
const isOidc = (config: Config): boolean =>
  valueFor(config, 'sasl.oauthbearer.method') === 'oidc' && valueFor(config, 'sasl.mechanisms') === 'oauthbearer';

/** Beside credentials of the cloud's own the grant is not looked at. */
const isJwtBearer = (config: Config): boolean =>
  isOidc(config) &&
  /jwt-bearer$/.test(valueFor(config, 'sasl.oauthbearer.grant.type') ?? '') &&
  (valueFor(config, 'sasl.oauthbearer.metadata.authentication.type') ?? 'none') === 'none';

const exclusions: readonly Exclusion[] = [
  {
    force: 'group.protocol',
    holds: (config) => valueFor(config, 'group.protocol') === 'consumer',
    with: newProtocol,
    says: '`group.protocol=consumer`',
    since: '2.10',
  },
  {
    force: 'share.acknowledgement.mode',
    holds: isWritten('share.acknowledgement.mode'),
    with: ofOtherConsumers,
    says: '`share.acknowledgement.mode`',
  },
  { force: 'https.ca.location', holds: isWritten('https.ca.location'), with: ['https.ca.pem'], says: '`https.ca.location`' },
  {
    force: 'sasl.oauthbearer.assertion.file',
    holds: (config) => isJwtBearer(config) && isWritten('sasl.oauthbearer.assertion.file')(config),
    with: assertion.map((name) => `sasl.oauthbearer.assertion.${name}`),
    says: '`sasl.oauthbearer.assertion.file`',
  },
  {
    force: 'sasl.oauthbearer.assertion.private.key.file',
    holds: (config) =>
      isJwtBearer(config) &&
      isWritten('sasl.oauthbearer.assertion.private.key.file')(config) &&
      !isWritten('sasl.oauthbearer.assertion.file')(config),
    with: ['sasl.oauthbearer.assertion.private.key.pem'],
    says: '`sasl.oauthbearer.assertion.private.key.file`',
  },
  {
    force: 'sasl.oauthbearer.method',
    holds: (config) => isOidc(config) && isOn(config, 'enable.sasl.oauthbearer.unsecure.jwt'),
    with: ['enable.sasl.oauthbearer.unsecure.jwt'],
    says: '`sasl.oauthbearer.method=oidc`',
  },
];

export const librdkafkaExclusive: RelationRule = {
  id: 'librdkafka-exclusive',
  title: 'Properties of librdkafka that exclude one another',
  why: 'librdkafka refuses some properties beside others that replace them, whatever their values.',
  severity: 'error',
  roles: ['producer', 'consumer', 'client', 'admin'],
  family: 'librdkafka',
  source: 'librdkafka, rdkafka_conf.c: rd_kafka_conf_finalize; judged by confluent-kafka',
  examples: [
    {
      text: 'sasl.username=app\ngroup.protocol=consumer\n«session.timeout.ms»=45000\n',
      role: 'consumer',
      message: '`session.timeout.ms` is refused beside `group.protocol=consumer`.',
      fixed: 'sasl.username=app\ngroup.protocol=consumer\n',
    },
    {
      text: '# kafka-config: librdkafka=2.8\nsasl.username=app\ngroup.protocol=consumer\n«session.timeout.ms»=45000\n',
      role: 'consumer',
      severity: 'warning',
      message: '`session.timeout.ms` has no effect beside `group.protocol=consumer`, and librdkafka 2.10 refuses it there.',
    },
    {
      text: 'https.ca.location=probe\n«https.ca.pem»=x\n',
      role: 'client',
      message: '`https.ca.pem` is refused beside `https.ca.location`.',
    },
    {
      text: 'sasl.username=app\nshare.acknowledgement.mode=explicit\n«enable.auto.commit»=false\n',
      role: 'consumer',
      message: '`enable.auto.commit` is refused beside `share.acknowledgement.mode`.',
      fixed: 'sasl.username=app\nshare.acknowledgement.mode=explicit\n',
    },
    {
      text: 'security.protocol=sasl_ssl\nsasl.mechanisms=OAUTHBEARER\nsasl.oauthbearer.method=oidc\nsasl.oauthbearer.grant.type=urn:ietf:params:oauth:grant-type:jwt-bearer\nsasl.oauthbearer.assertion.private.key.file=key.pem\n«sasl.oauthbearer.assertion.private.key.pem»=x\n',
      role: 'client',
      message: '`sasl.oauthbearer.assertion.private.key.pem` is refused beside `sasl.oauthbearer.assertion.private.key.file`.',
    },
    { text: 'sasl.username=app\nshare.acknowledgement.mode=explicit\nmax.poll.interval.ms=60000\n', role: 'consumer' },
    { text: 'sasl.username=app\ngroup.protocol=consumer\ngroup.remote.assignor=uniform\n', role: 'consumer' },
    { text: 'sasl.username=app\ngroup.protocol=classic\nsession.timeout.ms=45000\n', role: 'consumer' },
  ],
  reads: namesOf(
    'sasl.mechanisms',
    'sasl.oauthbearer.grant.type',
    'sasl.oauthbearer.metadata.authentication.type',
    ...exclusions.flatMap((one) => [one.force, ...one.with]),
  ),
  *check(config) {
    for (const { holds, with: others, says, since } of exclusions) {
      if (!holds(config)) continue;
      for (const name of others) {
        const setting = config.own(name);
        if (setting === undefined || !tableFor(config).has(name) || !isRead(config, name)) continue;
        const fixes = [{ title: `Remove \`${name}\``, safe: false, steps: [{ do: 'remove', setting }] }] as const;
        if (since !== undefined && isBefore(config, since))
          yield {
            at: setting,
            part: 'key',
            severity: 'warning',
            message: `\`${name}\` has no effect beside ${says}, and librdkafka ${since} refuses it there.`,
            fixes,
          };
        else yield { at: setting, part: 'key', message: `\`${name}\` is refused beside ${says}.`, fixes };
      }
    }
  },
};

function isRead(config: Config, name: string): boolean {
  const only = tableFor(config).get(name)?.only;
  return only === undefined || config.role === 'client' || only === config.role;
}

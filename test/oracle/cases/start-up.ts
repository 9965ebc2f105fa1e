// Places of Kafka's start-up code that the other cases do not come to: what throws, warns or is overridden there.
import type { OracleCase } from '../judge.ts';
import { distributed, mirror, sink, source, standalone } from './bases.ts';
import { blocks } from './case.ts';
import { baseOfRole } from './properties.ts';

const strings = 'org.apache.kafka.common.serialization.String';
const serializer = `${strings}Serializer`;
const provider = 'org.apache.kafka.common.config.provider.';
const plain = 'org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b";';
const roles = ['producer', 'consumer', 'share-consumer', 'admin', 'streams', 'connect-distributed', 'connect-standalone'] as const;

/** What every client makes of filters, reporters, providers and login modules. */
const common = (role: string, base?: string): OracleCase[] =>
  blocks(
    role,
    `
    metrics.jmx.include=[

    metrics.jmx.exclude=*x

    metrics.jmx.include=a.*
    metrics.jmx.exclude=.*b

    metrics.jmx.include=[
    metric.reporters=com.example.Own

    metrics.jmx.include=[
    auto.include.jmx.reporter=false

    metric.reporters=${serializer}

    config.providers.p.class=${serializer}

    config.providers=p
    config.providers.p.class=${serializer}

    config.providers=p
    config.providers.p.class=${provider}FileConfigProvider
    config.providers.p.param.allowed.paths=secrets

    config.providers=p
    config.providers.p.class=${provider}DirectoryConfigProvider
    config.providers.p.param.allowed.paths=/, /

    config.providers=p
    config.providers.p.class=${provider}DirectoryConfigProvider
    config.providers.p.param.allowed.paths=/,/

    config.providers=p
    config.providers.p.class=${provider}FileConfigProvider
    config.providers.p.param.allowed.paths=

    config.providers=p
    config.providers.p.class=${provider}EnvVarConfigProvider
    config.providers.p.param.allowlist.pattern=*_KAFKA

    config.providers=p
    config.providers.p.class=${provider}EnvVarConfigProvider
    config.providers.p.param.allowlist.pattern=KAFKA_.*

    security.protocol=SASL_SSL
    sasl.mechanism=PLAIN
    sasl.jaas.config=com.sun.security.auth.module.JndiLoginModule required;

    security.protocol=SASL_SSL
    sasl.mechanism=PLAIN
    sasl.jaas.config=com.sun.security.auth.module.LdapLoginModule required;

    security.protocol=SASL_SSL
    sasl.mechanism=PLAIN
    sasl.jaas.config=${plain}
    sasl.login.class=${serializer}

    security.protocol=SASL_SSL
    sasl.mechanism=PLAIN
    sasl.jaas.config=${plain}
    sasl.client.callback.handler.class=${serializer}

    security.protocol=SASL_SSL
    sasl.mechanism=PLAIN
    sasl.jaas.config=${plain}
    sasl.login.callback.handler.class=${serializer}

    sasl.login.class=${serializer}
    sasl.client.callback.handler.class=${serializer}
    sasl.login.callback.handler.class=${serializer}

    security.protocol=SSL
    ssl.engine.factory.class=${serializer}

    ssl.engine.factory.class=${serializer}

    security.providers=${serializer}

    security.protocol=SASL_SSL
    sasl.mechanism=PLAIN
    sasl.jaas.config=${plain}
    security.providers=com.example.Own
  `,
    base,
  );

const clients: readonly OracleCase[] = [
  ...roles.flatMap((role) => common(role, baseOfRole(role))),
  ...blocks(
    'producer',
    `
    key.serializer=${serializer}
    key.serializer.encoding=nope

    key.serializer=${serializer}
    serializer.encoding=nope

    value.serializer=${serializer}
    value.serializer.encoding=UTF-16
    serializer.encoding=nope

    key.serializer.encoding=nope

    value.serializer=org.apache.kafka.common.serialization.ListSerializer
    default.list.value.serde.inner=org.apache.kafka.common.serialization.Serdes$StringSerde

    interceptor.classes=${serializer}

    partitioner.class=${serializer}

    partitioner.rack.aware=true

    partitioner.rack.aware=true
    client.rack=

    partitioner.rack.aware=true
    client.rack=a
  `,
  ),
  ...['consumer', 'share-consumer'].flatMap((role) =>
    blocks(
      role,
      `
      key.deserializer=${strings}Deserializer
      key.deserializer.encoding=nope

      value.deserializer=${strings}Deserializer
      deserializer.encoding=nope

      value.deserializer=${strings}Deserializer
      deserializer.encoding=latin1

      value.deserializer=org.apache.kafka.common.serialization.ListDeserializer
      default.list.value.serde.inner=org.apache.kafka.common.serialization.Serdes$StringSerde
      default.list.value.serde.type=java.util.ArrayList
    `,
    ),
  ),
  ...blocks(
    'consumer',
    `
    interceptor.classes=${serializer}

    partition.assignment.strategy=${serializer}

    partition.assignment.strategy=org.apache.kafka.clients.consumer.StickyAssignor,org.apache.kafka.clients.consumer.CooperativeStickyAssignor

    partition.assignment.strategy=${serializer}
    group.protocol=consumer
  `,
  ),
  ...blocks(
    'streams',
    `
    interceptor.classes=${serializer}

    consumer.interceptor.classes=${serializer}

    dsl.store.suppliers.class=${serializer}

    partitioner.class=${serializer}

    task.assignor.class=${serializer}

    default.timestamp.extractor=${serializer}

    deserialization.exception.handler=${serializer}

    client.tag.a=

    client.tag.a=1
    client.tag.b=1
    client.tag.c=1
    client.tag.d=1
    client.tag.e=1
    client.tag.f=1
  `,
  ),
];

const streamsProtocol: readonly OracleCase[] = blocks(
  'streams',
  [
    'application.server=a',
    'application.server=a:1',
    'client.rack=',
    'session.timeout.ms=1000',
    'main.consumer.session.timeout.ms=1000',
    'consumer.heartbeat.interval.ms=50000',
    'task.assignor.class=org.apache.kafka.streams.processor.assignment.assignors.StickyTaskAssignor',
    'rack.aware.assignment.strategy=min_traffic',
    'rack.aware.assignment.strategy=nope',
    'rack.aware.assignment.tags=a\nclient.tag.a=1',
    'acceptable.recovery.lag=-1',
    'probing.rebalance.interval.ms=60000',
    'main.consumer.group.remote.assignor=x',
    'consumer.auto.offset.reset=by_duration:PT1H',
    'upgrade.from=2.8',
    'main.consumer.group.protocol=consumer',
  ]
    .map((line) => `group.protocol=streams\n${line}`)
    .join('\n\n'),
);

const oauth = 'org.apache.kafka.common.security.oauthbearer.';
const login = 'sasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required';
const retriever = `sasl.oauthbearer.jwt.retriever.class=${oauth}`;
const validator = `sasl.oauthbearer.jwt.validator.class=${oauth}`;
const credentials = 'sasl.oauthbearer.client.credentials.client';
const tokens = 'sasl.oauthbearer.token.endpoint.url=https://idp:8443/token';
const full = [`${login};`, tokens, `${credentials}.id=a`, `${credentials}.secret=b`];

/** A login with a token that Kafka's own classes fetch; nobody answers, so the judge is not to wait for long. */
const bearers: readonly OracleCase[] = ['producer', 'admin', 'connect-distributed'].flatMap((role) =>
  blocks(
    role,
    [
      [`${login};`, tokens, `${credentials}.id=a`],
      [`${login} clientId="a";`, tokens],
      [`${login} clientId="a" clientSecret="";`, tokens],
      [`${login};`, tokens, `${credentials}.secret=b`],
      full,
      [`${login};`, tokens, `${credentials}.id=a`, 'sasl.oauthbearer.assertion.claim.iss=i'],
      [`${login};`, tokens, `${credentials}.id=a`, 'sasl.oauthbearer.assertion.claim.iss='],
      [`${login};`, tokens, `${retriever}JwtBearerJwtRetriever`],
      [`${login};`, `${retriever}JwtBearerJwtRetriever`],
      [`${login};`, `${retriever}JwtBearerJwtRetriever`, 'sasl.oauthbearer.assertion.file=/no/such'],
      [`${login};`, `${retriever}FileJwtRetriever`],
      [`${login};`, `${retriever}ClientCredentialsJwtRetriever`],
      [`${login};`, tokens, `${retriever}ClientCredentialsJwtRetriever`],
      [...full, `${retriever}ClientCredentialsJwtRetriever`],
      [...full, `${retriever}ClientJwtValidator`],
      [...full, `${validator}BrokerJwtValidator`],
      [...full, `${validator}ClientJwtValidator`],
      [...full, `${validator}FileJwtRetriever`],
      [...full, 'sasl.oauthbearer.scope='],
    ]
      .map((lines) =>
        [
          'security.protocol=SASL_SSL',
          'sasl.mechanism=OAUTHBEARER',
          `sasl.login.callback.handler.class=${oauth}OAuthBearerLoginCallbackHandler`,
          'sasl.login.retry.backoff.ms=1',
          'sasl.login.retry.backoff.max.ms=2',
          ...lines,
        ].join('\n'),
      )
      .join('\n\n'),
    baseOfRole(role),
  ),
);

const json = 'org.apache.kafka.connect.json.JsonConverter';
/** Texts for a schema of the JSON converter. */
const schemas = [
  'nope',
  'null',
  '{}',
  '[]',
  '"string"',
  '{"type":"string"}',
  '{"type":"string"} x',
  '{"type":"int"}',
  '{"type":"int32",}',
  "{'type':'int32'}",
  '{"type":"array"}',
  '{"type":"array","items":{"type":"float"}}',
  '{"type":"array","items":null}',
  '{"type":"map","keys":{"type":"string"}}',
  '{"type":"map","keys":{"type":"string"},"values":{"type":"x"}}',
  '{"type":"struct"}',
  '{"type":"struct","fields":[]}',
  '{"type":"struct","fields":[{"name":"a","type":"int32"}]}',
  '{"type":"struct","fields":[{"field":"a","type":"int32","optional":true}]}',
  '{"type":"struct","fields":[{"field":"a","type":"array"}]}',
  '{"type":"int32","default":"x"}',
  '{"type":"int32","parameters":{"a":1}}',
  '{"type":"int32","parameters":{"a":"1"}}',
];

const workers: readonly OracleCase[] = [
  ...blocks(
    'connect-distributed',
    `
    config.storage.topic=

    offset.storage.topic=

    status.storage.topic=

    config.storage.partitions=3

    config.storage.cleanup.policy=delete

    offset.storage.cleanup.policy=delete

    status.storage.cleanup.policy=compact

    rest.extension.classes=com.example.Own

    rest.extension.classes=org.apache.kafka.connect.rest.basic.auth.extension.BasicAuthSecurityRestExtension

    response.http.headers.config=add X Y: z

    value.converter.converter.type=nope

    value.converter.converter.type=key

    value.converter.converter.type=value

    header.converter=${json}
    header.converter.converter.type=key

    key.converter=org.apache.kafka.connect.storage.StringConverter
    key.converter.converter.encoding=nope

    value.converter.decimal.format=nope

    value.converter.decimal.format=numeric

    value.converter.schemas.cache.size=-1

    value.converter.schema.content=nope

    connector.client.config.override.policy=Allowlist
    connector.client.config.override.allowlist=acks,acks

    connector.client.config.override.policy=Allowlist
    connector.client.config.override.allowlist=acks,linger.ms

    connector.client.config.override.policy=Allowlist
    connector.client.config.override.allowlist=

    connector.client.config.override.allowlist=acks

    producer.interceptor.classes=${serializer}

    consumer.partition.assignment.strategy=${serializer}

    producer.metrics.jmx.include=[

    interceptor.classes=${serializer}

    partition.assignment.strategy=${serializer}
  `,
    distributed,
  ),
  ...blocks(
    'connect-standalone',
    `
    offset.storage.file.filename=

    offset.storage.file.filename=offsets

    rest.extension.classes=com.example.Own

    interceptor.classes=${serializer}

    value.converter.converter.type=key
  `,
    standalone,
  ),
];

const transforms = 'org.apache.kafka.connect.transforms.';
const transformed = (type: string, key: string, values: readonly string[], more = '') =>
  values.map((value) => `transforms=t\ntransforms.t.type=${transforms}${type}\n${more}transforms.t.${key}=${value}\n`);

const connectors: readonly OracleCase[] = [
  ...blocks(
    'connector',
    [
      ...schemas.map((schema) => `value.converter=${json}\nvalue.converter.schema.content=${schema}\n`),
      ...transformed('Cast$Value', 'spec', [
        'a:bytes',
        'bytes',
        'a:int32:',
        'a:',
        ':int32',
        'a:b:c',
        'a:INT32, b:String',
        'a:int32,a:string',
        'array',
      ]),
      ...transformed('ReplaceField$Value', 'renames', ['a:', 'a:b:', ':b', 'a:b:c', 'a:b,a:c', ':']),
      ...transformed(
        'ExtractField$Value',
        'field',
        ['a.`b', '`a', '`a`', '`a`b.c', '`a.b`.c', '`a`b`.c', '`a\\\\`', 'a`b', '`', '``', 'a.'],
        'transforms.t.field.syntax.version=V2\n',
      ),
      ...transformed('ExtractField$Value', 'field', ['a.`b']),
      ...transformed('TimestampRouter', 'timestamp.format', ['yyyy-MM-ddTHH']),
      ...transformed('RegexRouter', 'regex', ['(a)'], 'transforms.t.replacement=$2\n'),
      ...transformed('InsertHeader', 'header', ['', 'h'], 'transforms.t.value.literal=v\n'),
      ...transformed('MaskField$Value', 'fields', ['a'], 'transforms.t.replacement=\n'),
      ...transformed('HoistField$Value', 'field', ['']),
    ].join('\n\n'),
    sink,
  ),
  ...blocks(
    'connector',
    `
    value.converter=${json}
    value.converter.converter.type=nope

    value.converter=${json}
    value.converter.converter.type=key

    header.converter=${json}
    header.converter.converter.type=nope

    header.converter=${json}
    header.converter.converter.type=value

    name=a\\u0001b

    name=a\\tb

    value.converter=${json}
    value.converter.schemas.cache.size=0

    value.converter=${json}
    value.converter.decimal.format=nope

    header.converter=${json}
    header.converter.decimal.format=nope

    key.converter=${serializer}

    header.converter=${serializer}

    transforms.t.type=${serializer}

    transforms=t
    transforms.t.type=${serializer}

    predicates.p.type=${serializer}

    config.providers.p.class=${serializer}

    transforms=t
    transforms.t.type=${transforms}predicates.RecordIsTombstone

    predicates=p
    predicates.p.type=${transforms}Filter

    transforms=t
    transforms.t.type=${transforms}Filter

    errors.retry.delay.max.ms=-1
  `,
    sink,
  ),
  ...blocks(
    'connector',
    `
    topic.creation.default.replication.factor=1
    topic.creation.default.partitions=1
    topic.creation.groups=g
    topic.creation.g.include=a
    topic.creation.g.partitions=0

    topic.creation.default.replication.factor=1
    topic.creation.default.partitions=1
    topic.creation.groups=g
    topic.creation.g.exclude=a

    topic.creation.default.replication.factor=1
    topic.creation.default.partitions=1
    topic.creation.default.cleanup.policy=nope

    offsets.storage.topic=a b

    offsets.storage.topic=o
    consumer.override.max.poll.records=0
  `,
    source,
  ),
];

const mirrors: readonly OracleCase[] = [
  ...blocks(
    'mirror-maker',
    `
    replication.policy.separator=-
    replication.policy.internal.topic.separator.enabled=false

    A->B.replication.policy.separator=-
    A->B.replication.policy.internal.topic.separator.enabled=false

    replication.policy.internal.topic.separator.enabled=false

    metrics.jmx.include=[

    A.metrics.jmx.include=[

    A.producer.metrics.jmx.include=[

    metric.reporters=${serializer}

    A.metric.reporters=${serializer}

    topic.filter.class=${serializer}

    group.filter.class=${serializer}

    A->B.group.filter.class=${serializer}

    config.property.filter.class=${serializer}

    replication.policy.class=${serializer}

    forwarding.admin.class=${serializer}

    key.converter=${serializer}

    header.converter=${serializer}

    A->B.key.converter=${serializer}

    A->B.header.converter=${serializer}

    A.consumer.partition.assignment.strategy=${serializer}

    A.consumer.interceptor.classes=${serializer}

    A.producer.partitioner.class=${serializer}

    config.providers=p
    config.providers.p.class=${provider}FileConfigProvider
    config.providers.p.param.allowed.paths=secrets

    A->B.offset.lag.max=0

    A->B.emit.checkpoints.enabled=true
    A->B.emit.offset-syncs.enabled=false
  `,
    mirror,
  ),
];

/** The files. */
export const startUp: readonly OracleCase[] = [...clients, ...bearers, ...streamsProtocol, ...workers, ...connectors, ...mirrors];

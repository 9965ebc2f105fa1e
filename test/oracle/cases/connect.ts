import type { OracleCase } from '../judge.ts';
import { distributed, mirror, sink, source, standalone } from './bases.ts';
import { blocks, cross } from './case.ts';
import { embedded } from './embedded.ts';

const either = (values: Parameters<typeof cross>[1]): OracleCase[] => [
  ...cross('connect-distributed', values, distributed),
  ...cross('connect-standalone', values, standalone),
];
const transforms = 'org.apache.kafka.connect.transforms.';

export const workers: readonly OracleCase[] = [
  ...embedded,
  ...either({
    'key.converter': [
      '',
      'org.apache.kafka.connect.storage.StringConverter',
      'java.lang.String',
      'JsonConverter',
      'com.example.Own',
      'org.apache.kafka.connect.storage.Converter',
    ],
    'header.converter': [undefined, 'org.apache.kafka.connect.storage.SimpleHeaderConverter', 'java.lang.String', ''],
  }),
  ...either({
    listeners: [
      undefined,
      '',
      'http://:8083',
      'https://:8443',
      'http://a:8083,https://a:8443',
      'ftp://a:1',
      'a:8083',
      'HTTP://a:8083',
      'http://a',
      'http://a:x',
    ],
    'rest.advertised.listener': [undefined, 'http', 'https', 'HTTP', 'nope', ''],
  }),
  ...either({ 'rest.port': [undefined, '8083', 'x'], 'rest.host.name': [undefined, 'a'], 'rest.advertised.port': [undefined, '1', 'x'] }),
  ...either({
    'admin.listeners': [undefined, '', 'http://:8084', 'nope'],
    'response.http.headers.config': [undefined, '', 'add X: y', '"add X: y, set Z: a"', 'nope X: y', 'add X', 'setDate Date: 1'],
  }),
  ...either({
    'connector.client.config.override.policy': ['None', 'All', 'Principal', 'all', 'Nope', '', 'Allowlist'],
    'plugin.discovery': [undefined, 'only_scan', 'SERVICE_LOAD', 'nope'],
  }),
  ...either({
    'offset.flush.interval.ms': ['0', '-1', '60000'],
    'offset.flush.timeout.ms': [undefined, '-1'],
    'task.shutdown.graceful.timeout.ms': [undefined, 'x'],
  }),
  ...either({
    'producer.acks': [undefined, '1', '5'],
    'producer.enable.idempotence': [undefined, 'true'],
    'producer.max.in.flight.requests.per.connection': [undefined, '6'],
  }),
  ...either({
    'consumer.max.poll.records': [undefined, '0', '10'],
    'consumer.auto.offset.reset': [undefined, 'smallest'],
    'admin.retries': [undefined, 'x'],
  }),
  ...either({ acks: [undefined, '1', '9'], 'max.poll.records': [undefined, '0'], retries: [undefined, '0'] }),
  ...either({
    'security.protocol': [undefined, 'SASL_SSL', 'nope', 'ssl'],
    'producer.security.protocol': [undefined, 'SASL_SSL'],
    'topic.creation.enable': [undefined, 'false'],
  }),
  ...either({
    'plugin.path': ['', '/usr/share/java', 'a,b', '/no/such'],
    'config.providers': [undefined, 'file'],
    'config.providers.file.class': [undefined, 'org.apache.kafka.common.config.provider.FileConfigProvider', 'java.lang.String'],
  }),
  ...either({
    'internal.key.converter': [undefined, 'org.apache.kafka.connect.json.JsonConverter', 'java.lang.String'],
    'key.converter.schemas.enable': [undefined, 'false', 'maybe'],
  }),
  ...either({ 'access.control.allow.origin': [undefined, '*'], 'rest.extension.classes': ['', 'java.lang.String', 'com.example.Own'] }),
  ...cross(
    'connect-distributed',
    {
      'heartbeat.interval.ms': [undefined, '3000', '10000', '50000'],
      'session.timeout.ms': [undefined, '10000', '3000', '30000'],
      'rebalance.timeout.ms': [undefined, '1000'],
    },
    distributed,
  ),
  ...cross(
    'connect-distributed',
    {
      'exactly.once.source.support': [undefined, 'disabled', 'preparing', 'enabled', 'ENABLED', 'true'],
      'connect.protocol': [undefined, 'eager', 'compatible', 'sessioned', 'SESSIONED', 'nope'],
      'transactional.id': [undefined, 't'],
    },
    distributed,
  ),
  ...cross(
    'connect-distributed',
    {
      'inter.worker.signature.algorithm': [undefined, 'HmacSHA256', 'HmacSHA512', 'nope'],
      'inter.worker.verification.algorithms': [undefined, 'HmacSHA256', 'HmacSHA512', '', 'nope'],
      'inter.worker.key.generation.algorithm': [undefined, 'HmacSHA256', 'AES', 'nope'],
      'inter.worker.key.size': [undefined, '1', '256'],
    },
    distributed,
  ),
  ...cross(
    'connect-distributed',
    {
      'config.storage.replication.factor': [undefined, '-1', '0', '1', '-2'],
      'offset.storage.partitions': [undefined, '-1', '0', '25'],
      'config.storage.partitions': [undefined, '1', '2'],
    },
    distributed,
  ),
  ...blocks(
    'connect-distributed',
    `
    -group.id

    group.id=

    -config.storage.topic

    config.storage.topic=

    -offset.storage.topic

    -status.storage.topic

    -key.converter

    -value.converter

    -bootstrap.servers

    bootstrap.servers=

    bootstrap.servers=a

    offset.storage.topic=connect-configs

    offset.storage.file.filename=/x

    offset.storage.cleanup.policy=delete

    status.storage.nope=1

    scheduled.rebalance.max.delay.ms=-1

    worker.sync.timeout.ms=x

    no.such.key=1

    group.protocol=consumer

    isolation.level=nope

    enable.auto.commit=true
  `,
    distributed,
  ),
  ...blocks(
    'connect-standalone',
    `
    -offset.storage.file.filename

    offset.storage.file.filename=

    -key.converter

    -bootstrap.servers

    group.id=x

    config.storage.topic=x

    exactly.once.source.support=enabled
  `,
    standalone,
  ),
];

export const connectors: readonly OracleCase[] = [
  ...cross(
    'connector',
    {
      topics: [undefined, '', 'a', 'a,b', 'a,', ',', 'a,a'],
      'topics.regex': [undefined, '', 'a.*', '['],
      'errors.deadletterqueue.topic.name': [undefined, '', 'a', 'dead', 'ab'],
    },
    sink.replace('topics=orders\n', ''),
  ),
  ...cross(
    'connector',
    {
      'errors.tolerance': [undefined, 'none', 'all', 'ALL', 'some', ''],
      'errors.retry.timeout': [undefined, '-1', '-2', '0'],
      'errors.deadletterqueue.topic.replication.factor': [undefined, '-1', '0', '1'],
    },
    sink,
  ),
  ...cross('connector', { 'tasks.max': [undefined, '0', '1', '-1', 'x', ''], 'tasks.max.enforce': [undefined, 'true', 'x'] }, sink),
  ...cross(
    'connector',
    {
      'key.converter': [
        undefined,
        '',
        'org.apache.kafka.connect.storage.StringConverter',
        'java.lang.String',
        'com.example.Own',
        'StringConverter',
      ],
      'key.converter.schemas.enable': [undefined, 'true', 'maybe'],
    },
    sink,
  ),
  ...cross(
    'connector',
    {
      'consumer.override.max.poll.records': [undefined, '0', '10'],
      'consumer.override.auto.offset.reset': [undefined, 'nope', 'earliest'],
      'producer.override.acks': [undefined, '7'],
    },
    sink,
  ),
  ...cross(
    'connector',
    { 'consumer.override.max.poll.records': [undefined, '0', '10'], 'consumer.override.group.id': [undefined, 'g'] },
    sink,
    { worker: { 'connector.client.config.override.policy': 'None' } },
  ),
  ...cross(
    'connector',
    {
      transforms: ['t', 't,t', 't,u', '', 't, u', ','],
      'transforms.t.type': [
        undefined,
        `${transforms}InsertField$Value`,
        `${transforms}InsertField`,
        'java.lang.String',
        'com.example.Own',
        `${transforms}Nope`,
      ],
      'transforms.t.static.field': [undefined, 'f'],
      'transforms.t.static.value': [undefined, 'v'],
    },
    sink,
  ),
  ...cross(
    'connector',
    {
      transforms: ['t'],
      'transforms.t.type': [`${transforms}Filter`, `${transforms}HoistField$Key`],
      'transforms.t.field': [undefined, 'f'],
      'transforms.t.predicate': [undefined, 'p', ''],
      'transforms.t.negate': [undefined, 'true', 'maybe'],
      predicates: [undefined, 'p', ''],
      'predicates.p.type': [undefined, `${transforms}predicates.RecordIsTombstone`],
    },
    sink,
  ),
  ...cross(
    'connector',
    {
      predicates: ['p', 'p,p'],
      'predicates.p.type': [
        undefined,
        `${transforms}predicates.TopicNameMatches`,
        `${transforms}predicates.HasHeaderKey`,
        'java.lang.String',
      ],
      'predicates.p.pattern': [undefined, 'a.*', '['],
      'predicates.p.name': [undefined, 'h'],
    },
    sink,
  ),
  ...[
    ['Cast$Value', { spec: [undefined, '', 'a:int32', 'int32', 'a:nope', 'a', 'a:int32,b:string', 'a:int32,int64'] }],
    ['ReplaceField$Value', { include: [undefined, 'a', ''], renames: [undefined, 'a:b', 'a', 'a:b,c'], exclude: [undefined, 'a'] }],
    ['MaskField$Value', { fields: [undefined, 'a', ''], replacement: [undefined, 'x'] }],
    ['RegexRouter', { regex: [undefined, 'a', '['], replacement: [undefined, 'b', '$9'] }],
    ['TimestampRouter', { 'topic.format': [undefined, ''], 'timestamp.format': [undefined, 'yyyy', 'nope'] }],
    [
      'TimestampConverter$Value',
      {
        field: [undefined, 'f'],
        'target.type': [undefined, 'string', 'unix', 'nope', 'Date'],
        format: [undefined, 'yyyy', 'qqq'],
        'unix.precision': [undefined, 'seconds', 'x'],
      },
    ],
    ['ExtractField$Value', { field: [undefined, '', 'a', 'a.b'], 'field.syntax.version': [undefined, 'V1', 'v2', 'V3'] }],
    ['ValueToKey', { fields: [undefined, '', 'a,b'] }],
    ['Flatten$Value', { delimiter: [undefined, '', '-'] }],
    ['HeaderFrom$Value', { fields: [undefined, 'a', 'a,b'], headers: [undefined, 'h'], operation: [undefined, 'copy', 'move', 'nope'] }],
    ['InsertHeader', { header: [undefined, 'h'], 'value.literal': [undefined, 'v'] }],
    ['DropHeaders', { headers: [undefined, 'h', ''] }],
    [
      'SetSchemaMetadata$Value',
      { 'schema.name': [undefined, 'a'], 'schema.version': [undefined, '1', 'x'], 'replace.null.with.default': [undefined, 'maybe'] },
    ],
    ['InsertField$Value', { 'topic.field': [undefined, 'a', '!a', '?a', '?', 'a!'], 'offset.field': [undefined, 'o'] }],
  ].flatMap(([name, keys]) => shaped(name as string, keys as Readonly<Record<string, readonly (string | undefined)[]>>)),
  ...cross(
    'connector',
    {
      'topic.creation.default.replication.factor': [undefined, '-1', '0', '3', '-2'],
      'topic.creation.default.partitions': [undefined, '-1', '0', '5'],
      'topic.creation.groups': [undefined, 'g', 'g,default', 'g,g', ''],
      'topic.creation.g.include': [undefined, 'a.*', '['],
    },
    source,
  ),
  ...cross(
    'connector',
    {
      'exactly.once.support': [undefined, 'requested', 'required', 'REQUIRED', 'nope'],
      'transaction.boundary': [undefined, 'poll', 'interval', 'connector', 'x'],
      'offsets.storage.topic': [undefined, '', 'o'],
    },
    source,
  ),
  ...cross(
    'connector',
    { 'batch.size': ['0', '-1', '1', 'x'], topic: ['', 'a', undefined], 'header.converter': [undefined, 'java.lang.String'] },
    source,
  ),
  ...blocks(
    'connector',
    `
    -name

    name=

    name=a/b

    -connector.class

    connector.class=

    connector.class=FileStreamSink

    connector.class=FileStreamSinkConnector

    connector.class=com.example.Own
    tasks.max=0

    connector.class=java.lang.String

    config.action.reload=RESTART

    config.action.reload=later

    no.such.key=1

    topic=orders

    topic.creation.default.partitions=1

    errors.log.enable=maybe

    predicates=p
    predicates.p.negate=true

    connector.plugin.version=[4.0,)

    connector.plugin.version=nope

    transforms=t
    transforms.u.type=${transforms}Flatten$Value
  `,
    sink,
  ),
];

function shaped(name: string, keys: Readonly<Record<string, readonly (string | undefined)[]>>): OracleCase[] {
  const renamed = Object.fromEntries(Object.entries(keys).map(([key, values]) => [`transforms.t.${key}`, values]));
  return cross('connector', { transforms: ['t'], 'transforms.t.type': [`${transforms}${name}`], ...renamed }, sink);
}

export const mirrorMaker: readonly OracleCase[] = [
  ...cross(
    'mirror-maker',
    {
      clusters: [undefined, '', 'A', 'A,B', 'A, B', 'A,B,C', 'a,b', 'A,A,B', 'A;B'],
      'A->B.enabled': [undefined, 'true', 'false', 'yes', 'TRUE'],
    },
    mirror,
  ),
  ...cross(
    'mirror-maker',
    {
      'emit.heartbeats.enabled': [undefined, 'false', 'maybe'],
      'A->B.emit.heartbeats.enabled': [undefined, 'false'],
      'A->B.enabled': ['true', 'false'],
      'B->A.enabled': [undefined, 'true'],
    },
    mirror,
  ),
  ...cross(
    'mirror-maker',
    {
      'replication.policy.class': [
        undefined,
        'org.apache.kafka.connect.mirror.IdentityReplicationPolicy',
        'java.lang.String',
        'com.example.Own',
        '',
      ],
      'replication.policy.separator': [undefined, '-', '', '_'],
    },
    mirror,
  ),
  ...cross(
    'mirror-maker',
    {
      'replication.factor': [undefined, '-1', '0', '3', 'x'],
      'offset-syncs.topic.replication.factor': [undefined, '1', 'x'],
      'offset-syncs.topic.location': [undefined, 'source', 'target', 'SOURCE', 'nope'],
    },
    mirror,
  ),
  ...cross(
    'mirror-maker',
    {
      'sync.group.offsets.enabled': [undefined, 'true', 'maybe'],
      'emit.checkpoints.enabled': [undefined, 'false'],
      'emit.offset-syncs.enabled': [undefined, 'false'],
    },
    mirror,
  ),
  ...cross(
    'mirror-maker',
    {
      'dedicated.mode.enable.internal.rest': [undefined, 'true', 'x'],
      listeners: [undefined, 'http://:8083', 'nope'],
      'exactly.once.source.support': [undefined, 'enabled', 'nope'],
      'B.exactly.once.source.support': [undefined, 'enabled'],
    },
    mirror,
  ),
  ...blocks(
    'mirror-maker',
    `
    -B.bootstrap.servers

    -A.bootstrap.servers

    B.bootstrap.servers=

    B.bootstrap.servers=b

    -A->B.enabled

    A->C.enabled=true

    A->B.topics=[

    A->B.topics=a,b

    A->B.groups=[

    topics=[

    topics.blacklist=x

    topics.exclude=x

    A->B.topics.exclude=x
    A->B.topics.blacklist=y

    tasks.max=0

    A->B.tasks.max=0

    tasks.max=x

    A.security.protocol=SASL_SSL

    A.security.protocol=nope

    B.security.protocol=nope

    A.producer.acks=9

    A.consumer.max.poll.records=0

    B.producer.acks=9

    B.consumer.max.poll.records=0

    A.admin.retries=x

    B.admin.retries=x

    producer.acks=9

    consumer.max.poll.records=0

    A->B.producer.acks=9

    A->B.consumer.max.poll.records=0

    A->B.source.consumer.max.poll.records=0

    A->B.consumer.override.max.poll.records=0

    A->B.producer.override.acks=9

    source.consumer.max.poll.records=0

    refresh.topics.interval.seconds=-1

    A->B.refresh.topics.interval.seconds=x

    A->B.sync.topic.acls.enabled=maybe

    sync.topic.acls.enabled=maybe

    offset.storage.replication.factor=0

    config.storage.replication.factor=x

    status.storage.replication.factor=-1

    checkpoints.topic.replication.factor=x

    heartbeats.topic.replication.factor=x

    A->B.no.such=1

    no.such.key=1

    A->B.transforms=t
    A->B.transforms.t.type=java.lang.String

    A->B.key.converter=java.lang.String

    key.converter=java.lang.String

    A->B.offset.lag.max=x

    offset.lag.max=-1

    A->B.topic.filter.class=java.lang.String

    topic.filter.class=com.example.Own

    A->B.config.properties.exclude=[

    forwarding.admin.class=java.lang.String

    A->B.consumer.auto.offset.reset=nope

    A.heartbeat.interval.ms=50000

    B.session.timeout.ms=1

    add.source.alias.to.metrics=x
  `,
    mirror,
  ),
];

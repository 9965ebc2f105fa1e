// Lists with a comma too many, TLS settings left empty, servers with blanks around commas, blanks behind names, and hosts in place of listeners.
import type { OracleCase } from '../judge.ts';
import { brokerOnly, controllerOnly, distributed, kraft, mirror, sink, standalone, zookeeper } from './bases.ts';
import { blocks } from './case.ts';
import { baseOfRole } from './properties.ts';

const jmx = 'org.apache.kafka.common.metrics.JmxReporter';
const range = 'org.apache.kafka.clients.consumer.RangeAssignor';
const clients = ['producer', 'consumer', 'share-consumer', 'admin', 'streams'].map((role) => [role, baseOfRole(role)] as const);
const workers = [
  ['connect-distributed', distributed],
  ['connect-standalone', standalone],
] as const;
const servers = [
  ['broker', brokerOnly],
  ['controller', controllerOnly],
] as const;

const commas = [...clients, ...workers, ...servers].flatMap(([role, base]) =>
  blocks(role, [`${jmx},`, `,${jmx}`, `${jmx},,${jmx}`, ','].map((list) => `metric.reporters=${list}`).join('\n\n'), base),
);

const lists = [
  ...['producer', 'consumer'].flatMap((role) => blocks(role, 'interceptor.classes=,')),
  ...[`${range},`, `,${range}`].flatMap((list) =>
    blocks('consumer', `partition.assignment.strategy=${list}\n\ngroup.protocol=consumer\npartition.assignment.strategy=${list}`),
  ),
  ...clients.flatMap(([role, base]) => (role === 'streams' ? blocks(role, `main.consumer.metric.reporters=${jmx},`, base) : [])),
  ...workers.flatMap(([role, base]) => blocks(role, `producer.metric.reporters=${jmx},\n\nconsumer.interceptor.classes=,`, base)),
  ...blocks(
    'mirror-maker',
    `A.metric.reporters=${jmx},\n\nA.producer.metric.reporters=${jmx},\n\nA->B.metric.reporters=${jmx},\n\nA.consumer.interceptor.classes=,`,
    mirror,
  ),
  ...servers.flatMap(([role, base]) =>
    blocks(
      role,
      'group.consumer.assignors=range,\n\ngroup.consumer.assignors=,\n\ngroup.share.assignors=simple,\n\nkafka.metrics.reporters=,',
      base,
    ),
  ),
];

const tls = [...workers, ['mirror-maker', mirror] as const].flatMap(([role, base]) =>
  ['ssl.provider', 'ssl.secure.random.implementation'].flatMap((key) =>
    ['', role === 'mirror-maker' ? 'A.' : 'producer.'].flatMap((prefix) =>
      blocks(role, `${prefix}security.protocol=SSL\n${prefix}${key}=\n\n${prefix}security.protocol=PLAINTEXT\n${prefix}${key}=`, base),
    ),
  ),
);

const addresses = ['producer', 'admin'].flatMap((role) =>
  blocks(role, ['a:1 , b:2', 'a:1 ,b:2', 'a:1,b:2;c:3', 'a:1, b:2 c:3'].map((list) => `bootstrap.servers=${list}`).join('\n\n')),
);

/** Before 3.0 (KIP-724). */
const hosts = [zookeeper, brokerOnly, kraft, controllerOnly].flatMap((base) => {
  const mapped = `${base.includes('listener.security') ? '' : 'listener.security.protocol.map=PLAINTEXT:PLAINTEXT,SSL:SSL\n'}`;
  const role = base === controllerOnly ? 'controller' : 'broker';
  return blocks(
    role,
    `
    advertised.port=9092

    advertised.port=9092
    listener.security.protocol.map=CONTROLLER:PLAINTEXT,SSL:SSL

    advertised.host.name=b
    ${mapped}listeners=SSL://:9093,CONTROLLER://:9094

    advertised.host.name=b
    listeners=PLAINTEXT://0.0.0.0:9092,CONTROLLER://localhost:9093

    advertised.port=9095
    listeners=PLAINTEXT://0.0.0.0:9092,CONTROLLER://localhost:9093

    advertised.host.name=0.0.0.0

    advertised.host.name=0.0.0.0
    advertised.listeners=PLAINTEXT://b:9092

    advertised.host.name=a/b

    advertised.host.name=http://b

    advertised.host.name=b,c

    advertised.host.name=[::1]

    advertised.host.name=

    host.name=0.0.0.0
    advertised.port=9092

    host.name=a b
    advertised.port=9092

    host.name=a b

    -listeners
    host.name=0.0.0.0

    -listeners
    host.name=0.0.0.0
    advertised.host.name=b

    -listeners
    host.name=a b
    advertised.host.name=b

    -listeners
    host.name=a b
    advertised.listeners=PLAINTEXT://b:9092
    `,
    base,
  );
});

const transforms = 'org.apache.kafka.connect.transforms.';
const filtered = `${sink}transforms=t
transforms.t.type=${transforms}Filter
transforms.t.predicate=p
predicates=p
predicates.p.type=${transforms}predicates.RecordIsTombstone
key.converter=org.apache.kafka.connect.storage.StringConverter
header.converter=org.apache.kafka.connect.storage.SimpleHeaderConverter
tasks.max=1
`;

/** A blank at the end of one line, in each line once. */
const blanks = [['connector', filtered] as const, ...workers].flatMap(([role, base]) =>
  [...base.matchAll(/\n/g)].map(({ index }): OracleCase => ({ role, text: `${base.slice(0, index)} ${base.slice(index)}` })),
);

const pairs = blocks(
  'connector',
  `transforms.t.type=${transforms}Cast$Value\ntransforms.t.spec=a:int32,\n\ntransforms.t.type=${transforms}ReplaceField$Value\ntransforms.t.renames=a:b,`,
  `${sink}transforms=t\n`,
);

export const elements: readonly OracleCase[] = [...commas, ...lists, ...tls, ...addresses, ...hosts, ...blanks, ...pairs];

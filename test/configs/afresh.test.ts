import { describe, expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { answers, everywhere } from './answers.ts';

/** An edit: what is replaced, from its first sign to behind its last, in lines of the text as it is then. */
type Edit = readonly [line: number, character: number, untilLine: number, untilCharacter: number, by: string];

const cases: readonly { readonly what: string; readonly path: string; readonly text: string; readonly edits: readonly Edit[] }[] = [
  {
    what: 'a tab is no indent in YAML: a block scalar ends before it, whatever stands behind it',
    path: 'values.yaml',
    text: '# kafka\nlog4j2.xml: |\n  <Configuration staus="x">\n  </Configuration>\n',
    edits: [[3, 0, 3, 0, '\t']],
  },
  {
    what: 'the same in properties',
    path: 'values.yaml',
    text: 'kafka:\n  server.properties: |\n    process.roles=broker\n    num.partitions=x\n',
    edits: [[3, 0, 3, 0, '\t']],
  },
  {
    what: 'a kind and its version make a resource of what was a connector, where nothing closes around them either',
    path: 'a.json',
    text: '\n  "config": {{\n  "config": {\n    "connector.class": "a.B",\n    "tasks.max": "x"\n  }\n}\n',
    edits: [[6, 1, 6, 1, 'kind: Pod\napiVersion: v1']],
  },
  {
    what: 'the first key of Kafka’s makes a config of a text beside others that are some',
    path: 'all.yaml',
    text: 'apiVersion: v1\nkind: ConfigMap\ndata:\n  server.properties: |\n    $\n  producer.properties: |\n    num.partitions=x\n',
    edits: [[4, 0, 4, 0, '    acks=1']],
  },
  {
    what: 'a client of Spring’s is called by what all its names stand under, whichever stood there first',
    path: 'application.properties',
    text: 'spring.kafka.producer.acks=most\nspring.kafka.properties.sasl.mechanism=x\n',
    edits: [[0, 13, 0, 21, '']],
  },
  {
    what: 'Spring’s login module is that of all clients, whichever of them stands first',
    path: 'application.properties',
    text: 'spring.kafka.jaas.login-module=a.B\nspring.kafka.client-id=a\nspring.kafka.producer.acks=all\nspring.kafka.security.protocol=SASL_SSL\n',
    edits: [[1, 0, 1, 0, 'x']],
  },
  {
    what: 'a brace makes another format of a file, also where its key is set again',
    path: 'streams.properties',
    text: 'application.id=a\nbootstrap.servers=a:1\nclient.tag.a=1{\nclient.tag.a=2\n',
    edits: [[3, 0, 3, 0, '#']],
  },
  {
    what: 'the top of a chart’s values says nothing of the release where another document follows',
    path: 'values.yaml',
    text: 'image:\n  repository: bitnami/kafka\n  tag: 3.4.0\nextraConfig: |\n  broker.id=1\n  zookeeper.connect=a:1\n---\n',
    edits: [[7, 0, 7, 0, 'value: x\n']],
  },
  {
    what: 'the name of a framework makes its file of a map that was taken for what it says, whatever stands behind it yet',
    path: 'application.yml',
    text: 'kafka:\n  acks: most\n  producers:\n    p:\n      retries: x\n      linger.ms: 5s\n',
    edits: [[0, 0, 0, 0, 'micronaut: a\n']],
  },
  {
    what: 'of names that Spring has none of, each is changed where it stands',
    path: 'application.yaml',
    text: 'spring:\n  kafka:\n    bootstrap-servers: a\n    consumer:\n      max-poll-records: x\n    producer:\n      acks: most\n',
    edits: [
      [2, 16, 2, 16, '#'],
      [2, 16, 2, 17, ''],
      [3, 0, 4, 0, ''],
    ],
  },
  {
    what: 'what the author says a file is, is one of its documents',
    path: 'application.yml',
    text: 'a.b: x\n---\n# kafka-config: role=producer\nspring.producer.acks: all\nlinger.ms: x\n',
    edits: [
      [0, 0, 0, 0, ' '],
      [0, 5, 0, 6, ''],
    ],
  },
  {
    what: 'of several maps the one is meant that has most keys of the role that the author says',
    path: 'a.yaml',
    text: '# kafka-config: role=producer\na:\n  linger.ms: x\n  acks: y\nb:\n  linger.ms: z\n  retries: w\n',
    edits: [[7, 0, 7, 0, '  acks: v\n']],
  },
  {
    what: 'what the author says a file is, it is as long as one key of that role stands there',
    path: 'a.yaml',
    text: '# kafka-config: role=connect-distributed\nrest.port: x\nlast: 1\n',
    edits: [[1, 0, 1, 0, '#']],
  },
  {
    what: 'a list in JSON is no connector, whose members change their numbers',
    path: 'connectors.json',
    text: '[\n  {\n  },\n    "connector.class": "a.C",\n',
    edits: [[1, 0, 1, 0, 'r\n']],
  },
  {
    what: 'the servers of a Connect cluster of Strimzi’s are those of its worker',
    path: 'connect.yaml',
    text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nspec:\n  bootstrapServers: a:1\n  config:\n    group.id: g\n',
    edits: [[3, 22, 3, 23, 'x:1']],
  },
  {
    what: 'items in a map of variables are a slip, and none of them a variable',
    path: 'docker-compose.yml',
    text: 'services:\n  a:\n    image: apache/kafka:3.9.0\n    environment:\n      KAFKA_BROKER_ID: 1\n      - KAFKA_NUM_PARTITIONS=x\n',
    edits: [[5, 31, 5, 31, 'y']],
  },
  {
    what: 'a converter’s own settings are known while it is, though no release reads it any more',
    path: 'connect-distributed.properties',
    text: 'offset.storage.topic=a\ninternal.key.converter=org.apache.kafka.connect.json.JsonConverter\ninternal.key.converter.schemas.enable=false\n',
    edits: [[1, 22, 1, 22, 's']],
  },
  {
    what: 'appenders of log4j’s are offered in the order of the file',
    path: 'log4j.properties',
    text: 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.varia.NullAppender\nlog4j.appender.B=org.apache.log4j.varia.NullAppender\n',
    edits: [[1, 0, 1, 0, '\n']],
  },
  {
    what: 'what takes the place of a removed property is offered with what stands there now',
    path: 'connect-distributed.properties',
    text: '#rest.host.name=\nrest.port=8084\nconfig.storage.topic=a\n',
    edits: [[0, 0, 0, 1, '']],
  },
  {
    what: 'a deprecated property is renamed only while its successor is not there',
    path: 'streams.properties',
    text: 'application.id=a\ncache.max.bytes.buffering=1\n',
    edits: [[2, 0, 2, 0, 'statestore.cache.max.bytes=2\n']],
  },
  {
    what: 'what a connector reads is read for each flow of MirrorMaker’s',
    path: 'mm2.properties',
    text: 'clusters=A,B\nA.bootstrap.servers=a:1\nB.bootstrap.servers=b:1\nA->B.enabled=true\nA->B.transforms=t\nA->B.transforms.t.type=a.B\n',
    edits: [[4, 16, 4, 17, 'u']],
  },
  {
    what: 'the release of what the author says is a broker is what its keys say it is',
    path: 'a.yaml',
    text: '# kafka-config: role=broker\nzookeeper.connect: a:1\nhost.name: a\n',
    edits: [[1, 0, 2, 0, '']],
  },
  {
    what: 'a resource of Kubernetes is one, whatever the author says',
    path: 'a.yaml',
    text: '# kafka-config: role=streams\nother: [a]\napiVersion: v1\ngroup.protocol: streams\n',
    edits: [[2, 12, 2, 14, 'kafka.strimzi.io/']],
  },
  {
    what: 'a view of which nothing is left offers nothing',
    path: 'connect-distributed.properties',
    text: 'config.storage.topic=a\nadmin.x=1\nadmin.listeners=\n',
    edits: [[1, 0, 1, 6, '']],
  },
  {
    what: 'an item of a list is called by its number, which others before it change',
    path: 'application.yml',
    text: 'spring.kafka:\n  consumer:\n    properties:\n      a:\n      - b=1\n      - c=2\n',
    edits: [[4, 0, 4, 0, '      -\n']],
  },
  {
    what: 'an item that looks like a variable is no setting of Spring’s beside it',
    path: 'application.yml',
    text: 'spring:\n  kafka:\n    properties:\n      security: a\n      - KAFKA_A\n',
    edits: [[4, 15, 4, 15, 'B']],
  },
  {
    what: 'an item that looks like a variable is none in the map of any program, either',
    path: 'compose.yaml',
    text: 'x-a: &a\n  SPRING_KAFKA_PRODUCER_ACKS: most\n- SPRING_KAFKA_CONSUMER_ISOLATION_LEVEL=\n',
    edits: [[2, 40, 2, 40, 'x']],
  },
  {
    what: 'a variable goes from its name to its value, however many lines come between them',
    path: 'pod.yaml',
    text: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: apache/kafka:4.1.0\n      env:\n        - name: KAFKA_NODE_ID\n          labels:\n          value: x\n',
    edits: [[8, 0, 8, 0, '\n']],
  },
  {
    what: 'the same in JSON',
    path: 'pod.json',
    text: '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"image": "apache/kafka:4.1.0", "env": [\n{\n"name": "KAFKA_NODE_ID",\n"labels": {\n"a": "b"\n},\n"value": "x"\n}\n]}]}}\n',
    edits: [[4, 0, 4, 0, '\n']],
  },
  {
    what: 'a variable that becomes a map is none',
    path: 'compose.yaml',
    text: 'services:\n  a:\n    image: apache/kafka:4.1.0\n    environment:\n      KAFKA_NODE_ID: 1\n      KAFKA_LISTENERS: A://:1\n      KAFKA_NUM_PARTITIONS: x\n',
    edits: [[5, 23, 5, 29, '{']],
  },
  {
    what: 'the same of a variable that another program reads',
    path: 'compose.yaml',
    text: 'services:\n  a:\n    image: a\n    environment:\n      SPRING_KAFKA_PRODUCER_ACKS: most\n      SPRING_KAFKA_PRODUCER_RETRIES: x\n',
    edits: [[4, 34, 4, 38, '{']],
  },
  {
    what: 'a variable that another program reads beside Kafka’s image is looked at when it is whole',
    path: 'compose.yaml',
    text: 'services:\n  a:\n    image: apache/kafka:4.1.0\n    environment:\n      KAFKA_CLUSTERS_0_PROPERTIESACKS: x\n',
    edits: [[4, 33, 4, 33, '_']],
  },
  {
    what: 'clusters alone are MirrorMaker’s, among others only with what it reads of them',
    path: 'a.properties',
    text: 'clusters=1\n',
    edits: [[1, 0, 1, 0, 'x=y\n']],
  },
];

describe('after an edit an editor is told what it is told of the text opened afresh', () => {
  it.each(cases)('$what', ({ path, text, edits }) => {
    const format = pickFormat(path) ?? properties;
    const document = new Document(text, format, { path });
    for (const [line, character, untilLine, untilCharacter, by] of edits) {
      document.reports(new Map());
      const range = { start: { line, character }, end: { line: untilLine, character: untilCharacter } };
      document.change({ range, text: by });
    }
    const places = everywhere(document);
    expect(answers(document, places)).toEqual(answers(new Document(document.text(), format, { path }), places));
  });
});

import { describe, expect, it } from 'vitest';
import { envNames } from '../../server/src/configs/env-names.ts';
import { readImage } from '../../server/src/configs/images.ts';
import { completion, documentation } from '../../server/src/features/completion.ts';
import { Document } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { env } from '../../server/src/formats/env.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { names } from '../../server/src/schema/schema.ts';
import { latestVersion, parseVersion, printVersion } from '../../server/src/schema/version.ts';
import { marked } from '../marked.ts';

function open(text: string): Document {
  return new Document(text, yaml, { path: 'docker-compose.yml' });
}

/** What the configs of a file are, with the properties that are set in them. */
function configs(document: Document): unknown {
  return document.placement.configs
    .filter(({ size }) => size > 0)
    .map((config) => [
      `${config.role} ${printVersion(config.kafka)}`,
      Object.fromEntries([...config.settings()].map(({ key, value }) => [key, value])),
    ]);
}

describe('images', () => {
  it.each([
    ['apache/kafka:3.8.0', 'apache broker 3.8.0'],
    ['apache/kafka-native:4.1.0', 'apache broker 4.1.0'],
    ['docker.io/apache/kafka', 'apache broker 4.4'],
    ['confluentinc/cp-kafka:7.6.1', 'confluent broker 3.6'],
    ['confluentinc/cp-kafka:8.0.0', 'confluent broker 4.0'],
    ['confluentinc/cp-server:5.5.1', 'confluent broker 2.5'],
    ['confluentinc/cp-kafka:6.2.0', 'confluent broker 2.8'],
    ['confluentinc/cp-kafka:4.1.2', 'confluent broker 1.1'],
    ['registry.example.com/mirror/cp-kafka-connect:7.5.0.arm64', 'confluent connect-distributed 3.5'],
    ['bitnami/kafka:3.6', 'bitnami broker 3.6'],
    ['bitnamilegacy/kafka:3.9.0-debian-12-r3', 'bitnami broker 3.9.0'],
    ['wurstmeister/kafka:2.13-2.8.1', 'wurstmeister broker 2.8.1'],
    ['wurstmeister/kafka:1.0.0', 'wurstmeister broker 1.0.0'],
    ['wurstmeister/kafka:0.10.2.1', 'wurstmeister broker 0.10.2.1'],
    ['wurstmeister/kafka', 'wurstmeister broker 2.8'],
    ['quay.io/debezium/connect:2.5', 'debezium connect-distributed 3.6'],
    ['quay.io/debezium/kafka:3.5.0.Final', 'debezium broker 4.2'],
    ['${REGISTRY}confluentinc/cp-server:7.6.0', 'confluent broker 3.6'],
    ['localhost:5000/cp-kafka:7.6.0', 'confluent broker 3.6'],
    ['cp-kafka:7.6.0', 'confluent broker 3.6'],
    ['strimzi/kafka:0.11.3-kafka-2.1.0', 'strimzi broker 2.1.0'],
    ['confluentinc/cp-kafka:$(TAG)', 'confluent broker ?'],
    ['apache/kafka:3.9.1@sha256:ab12', 'apache broker 3.9.1'],
    ['apache/kafka@sha256:ab12', 'apache broker ?'],
    ['confluentinc/cp-kafka:latest@sha256:ab12', 'confluent broker ?'],
    ['wurstmeister/kafka@sha256:ab12', 'wurstmeister broker 2.8'],
    ['wurstmeister/kafka:${TAG}', 'wurstmeister broker 2.8'],
    ['wurstmeister/kafka:0.7', 'wurstmeister broker 2.8'],
    ['confluentinc/cp-enterprise-kafka:latest', 'confluent broker ?'],
    ['confluentinc/cp-enterprise-kafka:5.3.1', 'confluent broker 2.3'],
  ])('%s is %s', (reference, expected) => {
    const image = readImage(reference);
    expect(image && `${image.family} ${image.role} ${image.kafka === undefined ? '?' : printVersion(image.kafka)}`).toBe(expected);
  });

  it.each(['confluentinc/cp-zookeeper:7.6.0', 'confluentinc/cp-schema-registry', 'provectuslabs/kafka-ui', 'postgres:16', 'kafka', ''])(
    '%s is none of them',
    (reference) => {
      expect(readImage(reference)).toBeUndefined();
    },
  );
});

describe('names of variables', () => {
  it.each([
    ['apache', 'KAFKA_LOG_DIRS', 'log.dirs'],
    ['apache', 'KAFKA_LISTENER_NAME_SASL__SSL_X', 'listener.name.sasl_ssl.x'],
    ['apache', 'KAFKA_A___B', 'a-b'],
    ['apache', 'KAFKA_HEAP_OPTS', undefined],
    ['apache', 'CLUSTER_ID', undefined],
    ['confluent', 'KAFKA_CONFLUENT_METRICS_ENABLE', undefined],
    ['confluent', 'KAFKA_ZOOKEEPER_CLIENT_CNXN_SOCKET', 'zookeeper.clientCnxnSocket'],
    ['bitnami', 'KAFKA_CFG_LOG_DIRS', 'log.dirs'],
    ['bitnami', 'KAFKA_CFG_LISTENER_NAME_SASL_SSL_X', 'listener.name.sasl_ssl.x'],
    ['bitnami', 'KAFKA_NODE_ID', 'node.id'],
    ['bitnami', 'KAFKA_MIN_INSYNC_REPLICAS', undefined],
    ['wurstmeister', 'KAFKA_CREATE_TOPICS', undefined],
    ['wurstmeister', 'KAFKA_A__B', 'a..b'],
    ['debezium', 'ZOOKEEPER_CONNECT', 'zookeeper.connect'],
    ['debezium', 'KAFKA_LOG_RETENTION_MS', 'log.retention.ms'],
  ] as const)('%s: %s becomes %s', (family, variable, key) => {
    expect(envNames(family, false).keyOf(variable)).toBe(key);
  });

  it.each([
    ['debezium', 'BOOTSTRAP_SERVERS', 'bootstrap.servers'],
    ['debezium', 'CONNECT_MAX_REQUEST_SIZE', 'max.request.size'],
    ['confluent', 'CONNECT_PRODUCER_ACKS', 'producer.acks'],
    ['confluent', 'CONNECT_LOG4J_ROOT_LOGLEVEL', undefined],
  ] as const)('%s for Connect: %s becomes %s', (family, variable, key) => {
    expect(envNames(family, true).keyOf(variable)).toBe(key);
  });

  it.each(['apache', 'confluent', 'bitnami', 'wurstmeister', 'debezium'] as const)(
    '%s: what is written is read back, for every broker property that can be written',
    (family) => {
      const rule = envNames(family, false);
      const keys = names('broker', latestVersion());
      const spelled = keys.filter((key) => rule.spell(key) !== undefined);
      for (const key of spelled) expect(rule.keyOf(rule.spell(key) ?? '')).toBe(key);
      expect(spelled.length).toBeGreaterThan(keys.length - 10);
    },
  );
});

describe('Compose', () => {
  it('takes services by their image, in map and list style', () => {
    const document = open(
      'services:\n  a:\n    image: apache/kafka:4.1.0\n    environment:\n      KAFKA_NODE_ID: 1\n      KAFKA_HEAP_OPTS: -Xmx1g\n  b:\n    image: confluentinc/cp-kafka-connect:7.6.0\n    environment:\n      - CONNECT_GROUP_ID=g\n      - "CONNECT_PRODUCER_ACKS=all"\n  c:\n    image: postgres\n    environment:\n      KAFKA_NODE_ID: 2\n',
    );
    expect(configs(document)).toEqual([
      ['broker 4.1.0', { 'node.id': '1' }],
      ['connect-distributed 3.6', { 'group.id': 'g' }],
      ['producer 3.6', { acks: 'all' }],
    ]);
  });

  it('merges anchors into the services that use them; their own variables win', () => {
    const document = open(
      'x-env: &env\n  KAFKA_NUM_PARTITIONS: 3\n  KAFKA_NODE_ID: 0\nx-service: &service\n  image: apache/kafka:4.1.0\nservices:\n  a:\n    <<: *service\n    environment:\n      <<: *env\n      KAFKA_NODE_ID: 1\n  b:\n    <<: [*service]\n    environment: *env\n',
    );
    expect(configs(document)).toEqual([
      ['broker 4.1.0', { 'num.partitions': '3', 'node.id': '1' }],
      ['broker 4.1.0', { 'num.partitions': '3', 'node.id': '0' }],
    ]);
  });

  describe('of services that extend others', () => {
    const base =
      'services:\n  base:\n    image: apache/kafka:4.1.0\n    environment:\n      KAFKA_NODE_ID: 1\n      KAFKA_NUM_PARTITIONS: 3\n';
    const both = '    environment:\n      - KAFKA_NODE_ID=2\n';

    it.each([
      ['by name', 'extends: base'],
      ['in a map', 'extends: {service: base}'],
    ])('takes image and variables of both, %s', (_, said) => {
      expect(configs(open(`${base}  a:\n    ${said}\n${both}`))).toEqual([
        ['broker 4.1.0', { 'node.id': '1', 'num.partitions': '3' }],
        ['broker 4.1.0', { 'num.partitions': '3', 'node.id': '2' }],
      ]);
    });

    it.each([
      ['of another file', 'extends: {service: base, file: other.yml}'],
      ['that is not there', 'extends: other'],
      ['that is itself', 'extends: a'],
    ])('knows nothing of one %s', (_, said) => {
      expect(configs(open(`${base}  a:\n    ${said}\n${both}`))).toEqual([['broker 4.1.0', { 'node.id': '1', 'num.partitions': '3' }]]);
    });

    it('ends where they extend each other', () => {
      const document = open(`services:\n  a:\n    extends: b\n${both}  b:\n    extends: a\n    image: apache/kafka:4.1.0\n${both}`);
      expect(configs(document)).toEqual([
        ['broker 4.1.0', { 'node.id': '2' }],
        ['broker 4.1.0', { 'node.id': '2' }],
      ]);
    });

    it('follows edits of either', () => {
      const document = open(`${base}  a:\n    extends: base\n${both}`);
      const messages = (): unknown => document.reports(new Map()).map(({ finding }) => [finding.at.config.kafka, finding.at.key]);
      messages();
      document.change({ range: { start: { line: 5, character: 28 }, end: { line: 5, character: 29 } }, text: 'x' });
      document.change({ range: { start: { line: 2, character: 24 }, end: { line: 2, character: 25 } }, text: '0' });
      const fresh = open(document.text());
      expect(messages()).toEqual(fresh.reports(new Map()).map(({ finding }) => [finding.at.config.kafka, finding.at.key]));
      expect(configs(document)).toEqual(configs(fresh));
    });
  });

  it('reads a value of several lines as the properties file does that the image writes it into', () => {
    const document = open(
      'services:\n  a:\n    image: confluentinc/cp-server:7.9.0\n    environment:\n      KAFKA_NODE_ID: 1\n      KAFKA_LISTENER_NAME_A_PLAIN_SASL_JAAS_CONFIG: |\n        org.example.Module required \\\n          username="admin" \\\n          password="a\\\\b";\n',
    );
    expect(configs(document)).toEqual([
      [
        'broker 3.9',
        { 'node.id': '1', 'listener.name.a.plain.sasl.jaas.config': 'org.example.Module required username="admin" password="a\\b";' },
      ],
    ]);
  });

  it.each(['apache/kafka:4.1.0', 'confluentinc/cp-kafka:8.1.0'])('%s finds a key store by the name of its file', (image) => {
    const lines = [
      'KAFKA_NODE_ID: 1',
      'KAFKA_PROCESS_ROLES: broker,controller',
      'KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: CONTROLLER:PLAINTEXT,SSL:SSL',
      'KAFKA_INTER_BROKER_LISTENER_NAME: SSL',
      'KAFKA_LISTENERS: SSL://:9093,CONTROLLER://:9094',
      'KAFKA_ADVERTISED_LISTENERS: SSL://a:9093',
      'KAFKA_CONTROLLER_LISTENER_NAMES: CONTROLLER',
      'KAFKA_CONTROLLER_QUORUM_VOTERS: 1@a:9094',
      'CLUSTER_ID: 4L6g3nShT-eMCtK--X86sw',
    ];
    const found = (more: readonly string[]) =>
      open(`services:\n  a:\n    image: ${image}\n    environment:\n      ${[...lines, ...more].join('\n      ')}\n`)
        .reports(new Map())
        .map(({ rule }) => rule.id);
    expect(found([])).toContain('tls-listener-key-store');
    expect(found(['KAFKA_LOG_DIRS: /data\n    volumes: [./keys:/etc/kafka/secrets]'])).toContain('tls-listener-key-store');
    expect(found(['KAFKA_LOG_DIRS: /data\n    volumes: [./more:/etc/kafka]'])).toEqual([]);
    expect(found(['KAFKA_SSL_KEYSTORE_FILENAME: a.jks', 'KAFKA_SSL_KEYSTORE_CREDENTIALS: a', 'KAFKA_SSL_KEY_CREDENTIALS: a'])).toEqual([]);
  });

  it('leaves containers alone that run something else', () => {
    const text =
      'services:\n  init:\n    image: confluentinc/cp-kafka:7.6.0\n    command: kafka-topics --create\n    environment:\n      KAFKA_BROKER_ID: ignored\n';
    expect(configs(open(text))).toEqual([]);
    expect(configs(open(text.replace('kafka-topics --create', '/etc/confluent/docker/run')))).toHaveLength(1);
  });

  it('takes a controller for one, and a command line for what it says', () => {
    expect(
      configs(open('services:\n  a:\n    image: apache/kafka:4.1.0\n    environment:\n      KAFKA_PROCESS_ROLES: controller\n')),
    ).toEqual([['controller 4.1.0', { 'process.roles': 'controller' }]]);
    const text =
      'services:\n  a:\n    image: strimzi/kafka:0.24.0-kafka-2.8.0\n    command: ["sh", "-c", "bin/kafka-server-start.sh x --override zookeeper.connect=$${ZK}"]\n    environment:\n      ZK: zk:2181\n';
    expect(configs(open(text))).toEqual([['broker 2.8.0', { 'zookeeper.connect': 'zk:2181' }]]);
  });

  it('says that ZooKeeper is over on an image of Kafka 4', () => {
    const text = 'services:\n  a:\n    image: confluentinc/cp-kafka:8.0.0\n    environment:\n      KAFKA_ZOOKEEPER_CONNECT: zk:2181\n';
    expect(
      open(text)
        .reports(new Map())
        .map(({ rule, severity }) => [rule.id, severity]),
    ).toContainEqual(['broker-needs-process-roles', 'error']);
    expect(
      open(text.replace('8.0.0', '7.9.0'))
        .reports(new Map())
        .filter(({ severity }) => severity === 'error')
        .map(({ rule }) => rule.id),
    ).toEqual(['missing-variable']);
  });

  it('wants one text where a list stands', () => {
    const document = open(
      'services:\n  a:\n    image: apache/kafka:4.1.0\n    environment:\n      KAFKA_LISTENERS: [PLAINTEXT://:9092, CONTROLLER://:9093]\n',
    );
    expect(document.reports(new Map()).map(({ rule, finding }) => [rule.id, finding.message])).toContainEqual([
      'list-for-text',
      '`listeners` must be one text with commas: `PLAINTEXT://:9092,CONTROLLER://:9093`.',
    ]);
  });

  it('lets a comment in the file choose another version', () => {
    expect(
      configs(
        open('# kafka-config: version=3.7\nservices:\n  a:\n    image: apache/kafka:4.1.0\n    environment:\n      KAFKA_NODE_ID: 1\n'),
      ),
    ).toEqual([['broker 3.7', { 'node.id': '1' }]]);
  });

  it('leaves it to an image to make listeners of hosts and ports', () => {
    const variables = [
      'KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: INSIDE:PLAINTEXT,OUTSIDE:SSL',
      'KAFKA_ADVERTISED_PROTOCOL_NAME: OUTSIDE',
      'KAFKA_ADVERTISED_HOST_NAME: kafka.example.com',
      'KAFKA_ADVERTISED_PORT: 9094',
    ];
    const text = `services:\n  a:\n    image: wurstmeister/kafka:1.0.0\n    environment:\n      ${variables.join('\n      ')}\n`;
    expect(
      open(text)
        .reports(new Map())
        .map(({ severity }) => severity),
    ).not.toContain('error');
  });

  it('misses nothing in a file that is laid over another', () => {
    const text = 'services:\n  a:\n    image: confluentinc/cp-server:7.3.0\n    environment:\n      KAFKA_METRIC_REPORTERS: a.B\n';
    const found = (path: string) => new Document(text, yaml, { path }).reports(new Map()).map(({ rule }) => rule.id);
    expect(found('docker-compose.yml')).toContain('zookeeper-connect-missing');
    expect(found('docker-compose.override.yml')).not.toContain('zookeeper-connect-missing');
  });

  describe('an image of any name', () => {
    const service = (image: string, variables: string) =>
      open(`services:\n  a:\n    ${image}\n    environment:\n${variables.replace(/^/gm, '      ')}\n`);

    it('is a worker or a broker where the variables say so, and nothing is missing there', () => {
      const document = service('build: connect', 'CONNECT_GROUP_ID: a\nCONNECT_CONFIG_STORAGE_TOPIC: b\nCONNECT_OFFSET_STORAGE_TOPIC: c');
      expect(configs(document)).toEqual([
        ['connect-distributed 4.3', { 'group.id': 'a', 'config.storage.topic': 'b', 'offset.storage.topic': 'c' }],
      ]);
      expect(document.reports(new Map())).toEqual([]);
    });

    it('may be named after the release that is in it', () => {
      const variables = 'KAFKA_CFG_NODE_ID: 1\nKAFKA_NODE_ID: hostname\nKAFKA_RESTART_ATTEMPTS: 3';
      expect(configs(service('image: example/kafka:v3.6.1-r2', variables))).toEqual([['broker 3.6.1', { 'node.id': '1' }]]);
      expect(configs(service('image: example/kafka:1.1', variables))).toEqual([['broker 4.4', { 'node.id': '1' }]]);
    });

    it('may find stores by the names of their files, and writes its values into a properties file', () => {
      const lines = [
        'KAFKA_PROCESS_ROLES: broker',
        'KAFKA_LISTENERS: SSL://:9093',
        'KAFKA_SSL_KEYSTORE_FILENAME: a.jks',
        'KAFKA_LISTENER_NAME_SSL_PLAIN_SASL_JAAS_CONFIG: |',
        '  org.example.Module required \\',
        '    username="admin";',
      ];
      const document = service('image: example/kafka', lines.join('\n'));
      expect(configs(document)).toMatchObject([
        ['broker 4.4', { 'listener.name.ssl.plain.sasl.jaas.config': 'org.example.Module required username="admin";' }],
      ]);
      expect(document.reports(new Map())).toEqual([]);
    });

    it('is an application’s where one variable alone looks like it', () => {
      expect(configs(service('image: example/shop:3.6', 'KAFKA_LISTENERS: topic-a,topic-b\nKAFKA_GROUP: g'))).toEqual([]);
    });

    it('runs what its command says', () => {
      const tools = 'image: example/kafka:3.6\n    command: kafka-topics.sh --list';
      expect(configs(service(tools, 'KAFKA_BROKER_ID: 1\nKAFKA_LOG_DIRS: /a'))).toEqual([]);
      const script = 'image: ${IMAGE}\n    command: [bash, -c, "cd /opt/kafka && ./start.sh"]';
      expect(configs(service(script, 'KAFKA_NODE_ID: 1\nKAFKA_LOG_DIRS: /a'))).toEqual([
        ['broker 4.4', { 'node.id': '1', 'log.dirs': '/a' }],
      ]);
    });

    it('gets the last of what is merged, once', () => {
      const document = open(
        'x-env: &env\n  KAFKA_NODE_ID: 1\n  KAFKA_NUM_PARTITIONS: x\nservices:\n  a:\n    image: example/kafka\n    environment:\n      <<: *env\n      KAFKA_NUM_PARTITIONS: 3\n',
      );
      expect(configs(document)).toEqual([['broker 4.4', { 'node.id': '1', 'num.partitions': '3' }]]);
      expect(document.reports(new Map())).toEqual([]);
    });
  });

  it('forgets nothing while it is edited', () => {
    const document = open('services:\n  a:\n    image: apache/kafka:4.1.0\n    environment:\n      KAFKA_NODE_ID: 1\n');
    document.reports(new Map());
    document.change({
      range: { start: { line: 4, character: 21 }, end: { line: 4, character: 22 } },
      text: '7\n      KAFKA_NUM_PARTITIONS: x',
    });
    expect(document.reports(new Map()).map(({ rule }) => rule.id)).toContain('invalid-value');
    document.change({ range: { start: { line: 2, character: 11 }, end: { line: 2, character: 29 } }, text: 'postgres' });
    expect(document.reports(new Map())).toEqual([]);
  });
});

describe('in the editor', () => {
  const text =
    'services:\n  a:\n    image: bitnami/kafka:3.6\n    environment:\n      - KAFKA_CFG_NUM_PARTITIONS=3\n      - KAFKA_CFG_LOG¦\n';

  it('a variable shows the property that it becomes', () => {
    const document = open(text.replace('¦', ''));
    expect(hover(document, { line: 4, character: 12 }, undefined)?.markdown).toMatch(
      /^`KAFKA_CFG_NUM_PARTITIONS` becomes `num.partitions`\n\n\*\*num.partitions\*\*/,
    );
  });

  it('names are offered as this image spells them', () => {
    const { text: plain, cursor = { line: 0, character: 0 } } = marked(text);
    const offered = completion(open(plain), cursor);
    expect(offered?.items.map(({ label }) => label)).toContain('KAFKA_CFG_LOG_DIRS');
    expect(offered?.items.map(({ label }) => label)).not.toContain('KAFKA_CFG_NUM_PARTITIONS');
    expect(offered?.range).toEqual({ start: { line: 5, character: 8 }, end: { line: 5, character: 21 } });
    expect(offered && documentation('KAFKA_CFG_LOG_DIRS', offered.data, undefined)).toMatch(/^\*\*log.dirs\*\*/);
  });

  it('values too', () => {
    const { text: plain, cursor = { line: 0, character: 0 } } = marked(
      'services:\n  a:\n    image: apache/kafka:4.1.0\n    environment:\n      KAFKA_AUTO_CREATE_TOPICS_ENABLE: "¦"\n',
    );
    expect(completion(open(plain), cursor)?.items.map(({ label }) => label)).toEqual(['true', 'false']);
  });

  it('an empty line of an environment offers variables', () => {
    const { text: plain, cursor = { line: 0, character: 0 } } = marked(
      'services:\n  a:\n    image: apache/kafka:4.1.0\n    environment:\n      KAFKA_NODE_ID: 1\n      ¦\n',
    );
    expect(completion(open(plain), cursor)?.items.map(({ label }) => label)).toContain('KAFKA_LISTENERS');
  });

  it('nothing is offered outside', () => {
    const { text: plain, cursor = { line: 0, character: 0 } } = marked(
      'services:\n  a:\n    image: apache/kafka:4.1.0\n    ¦\n    environment:\n      KAFKA_NODE_ID: 1\n',
    );
    expect(completion(open(plain), cursor)).toBeUndefined();
  });
});

describe('.env files', () => {
  it('hold what is sure to be a broker’s', () => {
    const document = new Document('KAFKA_CFG_NODE_ID=1\nKAFKA_CFG_NUM_PARTITIONS=x\nKAFKA_TOPIC=orders\nDB=1\n', env, { path: '.env' });
    expect(configs(document)).toEqual([['broker 4.4', { 'node.id': '1', 'num.partitions': 'x' }]]);
    expect(document.reports(new Map()).map(({ rule }) => rule.id)).toEqual(['invalid-value']);
  });

  it('of applications hold nothing', () => {
    expect(new Document('KAFKA_BOOTSTRAP_SERVERS=a:9092\nKAFKA_TOPIC=x\n', env, { path: '.env' }).placement.configs).toEqual([]);
  });

  it('know their version from settings', () => {
    const kafka = parseVersion('3.7');
    expect(
      new Document('KAFKA_NODE_ID=1\n', env, { path: '.env', ...(kafka !== undefined && { kafka }) }).placement.configs.map((config) =>
        printVersion(config.kafka),
      ),
    ).toEqual(['3.7']);
  });
});

import type { Config } from '../../configs/config.ts';
import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';

const missing =
  'services:\n  kafka:\n    image: confluentinc/cp-kafka:7.6.0\n    environment:\n      «KAFKA_NODE_ID»: 1\n      KAFKA_PROCESS_ROLES: broker,controller\n';
const rest =
  '      KAFKA_LISTENERS: PLAINTEXT://:9092,CONTROLLER://:9093\n      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://kafka:9092\n      KAFKA_CONTROLLER_LISTENER_NAMES: CONTROLLER\n      KAFKA_CONTROLLER_QUORUM_VOTERS: 1@kafka:9093\n      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT\n';

export const missingVariable: RelationRule = {
  id: 'missing-variable',
  title: 'A variable without which the image does not start',
  why: 'The start scripts of the Apache and Confluent images stop before Kafka runs where a variable is missing: the cluster’s id that storage is formatted with, what a broker is reached by, the key store of an `SSL://` listener, the JAAS file of a SASL listener.',
  severity: 'error',
  roles: ['broker', 'controller'],
  source:
    'confluentinc/kafka-images, kafka/include/etc/confluent/docker/configure; apache/kafka, docker/resources/common-scripts/configure',
  examples: [
    { text: missing + rest, only: 'yaml', message: 'The image `confluentinc/cp-kafka:7.6.0` needs `CLUSTER_ID`.' },
    { text: `${missing.replace(/[«»]/g, '')}${rest}      CLUSTER_ID: MkU3OEVBNTcwNTJENDM2Qk\n`, only: 'yaml' },
    {
      text: 'services:\n  kafka:\n    image: apache/kafka:3.9.0\n    environment:\n      KAFKA_ADVERTISED_LISTENERS: «SSL://kafka:9092»\n      KAFKA_SSL_KEYSTORE_LOCATION: /keys.jks\n      KAFKA_SSL_KEYSTORE_CREDENTIALS: c\n      KAFKA_SSL_KEY_CREDENTIALS: c\n',
      only: 'yaml',
      message: 'The image `apache/kafka:3.9.0` needs `KAFKA_SSL_KEYSTORE_FILENAME` for these listeners.',
    },
  ],
  reads: ['process.roles', 'advertised.listeners', 'zookeeper.connect', 'listeners', 'ssl.client.auth'],
  *check(config) {
    const { image, whole } = config.identity;
    const { first } = config;
    if ((image?.family !== 'confluent' && image?.family !== 'apache') || !image.complete || !whole || first === undefined) return;
    for (const name of image.family === 'confluent' ? started(config) : [])
      if (!image.variables.has(name)) yield { at: first, part: 'key', message: `The image \`${image.name}\` needs \`${name}\`.` };
    const at = config.own('advertised.listeners');
    if (at === undefined || config.role !== 'broker') return;
    const missing = secured(config).filter((name) => !image.variables.has(name));
    if (missing.length > 0)
      yield { at, message: `The image \`${image.name}\` needs ${missing.map((name) => `\`${name}\``).join(', ')} for these listeners.` };
  },
};

/** From Confluent Platform 7.4 on KRaft needs the id; brokers need what they are reached by. */
function started(config: Config): readonly string[] {
  const kraft = config.has('process.roles');
  const id = kraft && atLeast(config.kafka, '3.4') ? ['CLUSTER_ID'] : [];
  const advertised = config.role === 'broker' && (kraft || config.has('zookeeper.connect')) ? ['KAFKA_ADVERTISED_LISTENERS'] : [];
  return [...id, ...advertised];
}

/** What an address that begins with `SSL://`, `SASL_SSL://` or `SASL_PLAINTEXT://` asks for, whatever its listener is mapped to. */
function secured(config: Config): readonly string[] {
  const advertised = config.value('advertised.listeners') ?? '';
  const clients = /required|requested/.test(config.value('ssl.client.auth') ?? '');
  return [
    ...(advertised.includes('SSL://')
      ? ['KAFKA_SSL_KEYSTORE_FILENAME', 'KAFKA_SSL_KEY_CREDENTIALS', 'KAFKA_SSL_KEYSTORE_CREDENTIALS']
      : []),
    ...(advertised.includes('SSL://') && clients ? ['KAFKA_SSL_TRUSTSTORE_FILENAME', 'KAFKA_SSL_TRUSTSTORE_CREDENTIALS'] : []),
    ...(/SASL_.*:\/\//.test(advertised) ? ['KAFKA_OPTS'] : []),
  ];
}

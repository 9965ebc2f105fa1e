import type { Config } from '../../configs/config.ts';
import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';

const missing =
  'services:\n  kafka:\n    image: confluentinc/cp-kafka:7.6.0\n    environment:\n      «KAFKA_NODE_ID»: 1\n      KAFKA_PROCESS_ROLES: broker,controller\n';
const rest =
  '      KAFKA_LISTENERS: PLAINTEXT://:9092,CONTROLLER://:9093\n      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://kafka:9092\n      KAFKA_CONTROLLER_LISTENER_NAMES: CONTROLLER\n      KAFKA_CONTROLLER_QUORUM_VOTERS: 1@kafka:9093\n      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT\n';

export const missingVariable: RelationRule = {
  id: 'missing-variable',
  title: 'A variable without which Confluent’s image does not start',
  why: 'The start script formats the storage of a KRaft node with the cluster’s id and derives the listeners of a broker from the advertised ones: without these variables it stops before Kafka runs.',
  severity: 'error',
  roles: ['broker', 'controller'],
  source: 'confluentinc/kafka-images, kafka/include/etc/confluent/docker/configure and ensure',
  examples: [
    { text: missing + rest, only: 'yaml', message: 'The image `confluentinc/cp-kafka:7.6.0` needs `CLUSTER_ID`.' },
    { text: `${missing.replace(/[«»]/g, '')}${rest}      CLUSTER_ID: MkU3OEVBNTcwNTJENDM2Qk\n`, only: 'yaml' },
  ],
  reads: ['process.roles', 'advertised.listeners', 'zookeeper.connect', 'listeners'],
  *check(config) {
    const { image, whole } = config.identity;
    const { first } = config;
    if (image?.family !== 'confluent' || !image.complete || !whole || first === undefined) return;
    for (const name of needed(config)) {
      if (!image.variables.has(name)) yield { at: first, part: 'key', message: `The image \`${image.name}\` needs \`${name}\`.` };
    }
  },
};

/** From Confluent Platform 7.4 on KRaft needs the id; brokers need what they are reached by. */
function needed(config: Config): readonly string[] {
  const kraft = config.has('process.roles');
  const id = kraft && atLeast(config.kafka, '3.4') ? ['CLUSTER_ID'] : [];
  const advertised = config.role === 'broker' && (kraft || config.has('zookeeper.connect')) ? ['KAFKA_ADVERTISED_LISTENERS'] : [];
  return [...id, ...advertised];
}

import type { Setting } from '../../configs/config.ts';
import { type EnvNames, envNames, reshaped } from '../../configs/env-names.ts';
import type { ImageUse } from '../../configs/image-use.ts';
import { define } from '../../schema/schema.ts';
import type { SettingRule } from '../rule.ts';

export const untranslatedVariable: SettingRule = {
  id: 'untranslated-variable',
  title: 'A variable that this image does not pass on to Kafka',
  why: 'Each image has its own names: Bitnami’s takes `KAFKA_CFG_…`, Apache’s and Confluent’s take `KAFKA_…`. Debezium’s takes some without a prefix, and writes over those that have it. A variable named for another image changes nothing.',
  severity: 'warning',
  roles: 'all',
  source: 'apache/kafka KafkaDockerWrapper; Bitnami libkafka.sh kafka_configure_from_environment_variables; Debezium docker-entrypoint.sh',
  examples: [
    {
      text: 'services:\n  kafka:\n    image: bitnami/kafka:3.6\n    environment:\n      «KAFKA_MIN_INSYNC_REPLICAS»: 2\n      KAFKA_CFG_NODE_ID: 1\n',
      only: 'yaml',
      message: 'The image `bitnami/kafka:3.6` ignores `KAFKA_MIN_INSYNC_REPLICAS`: it reads `KAFKA_CFG_MIN_INSYNC_REPLICAS`.',
      fixed:
        'services:\n  kafka:\n    image: bitnami/kafka:3.6\n    environment:\n      KAFKA_CFG_MIN_INSYNC_REPLICAS: 2\n      KAFKA_CFG_NODE_ID: 1\n',
    },
    {
      text: 'services:\n  kafka:\n    image: apache/kafka:3.9.0\n    environment:\n      - «KAFKA_CFG_NUM_PARTITIONS»=3\n      - KAFKA_ZOOKEEPER_CONNECT=zk:2181\n',
      only: 'yaml',
      fixed:
        'services:\n  kafka:\n    image: apache/kafka:3.9.0\n    environment:\n      - KAFKA_NUM_PARTITIONS=3\n      - KAFKA_ZOOKEEPER_CONNECT=zk:2181\n',
    },
    {
      text: 'services:\n  kafka:\n    image: confluentinc/cp-kafka:7.6.0\n    environment:\n      «num.partitions»: 3\n      KAFKA_NODE_ID: 1\n',
      only: 'yaml',
      message: 'The image `confluentinc/cp-kafka:7.6.0` ignores `num.partitions`: it reads `KAFKA_NUM_PARTITIONS`.',
      fixed:
        'services:\n  kafka:\n    image: confluentinc/cp-kafka:7.6.0\n    environment:\n      KAFKA_NUM_PARTITIONS: 3\n      KAFKA_NODE_ID: 1\n',
    },
    {
      text: 'services:\n  connect:\n    image: debezium/connect:2.5\n    environment:\n      BOOTSTRAP_SERVERS: kafka:9092\n      «CONNECT_OFFSET_FLUSH_INTERVAL_MS»: 5000\n',
      only: 'yaml',
      message: 'The image `debezium/connect:2.5` ignores `CONNECT_OFFSET_FLUSH_INTERVAL_MS`: it reads `OFFSET_FLUSH_INTERVAL_MS`.',
      fixed:
        'services:\n  connect:\n    image: debezium/connect:2.5\n    environment:\n      BOOTSTRAP_SERVERS: kafka:9092\n      OFFSET_FLUSH_INTERVAL_MS: 5000\n',
    },
    {
      text: 'services:\n  kafka:\n    image: bitnami/kafka:3.6\n    environment:\n      KAFKA_CFG_MIN_INSYNC_REPLICAS: 2\n      KAFKA_KRAFT_CLUSTER_ID: a\n',
      only: 'yaml',
    },
  ],
  reads: 'each',
  in: ({ image }) => image?.leftOver === true,
  *check(setting, config) {
    const { image } = config.identity;
    const wanted = image && wantedName(setting, image);
    if (image === undefined || wanted === undefined) return;
    const step = image.variables.has(wanted)
      ? ({ do: 'remove', setting } as const)
      : ({ do: 'rename', setting, key: envNames(image.family, image.connect === true).keyOf(wanted) ?? '' } as const);
    const title = step.do === 'remove' ? `Remove \`${setting.entry.key}\`` : `Change to \`${wanted}\``;
    yield {
      at: setting,
      part: 'key',
      message: `The image \`${image.name}\` ignores \`${setting.entry.key}\`: it reads \`${wanted}\`.`,
      fixes: [{ title, safe: false, steps: [step] }],
    };
  },
};

/** The variable that this image reads for the property that is meant; undefined where it is no property. */
function wantedName({ entry, config }: Setting, image: ImageUse): string | undefined {
  const connect = image.connect === true;
  const names = envNames(image.family, connect);
  const key = names.isLost(entry.key) ? keyMeant(entry.key, names, connect) : undefined;
  const roles = connect ? (['connect-distributed'] as const) : (['broker', 'controller'] as const);
  if (key === undefined || !roles.some((role) => define(role, config.kafka, key) !== undefined)) return undefined;
  return names.spell(key);
}

function keyMeant(variable: string, names: EnvNames, connect: boolean): string | undefined {
  const name = reshaped(variable, names.prefix) ?? variable;
  const others = name.startsWith('KAFKA_CFG_') ? envNames('bitnami', false) : envNames('confluent', connect);
  return names.keyOf(name) ?? others.keyOf(name);
}

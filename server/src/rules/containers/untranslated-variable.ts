import type { Setting } from '../../configs/config.ts';
import { envNames } from '../../configs/env-names.ts';
import type { ImageUse } from '../../configs/image-use.ts';
import { define } from '../../schema/schema.ts';
import type { SettingRule } from '../rule.ts';

export const untranslatedVariable: SettingRule = {
  id: 'untranslated-variable',
  title: 'A variable that this image does not pass on to Kafka',
  why: 'Each image has its own names: Bitnami’s takes `KAFKA_CFG_…`, Apache’s and Confluent’s take `KAFKA_…`. A variable named for another image changes nothing.',
  severity: 'warning',
  roles: 'all',
  source: 'apache/kafka KafkaDockerWrapper; Bitnami libkafka.sh kafka_configure_from_environment_variables',
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
    const fix = image.variables.has(wanted)
      ? undefined
      : {
          title: `Change to \`${wanted}\``,
          safe: false,
          steps: [{ do: 'rename' as const, setting, key: envNames(image.family, false).keyOf(wanted) ?? '' }],
        };
    yield {
      at: setting,
      part: 'key',
      message: `The image \`${image.name}\` ignores \`${setting.entry.key}\`: it reads \`${wanted}\`.`,
      ...(fix !== undefined && { fixes: [fix] }),
    };
  },
};

/** The variable that this image reads for the property that the other image's variable is; undefined where it is no property. */
function wantedName({ entry, config }: Setting, image: ImageUse): string | undefined {
  const other = entry.key.startsWith('KAFKA_CFG_') ? envNames('bitnami', false) : envNames('confluent', false);
  const key = other.keyOf(entry.key);
  if (key === undefined || (define('broker', config.kafka, key) ?? define('controller', config.kafka, key)) === undefined) return undefined;
  return envNames(image.family, false).spell(key);
}

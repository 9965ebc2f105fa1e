import type { SettingRule } from '../rule.ts';

export const variableAsMap: SettingRule = {
  id: 'variable-as-map',
  title: 'A colon where a list wants NAME=value',
  why: 'In a list each variable is one text with an equals sign. With a colon and a blank the item is a map of its own: Docker Compose refuses the file.',
  severity: 'error',
  roles: 'all',
  family: 'any',
  source: 'Compose specification, services: environment',
  examples: [
    {
      text: 'services:\n  kafka:\n    image: apache/kafka:4.1.0\n    environment:\n      - «KAFKA_NUM_PARTITIONS»: 3\n      - KAFKA_LOG_RETENTION_HOURS=24\n',
      only: 'yaml',
      message: 'In a list `KAFKA_NUM_PARTITIONS` must be written as `KAFKA_NUM_PARTITIONS=…`: with a colon it is a map.',
    },
    {
      text: 'services:\n  kafka:\n    image: apache/kafka:4.1.0\n    environment:\n      - KAFKA_NUM_PARTITIONS=3\n      - KAFKA_LOG_RETENTION_HOURS\n',
      only: 'yaml',
    },
  ],
  reads: 'each',
  in: ({ image }) => image?.asMaps === true,
  *check(setting) {
    const name = setting.entry.key;
    yield { at: setting, part: 'key', message: `In a list \`${name}\` must be written as \`${name}=…\`: with a colon it is a map.` };
  },
};

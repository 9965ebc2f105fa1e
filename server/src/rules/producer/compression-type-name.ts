import { oneOf } from '../../schema/value.ts';
import { atLeast } from '../../schema/version.ts';
import type { SettingRule } from '../rule.ts';

export const compressionTypeName: SettingRule = {
  id: 'compression-type-name',
  title: 'Compression has names in small letters',
  why: 'The definition of older releases takes any text, and the producer finds out when it starts.',
  severity: 'error',
  roles: ['producer', 'connect-distributed', 'streams'],
  kafka: { since: '0.9.0', until: '3.2' },
  source: 'org.apache.kafka.common.record.CompressionType#forName',
  examples: [
    { text: 'compression.type=«GZIP»\n', kafka: '2.8', message: '`compression.type` must be `none`, `gzip`, `snappy`, `lz4` or `zstd`.' },
    { text: 'compression.type=«zstd»\n', kafka: '2.0', message: '`compression.type` must be `none`, `gzip`, `snappy` or `lz4`.' },
    { text: 'compression.type=«producer»\n', role: 'streams', kafka: '2.8' },
    { text: 'compression.type=gzip\n', kafka: '2.8' },
  ],
  reads: 'each',
  of: ({ key, definition }) => key === 'compression.type' && definition !== undefined && definition.validator === undefined,
  *check(setting, config) {
    const names = ['none', 'gzip', 'snappy', 'lz4', ...(atLeast(config.kafka, '2.1') ? ['zstd'] : [])];
    if (!setting.unknown && !names.includes(setting.value)) yield { at: setting, message: `\`compression.type\` must be ${oneOf(names)}.` };
  },
};

import type { RelationRule } from '../rule.ts';

const codecs = ['gzip', 'lz4', 'zstd'] as const;

export const compressionLevelUnused: RelationRule = {
  id: 'compression-level-unused',
  title: 'A compression level of a codec that is not used',
  why: 'The producer reads the level of the codec that `compression.type` names, and no other.',
  severity: 'warning',
  roles: ['producer'],
  kafka: { since: '3.8' },
  source: 'KIP-390; org.apache.kafka.clients.producer.KafkaProducer#configureCompression',
  examples: [
    {
      text: 'compression.type=lz4\n«compression.zstd.level»=5\n',
      message: '`compression.zstd.level` is not used: `compression.type` is `lz4`.',
      fixed: 'compression.type=lz4\n',
    },
    {
      text: '«compression.gzip.level»=5\n',
      severity: 'information',
      message: '`compression.gzip.level` is used only where `compression.type` is `gzip`; it is not set here.',
    },
    { text: 'compression.type=gzip\ncompression.gzip.level=5\n' },
    { text: 'compression.type=${env:CODEC}\ncompression.gzip.level=5\n' },
  ],
  reads: ['compression.type', ...codecs.map((codec) => `compression.${codec}.level`)],
  *check(config) {
    const type = config.get('compression.type');
    if (type?.unknown) return;
    for (const codec of codecs) {
      const setting = config.own(`compression.${codec}.level`);
      if (setting === undefined || type?.value === codec) continue;
      yield {
        at: setting,
        part: 'key',
        tag: 'unnecessary',
        ...(type === undefined && { severity: 'information' }),
        message: `\`${setting.key}\` ${type === undefined ? `is used only where \`compression.type\` is \`${codec}\`; it is not set here` : `is not used: \`compression.type\` is \`${type.value}\``}.`,
        fixes: [{ title: `Remove \`${setting.key}\``, safe: false, steps: [{ do: 'remove', setting }] }],
      };
    }
  },
};

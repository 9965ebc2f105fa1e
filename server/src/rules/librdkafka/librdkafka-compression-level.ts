import type { Finding, RelationRule } from '../rule.ts';
import { namesOf, numberOf, valueFor, written } from './reading.ts';

/** The highest level of each codec that has levels: `RD_KAFKA_COMPLEVEL_…_MAX`. */
const highest: Readonly<Record<string, number>> = { gzip: 9, lz4: 12, zstd: 12 };

export const librdkafkaCompressionLevel: RelationRule = {
  id: 'librdkafka-compression-level',
  title: 'A compression level that the codec does not have',
  why: 'librdkafka lowers a level that is too high for the codec, and drops it for codecs without levels, and logs neither.',
  severity: 'warning',
  roles: ['producer', 'client'],
  family: 'librdkafka',
  source: 'librdkafka, rdkafka_topic.c: rd_kafka_topic_new0',
  examples: [
    {
      text: 'sasl.username=app\ncompression.type=gzip\ncompression.level=«12»\n',
      role: 'producer',
      message: 'librdkafka uses 9, the highest level of `gzip`.',
      fixed: 'sasl.username=app\ncompression.type=gzip\ncompression.level=9\n',
    },
    {
      text: 'sasl.username=app\ncompression.codec=snappy\ncompression.level=«3»\n',
      role: 'producer',
      message: '`snappy` has no levels: librdkafka ignores this one.',
      fixed: 'sasl.username=app\ncompression.codec=snappy\n',
    },
    { text: 'sasl.username=app\ncompression.type=zstd\ncompression.level=12\n', role: 'producer' },
    { text: 'sasl.username=app\ncompression.type=snappy\ncompression.level=-1\n', role: 'producer' },
    { text: 'sasl.username=app\ncompression.level=4\n', role: 'producer' },
  ],
  reads: namesOf('compression.codec', 'compression.level'),
  *check(config) {
    const setting = written(config, 'compression.level');
    const codec = written(config, 'compression.codec') && valueFor(config, 'compression.codec');
    const level = numberOf(config, 'compression.level');
    if (setting === undefined || codec === undefined || level === undefined || level < 0) return;
    const most = highest[codec];
    if (most === undefined) {
      const fixes = [{ title: `Remove \`${setting.key}\``, safe: false, steps: [{ do: 'remove', setting }] }] as const;
      yield { at: setting, message: `\`${codec}\` has no levels: librdkafka ignores this one.`, fixes };
    } else if (level > most) {
      const fixes = [
        { title: `Set \`${setting.key}\` to \`${most}\``, safe: false, steps: [{ do: 'set', setting, value: String(most) }] },
      ] as const;
      yield { at: setting, message: `librdkafka uses ${most}, the highest level of \`${codec}\`.`, fixes } satisfies Finding;
    }
  },
};

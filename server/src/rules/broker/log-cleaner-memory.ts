import type { RelationRule } from '../rule.ts';

const mebibyte = 1024 * 1024;
/** What one thread can address (`CleanerThread`). */
const most = 2_147_483_647;

export const logCleanerMemory: RelationRule = {
  id: 'log-cleaner-memory',
  title: 'Every cleaner thread needs more than 1 MiB, and uses no more than 2 GiB',
  why: 'The threads of the log cleaner share `log.cleaner.dedupe.buffer.size` among them. A thread can use no more than 2 GiB of it.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source: 'kafka.server.KafkaConfig#validateValues; org.apache.kafka.storage.internals.log.LogCleaner',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.cleaner.dedupe.buffer.size=«1048576»\n',
      kafka: '3.9',
      message: '`log.cleaner.dedupe.buffer.size` must be more than 1048576 bytes for each of `log.cleaner.threads`, 1.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.cleaner.dedupe.buffer.size=«6442450944»\n',
      kafka: '3.9',
      severity: 'warning',
      message:
        '`log.cleaner.dedupe.buffer.size` must be at most 2147483647 bytes for each of `log.cleaner.threads`, 1: Kafka leaves the rest unused.',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.cleaner.dedupe.buffer.size=8388608\nlog.cleaner.threads=4\n', kafka: '3.9' },
  ],
  reads: ['log.cleaner.dedupe.buffer.size', 'log.cleaner.threads', 'log.cleaner.enable'],
  *check(config) {
    const size = config.number('log.cleaner.dedupe.buffer.size');
    const threads = config.number('log.cleaner.threads');
    const at = config.get('log.cleaner.dedupe.buffer.size') ?? config.get('log.cleaner.threads');
    if (at === undefined || size === undefined || threads === undefined || threads < 1) return;
    const share = Math.trunc(size / threads);
    if (share > most && config.boolean('log.cleaner.enable') !== false)
      yield {
        at,
        severity: 'warning',
        message: `\`log.cleaner.dedupe.buffer.size\` must be at most ${most} bytes for each of \`log.cleaner.threads\`, ${threads}: Kafka leaves the rest unused.`,
      };
    if (share > mebibyte) return;
    yield {
      at,
      message: `\`log.cleaner.dedupe.buffer.size\` must be more than ${mebibyte} bytes for each of \`log.cleaner.threads\`, ${threads}.`,
    };
  },
};

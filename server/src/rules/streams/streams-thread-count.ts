import type { RelationRule } from '../rule.ts';

const key = 'num.stream.threads';

export const streamsThreadCount: RelationRule = {
  id: 'streams-thread-count',
  title: 'Streams works with at least one thread',
  why: 'The definition takes any number. The cache is divided among the threads when the program starts, and a topology without threads processes nothing.',
  severity: 'error',
  roles: ['streams'],
  source: 'org.apache.kafka.streams.KafkaStreams#getCacheSizePerThread, #getNumStreamThreads',
  examples: [
    { text: `${key}=«-1»\n`, kafka: '4.1', message: `\`${key}\` must be 1 or more.` },
    {
      text: `${key}=«0»\n`,
      kafka: '4.1',
      severity: 'warning',
      message: `\`${key}\` should be 1 or more: only a program of nothing but global tables runs without.`,
    },
    { text: `${key}=1\n` },
  ],
  single: true,
  reads: [key],
  *check(config) {
    const setting = config.own(key);
    const threads = config.number(key);
    if (setting === undefined || threads === undefined || threads >= 1) return;
    if (threads < 0) yield { at: setting, message: `\`${key}\` must be 1 or more.` };
    else {
      const message = `\`${key}\` should be 1 or more: only a program of nothing but global tables runs without.`;
      yield { at: setting, severity: 'warning', message };
    }
  },
};

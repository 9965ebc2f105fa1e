import type { RelationRule } from '../rule.ts';
import { embedded, wholeNumber } from './embedded.ts';

/** Streams’ own, in milliseconds: shorter than the producer’s. */
const defaultTimeout = 10_000;
const defaultCommit = 100;

export const streamsTransactionTimeout: RelationRule = {
  id: 'streams-transaction-timeout',
  title: 'A transaction lasts at least one commit interval',
  why: 'With exactly-once each commit ends a transaction. One that may last less than `commit.interval.ms` would always be aborted by the broker, so Streams refuses it.',
  severity: 'error',
  roles: ['streams'],
  kafka: { since: '3.0' },
  source: 'KIP-732; org.apache.kafka.streams.StreamsConfig#verifyEOSTransactionTimeoutCompatibility',
  examples: [
    {
      text: 'processing.guarantee=exactly_once_v2\ncommit.interval.ms=«30000»\n',
      message: '`commit.interval.ms` must be at most `producer.transaction.timeout.ms` (10000) with exactly-once.',
      fixed: 'processing.guarantee=exactly_once_v2\ncommit.interval.ms=30000\nproducer.transaction.timeout.ms=30000\n',
    },
    {
      text: 'processing.guarantee=exactly_once_v2\nproducer.transaction.timeout.ms=«50»\n',
      message: '`producer.transaction.timeout.ms` must be at least `commit.interval.ms` (100) with exactly-once.',
    },
    { text: 'processing.guarantee=exactly_once_v2\ncommit.interval.ms=30000\nproducer.transaction.timeout.ms=60000\n' },
    { text: 'commit.interval.ms=30000\n' },
  ],
  reads: ['processing.guarantee', 'commit.interval.ms', 'producer.transaction.timeout.ms'],
  *check(config) {
    if (config.value('processing.guarantee')?.startsWith('exactly_once') !== true) return;
    const view = embedded(config, 'producer.', 'transaction.timeout.ms');
    // Only the prefixed key counts here.
    const timeout = view?.config === config ? undefined : view;
    const commit = config.get('commit.interval.ms');
    const lasts = timeout === undefined ? defaultTimeout : wholeNumber(timeout);
    const every = commit === undefined ? defaultCommit : wholeNumber(commit);
    if (lasts === undefined || every === undefined || lasts >= every) return;
    if (timeout !== undefined) {
      yield {
        at: timeout,
        message: `\`producer.transaction.timeout.ms\` must be at least \`commit.interval.ms\` (${every}) with exactly-once.`,
        fixes: [{ title: `Set it to ${every}`, safe: false, steps: [{ do: 'set', setting: timeout, value: String(every) }] }],
      };
    } else if (commit !== undefined) {
      yield {
        at: commit,
        message: `\`commit.interval.ms\` must be at most \`producer.transaction.timeout.ms\` (${lasts}) with exactly-once.`,
        fixes: [
          {
            title: `Add \`producer.transaction.timeout.ms=${every}\``,
            safe: false,
            steps: [{ do: 'add', after: commit, key: 'producer.transaction.timeout.ms', value: String(every) }],
          },
        ],
      };
    }
  },
};

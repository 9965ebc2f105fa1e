import { describe, expect, it } from 'vitest';
import { actionsAt } from '../../server/src/features/actions.ts';
import { Document } from '../../server/src/features/document.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { properties } from '../../server/src/formats/properties.ts';

/** The titles of what can be done on one line, but for ways to silence it. */
function offered(path: string, text: string, line: number): readonly string[] {
  const document = new Document(text, pickFormat(path) ?? properties, { path });
  const actions = actionsAt(document, { start: { line, character: 0 }, end: { line, character: 80 } }, new Map());
  return actions.map(({ title }) => title).filter((title) => !title.startsWith('Ignore'));
}

describe('a value that is refused', () => {
  it.each([
    ['server.properties', 'node.id=1\nlog.segment.bytes=1GB\n', 'Set `log.segment.bytes` to `1073741824` (1 GiB)'],
    ['server.properties', 'node.id=1\nlog.retention.ms=7 days\n', 'Set `log.retention.ms` to `604800000` (7 days)'],
    ['consumer.properties', 'group.id=a\nfetch.min.bytes=64KiB\n', 'Set `fetch.min.bytes` to `65536` (64 KiB)'],
    ['consumer.properties', 'group.id=a\nisolation.level=read-committed\n', 'Set `isolation.level` to `read_committed`'],
    ['consumer.properties', 'group.id=a\nauto.offset.reset=largest\n', 'Set `auto.offset.reset` to `latest`'],
    ['consumer.properties', 'group.id=a\nenable.auto.commit=flase\n', 'Set `enable.auto.commit` to `false`'],
    ['streams.properties', 'application.id=a\nprocessing.guarantee=exactly_once\n', 'Set `processing.guarantee` to `exactly_once_v2`'],
    ['librdkafka.config', 'sasl.username=a\ncompression.codec=zsdt\n', 'Set `compression.codec` to `zstd`'],
  ])('in %s, %j, has a likely other', (path, text, title) => {
    expect(offered(path, text, 1)).toEqual([title]);
  });

  it.each([
    ['consumer.properties', 'group.id=a\nauto.offset.reset=newest\n'],
    ['producer.properties', 'acks=all\nretries=5s\n'],
    ['server.properties', 'node.id=1\nnum.partitions=-1\n'],
  ])('in %s, %j, has none', (path, text) => {
    expect(offered(path, text, 1)).toEqual([]);
  });

  it('is offered before what librdkafka reads', () => {
    expect(offered('librdkafka.config', 'sasl.username=a\nsocket.timeout.ms=60s\n', 1)).toEqual([
      'Set `socket.timeout.ms` to `60000` (1 minute)',
      'Write `60`',
    ]);
  });

  it('silences a rule once in one place', () => {
    const text = 'services:\n  kafka:\n    image: confluentinc/cp-kafka:7.6.0\n    environment:\n      KAFKA_PROCESS_ROLES: broker\n';
    const document = new Document(text, pickFormat('compose.yaml') ?? properties, { path: 'compose.yaml' });
    const titles = actionsAt(document, { start: { line: 4, character: 0 }, end: { line: 4, character: 40 } }, new Map()).map(
      ({ title }) => title,
    );
    expect(titles.filter((title) => title === 'Ignore `missing-variable` here')).toHaveLength(1);
  });
});

describe('a login module of Java’s in a librdkafka file', () => {
  it('becomes a user and a password', () => {
    const jaas = 'org.apache.kafka.common.security.plain.PlainLoginModule required username="app" password="x y";';
    const document = new Document(`sasl.mechanisms=PLAIN\nsasl.jaas.config=${jaas}\n`, properties, { path: 'librdkafka.config' });
    const [action] = actionsAt(document, { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } }, new Map());
    expect(action?.title).toBe('Write `sasl.username` and `sasl.password`');
    for (const { start, end, text } of action?.edits.toReversed() ?? []) document.change({ range: { start, end }, text });
    expect(document.text()).toBe('sasl.mechanisms=PLAIN\nsasl.username=app\nsasl.password=x y\n');
  });
});

import { describe, expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { marked } from '../marked.ts';

/** The paragraphs shown at the mark `¦`. */
function shown(path: string, example: string): readonly string[] {
  const { text, cursor } = marked(example);
  const found = cursor && hover(new Document(text, pickFormat(path) ?? properties, { path }), cursor, undefined);
  return found?.markdown.split('\n\n') ?? [];
}

const compose = (image: string, variable: string): string =>
  `services:\n  kafka:\n    image: ${image}\n    environment:\n      KAFKA_NODE_ID: 1\n      CONNECT_GROUP_ID: a\n      ${variable}\n`;

describe('a variable', () => {
  it.each([
    ['of a property', 'apache/kafka:4.1.0', 'KAFKA_¦LOG_DIRS: /a', '`KAFKA_LOG_DIRS` becomes `log.dirs`'],
    [
      'of a client inside a worker',
      'confluentinc/cp-kafka-connect:7.6.0',
      'CONNECT_PRODUCER_¦ACKS: all',
      '`CONNECT_PRODUCER_ACKS` becomes `producer.acks`',
    ],
    ['of no property', 'apache/kafka:4.1.0', 'KAFKA_¦LOG__DIRS: /a', '`KAFKA_LOG__DIRS` becomes `log_dirs`, which Kafka does not know.'],
  ])('%s says what it becomes', (_, image, variable, expected) => {
    expect(shown('compose.yaml', compose(image, variable))[0]).toBe(expected);
  });

  it('of a property that a release has no more says so, and what it was', () => {
    expect(shown('compose.yaml', compose('confluentinc/cp-kafka:8.0.0', 'KAFKA_¦ZOOKEEPER_CONNECT: zk:2181')).slice(0, 3)).toEqual([
      '`KAFKA_ZOOKEEPER_CONNECT` becomes `zookeeper.connect`',
      'Kafka 4.0 does not know this any more.',
      '**zookeeper.connect**',
    ]);
  });
});

describe('a property', () => {
  it('that a release does not have yet says so, and what it will be', () => {
    expect(
      shown('consumer.properties', '# kafka-config: version=3.0\ngroup.id=a\nauto.offset.reset=latest\ngroup.¦protocol=consumer\n').slice(
        0,
        2,
      ),
    ).toEqual(['Kafka 3.0 does not know this yet.', '**group.protocol**']);
  });

  it('that nobody knows has nothing to show', () => {
    expect(shown('consumer.properties', 'group.id=a\nauto.offset.reset=latest\nmy.¦own=1\n')).toEqual([]);
  });

  it('that the operator sets says so', () => {
    const text = 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      ¦listeners: PLAINTEXT://:9092\n';
    expect(shown('kafka.yaml', text).slice(0, 2)).toEqual(['Strimzi sets this itself and ignores what stands here.', '**listeners**']);
  });
});

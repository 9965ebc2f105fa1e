import { describe, expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { properties } from '../../server/src/formats/properties.ts';

function open(text: string): Document {
  return new Document(text, properties, { path: 'application.properties' });
}

/** The channels of Kafka, by what a file calls their properties. */
function kafkas(document: Document): readonly string[] {
  return document.placement.configs.map(({ identity }) => identity.spelling.spell('') ?? '');
}

const channel = 'mp.messaging.incoming.orders.';

describe('channels without a connector', () => {
  it.each([
    ['nothing else is said', `${channel}acks=x\n`],
    ['the program has Kafka', `kafka.client.id=a\n${channel}max.poll.records=x\n`],
    ['another channel is Kafka’s', `mp.messaging.outgoing.o.connector=smallrye-kafka\n${channel}max.poll.records=x\n`],
    ['it has what only Kafka’s have', `rabbitmq-host=a\n${channel}group.id=g\n`],
  ])('are Kafka’s where %s', (_, text) => {
    expect(kafkas(open(text))).toContain(channel);
  });

  it.each([
    ['the program has RabbitMQ', `rabbitmq-host=a\nrabbitmq-port=5672\n${channel}max.poll.records=x\n`],
    ['the program has AMQP', `%dev.amqp-host=a\n${channel}max.poll.records=x\n`],
    ['the extension is RabbitMQ’s', `quarkus.rabbitmq.devservices.enabled=false\n${channel}max.poll.records=x\n`],
    ['all others are AMQP’s', `mp.messaging.outgoing.o.connector=smallrye-amqp\n${channel}max.poll.records=x\n`],
    ['it has a queue', `${channel}queue.name=q\n${channel}max.poll.records=x\n`],
    ['the connector’s own defaults are RabbitMQ’s', `mp.messaging.connector.smallrye-rabbitmq.host=a\n${channel}max.poll.records=x\n`],
  ])('are not where %s', (_, text) => {
    expect(kafkas(open(text))).toEqual([]);
  });

  it('are looked at again where the program gets another', () => {
    const document = open(`quarkus.http.port=1\n${channel}max.poll.records=x\n`);
    expect(document.reports(new Map())).toHaveLength(1);
    document.change({ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'amqp-host=a\n' });
    expect(document.reports(new Map())).toEqual([]);
    document.change({ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'kafka.client.id=a\n' });
    expect(document.reports(new Map())).toHaveLength(1);
  });
});

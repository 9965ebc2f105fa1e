import { profiled } from './microprofile-cues.ts';

/** A channel by its direction and name, and the attribute of it that a name sets. */
const attribute = /^mp\.messaging\.((?:incoming|outgoing)\.[^.]+)\.(.+)$/s;

/** What only a channel of Kafka's has, and what one of AMQP's, RabbitMQ's, MQTT's, JMS' or Pulsar's has. */
const kafkas =
  /^(?:bootstrap\.servers|group\.id|acks|topics|(?:key|value)[.-](?:de)?seriali[sz].*|auto\.offset\.reset|dead-letter-queue\..+)$/;
const others =
  /^(?:address|host|port|use-ssl|container-id|link-name|durable|(?:queue|exchange|dlx|routing-keys?|virtual-host)(?:[.-].*)?|default-routing-key|qos|server-name|client-id|serviceUrl|subscription[A-Z]\w*|destination|destination-type|connection-factory-name)$/;

/** The same of names that hold for the whole program. */
const kafkaProgram = /^(?:kafka|kafka-streams|mp\.messaging\.connector\.(?:smallrye|helidon|liberty)-kafka|quarkus\.kafka(?:-[\w-]+)?)\./;
const otherProgram =
  /^(?:(?:amqp|rabbitmq|mqtt)-|pulsar\.|mp\.messaging\.connector\.(?:smallrye|helidon|liberty)-(?!kafka)|quarkus\.(?:amqp|rabbitmq|qpid-jms|artemis|pulsar|mqtt|messaging-(?:amqp|rabbitmq|pulsar|mqtt))\b)/;

/** A name as far as it speaks of channels. */
export interface Attribute {
  readonly profile: string;
  /** Direction and name of the channel that it is an attribute of. */
  readonly channel: string | undefined;
  readonly rest: string;
  /** What it tells, if anything; for `connector` its value does. */
  readonly sign: 'kafka' | 'other' | undefined;
}

/** Reads a name. */
export function attributeOf(text: string): Attribute {
  const { profile, name } = profiled(text);
  const [, channel, rest = ''] = attribute.exec(name) ?? [];
  const sign = channel === undefined ? signOf(name, kafkaProgram, otherProgram) : signOf(rest, kafkas, others);
  return { profile, channel, rest, sign };
}

/** What the names of a program say about its channels. */
export interface Channels {
  isKafka(channel: string): boolean;
  /** Whether a name that comes or goes may change that. */
  shapedBy(name: Attribute): boolean;
}

/**
 * Whether a channel is Kafka's, by what the names of a program say. One that names no connector is given the only one that the program
 * has: Kafka's, unless the program speaks of others alone.
 */
export function kafkaChannels(names: Iterable<readonly [name: Attribute, value: string]>): Channels {
  const connectors = new Map<string, string>();
  const own = new Map<string, 'kafka' | 'other'>();
  const signs = new Set<'kafka' | 'other'>();
  for (const [{ profile, channel, rest, sign }, value] of names) {
    if (channel !== undefined && rest === 'connector') {
      if (profile === '') connectors.set(channel, value.trim());
      signs.add(isKafkaConnector(value) ? 'kafka' : 'other');
      continue;
    }
    if (sign === undefined) continue;
    if (channel !== undefined && own.get(channel) !== 'kafka') own.set(channel, sign);
    signs.add(sign);
  }
  const whole = signs.has('kafka') || !signs.has('other');
  return {
    isKafka: (channel) => {
      const connector = connectors.get(channel);
      return connector === undefined ? (own.get(channel) ?? (whole ? 'kafka' : 'other')) === 'kafka' : isKafkaConnector(connector);
    },
    shapedBy: ({ channel, rest, sign }) =>
      (channel !== undefined && rest === 'connector') || sign === 'other' || (sign === 'kafka' && signs.has('other')),
  };
}

/** The connectors to Kafka of SmallRye (Quarkus), Helidon and Open Liberty. */
export const kafkaConnectors = ['smallrye-kafka', 'helidon-kafka', 'liberty-kafka'] as const;

/** Whether a connector is one to Kafka, by its name. */
export function isKafkaConnector(connector: string): boolean {
  const name = connector.trim();
  return kafkaConnectors.some((known) => known === name);
}

function signOf(name: string, ofKafka: RegExp, ofOthers: RegExp): 'kafka' | 'other' | undefined {
  return ofKafka.test(name) ? 'kafka' : ofOthers.test(name) ? 'other' : undefined;
}

import type { Role } from '../schema/roles.ts';
import { atLeast, type KafkaVersion } from '../schema/version.ts';

type Presets = ReadonlyMap<string, string>;

const longMax = '9223372036854775807';
const intMax = '2147483647';

/** `org.apache.kafka.connect.runtime.Worker#baseProducerConfigs` and `#baseConsumerConfigs`. */
const connect: Readonly<Partial<Record<Role, Presets>>> = {
  producer: new Map([
    ['acks', 'all'],
    ['enable.idempotence', 'false'],
    ['max.in.flight.requests.per.connection', '1'],
    ['delivery.timeout.ms', intMax],
    ['max.block.ms', longMax],
  ]),
  consumer: new Map([
    ['enable.auto.commit', 'false'],
    ['auto.offset.reset', 'earliest'],
  ]),
};

/** `org.apache.kafka.streams.StreamsConfig`: PRODUCER_DEFAULT_OVERRIDES and CONSUMER_DEFAULT_OVERRIDES. */
const streams: Readonly<Partial<Record<Role, Presets>>> = {
  producer: new Map([['linger.ms', '100']]),
  consumer: new Map([
    ['max.poll.records', '1000'],
    ['auto.offset.reset', 'earliest'],
    ['enable.auto.commit', 'false'],
    ['allow.auto.create.topics', 'false'],
  ]),
};

const byProgram: Readonly<Partial<Record<Role, typeof connect>>> = {
  streams,
  'connect-distributed': connect,
  'connect-standalone': connect,
  connector: connect,
};

/** What a program sets for its own clients where the file says nothing, and the clients' defaults differ. */
export function presetsOf(program: Role, client: Role, kafka: KafkaVersion): Presets | undefined {
  const presets = byProgram[program]?.[client];
  return presets === connect.producer && !atLeast(kafka, '3.0') ? before30 : presets;
}

/** Connect leaves idempotence alone as long as it has to be asked for; until then it waits for an answer as long as it takes. */
const before30: Presets = new Map([
  ...[...(connect.producer ?? [])].filter(([key]) => key !== 'enable.idempotence'),
  ['request.timeout.ms', intMax],
]);

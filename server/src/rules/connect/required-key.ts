import { tableOf } from '../../schema/tables.ts';
import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';

/** Has a default until 4.1, which a worker's first client, made from what is written, does not get. */
const servers = 'bootstrap.servers';

export const requiredKey: RelationRule = {
  id: 'required-key',
  title: 'A property without default that is not set',
  why: 'Workers and connectors read all of their configuration from the file. Where a property has no default, they refuse to start without it.',
  severity: 'error',
  roles: ['connect-distributed', 'connect-standalone', 'connector'],
  source:
    'the definitions of each release (schemas/facts): org.apache.kafka.common.config.ConfigDef#parseValue; WorkerConfig#lookupKafkaClusterId',
  examples: [
    {
      text: '«bootstrap.servers»=kafka:9092\nkey.converter=org.apache.kafka.connect.json.JsonConverter\nvalue.converter=org.apache.kafka.connect.json.JsonConverter\n',
      role: 'connect-standalone',
      message: '`offset.storage.file.filename` must be set.',
    },
    {
      text: '«group.id»=connect\nkey.converter=org.apache.kafka.connect.json.JsonConverter\nvalue.converter=org.apache.kafka.connect.json.JsonConverter\nconfig.storage.topic=c\noffset.storage.topic=o\nstatus.storage.topic=s\n',
      role: 'connect-distributed',
      kafka: '3.9',
      message: '`bootstrap.servers` must be set.',
    },
    { text: '«connector.class»=com.example.Source\n', role: 'connector', only: 'properties', message: '`name` must be set.' },
    {
      text: 'bootstrap.servers=kafka:9092\nkey.converter=org.apache.kafka.connect.json.JsonConverter\nvalue.converter=org.apache.kafka.connect.json.JsonConverter\noffset.storage.file.filename=/var/lib/offsets\n',
      role: 'connect-standalone',
    },
    { text: 'name=x\nconnector.class=com.example.Source\n', role: 'connector' },
  ],
  in: ({ whole, parent }) => whole && parent === undefined,
  reads: ['*'],
  *check(config) {
    const { first } = config;
    if (first === undefined) return;
    const missing: string[] = [];
    for (const { name, required } of tableOf(config.role, config.kafka).values()) {
      if (required === true && !config.has(name)) missing.push(name);
    }
    const isWorker = config.role !== 'connector' && atLeast(config.kafka, '2.8');
    if (isWorker && !config.has(servers) && !missing.includes(servers)) missing.unshift(servers);
    if (missing.length === 0 || (config.role === 'connector' && config.identity.format.id !== 'properties')) return;
    yield { at: first, part: 'key', message: `${missing.map((name) => `\`${name}\``).join(', ')} must be set.`, lacks: missing };
  },
};

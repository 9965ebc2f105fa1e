import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2RepeatedKey: RelationRule = {
  id: 'log4j2-repeated-key',
  title: 'The same key twice in a map of YAML or JSON',
  why: 'Log4j2 reads the last one only; the appender or logger of the first one is never made.',
  severity: 'warning',
  roles: 'all',
  family: 'log4j2',
  source: 'com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer',
  examples: [
    {
      text: '{ "Configuration": {\n  "Appenders": { «"Null"»: { "name": "B" }, "Null": { "name": "A" } },\n  "Loggers": { "Root": { "level": "INFO", "AppenderRef": { "ref": "A" } } }\n} }\n',
      message: '`Null` stands again further down: Log4j2 reads the last one only. Several of a kind are a list below one `Null`.',
      only: 'whole',
    },
    {
      text: '{ "Configuration": {\n  "Appenders": { "Null": [{ "name": "B" }, { "name": "A" }] },\n  "Loggers": { "Root": { "level": "INFO", "AppenderRef": [{ "ref": "A" }, { "ref": "B" }] } }\n} }\n',
      only: 'whole',
    },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'repeated-key'),
};

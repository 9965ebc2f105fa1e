import { rawValue } from '../../formats/format.ts';
import { define } from '../../schema/schema.ts';
import type { SettingRule } from '../rule.ts';

export const continuedIntoKey: SettingRule = {
  id: 'continued-into-key',
  title: 'A backslash that swallows the next key',
  why: 'A backslash at the end of a line joins the next line to the value. Where that line is meant as a property of its own, both are lost.',
  severity: 'warning',
  roles: 'all',
  family: 'any',
  // Programs that use librdkafka read lines of their own, without Java's escapes.
  in: ({ family }) => family !== 'librdkafka',
  source: 'java.util.Properties.LineReader',
  supersedes: ['remark-in-value', 'windows-path'],
  speaksFor: ['invalid-value', 'list-names-twice', 'bootstrap-servers-form', 'jaas-syntax', 'listener-jaas', 'listener-syntax'],
  examples: [
    {
      text: 'client.id=«orders\\\nacks=all»\n',
      role: 'producer',
      only: 'properties',
      message: 'The backslash joins the next line to the value: `acks` is not set.',
    },
    { text: 'bootstrap.servers=kafka-1:9092,\\\n  kafka-2:9092\n', role: 'producer', only: 'properties' },
  ],
  reads: 'each',
  chars: '\\\\',
  *check(setting) {
    const { entry, config } = setting;
    if ((entry.format ?? config.identity.format).id !== 'properties') return;
    const [, swallowed] = /\\\n[ \t\f]*([A-Za-z][\w.-]*)[ \t]*[=:]/.exec(rawValue(entry)) ?? [];
    if (swallowed === undefined || define(config.role, config.kafka, swallowed, config.lookup) === undefined) return;
    yield { at: setting, message: `The backslash joins the next line to the value: \`${swallowed}\` is not set.` };
  },
};

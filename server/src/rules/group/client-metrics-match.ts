import { mayBeRegex } from '../../schema/java-regex.ts';
import { splitList } from '../../schema/value.ts';
import { before } from '../../schema/version.ts';
import { withoutEnd } from '../../text/split.ts';
import { partOf } from '../broker/endpoints.ts';
import type { RelationRule } from '../rule.ts';

const selectors = [
  'client_id',
  'client_instance_id',
  'client_software_name',
  'client_software_version',
  'client_source_address',
  'client_source_port',
];

export const clientMetricsMatch: RelationRule = {
  id: 'client-metrics-match',
  title: 'A match names a property of clients and a pattern',
  why: 'A subscription is for clients whose properties match: each entry is `name=pattern`, with the names that brokers know of a client.',
  severity: 'error',
  roles: ['client-metrics'],
  kafka: { since: '3.7' },
  source: 'KIP-714; org.apache.kafka.server.metrics.ClientMetricsConfigs#parseMatchingPatterns',
  examples: [
    {
      text: 'match=client_id=orders.*,«client_name=x»\n',
      message:
        '`client_name=x` must begin with `client_id=` or another selector: `client_instance_id`, `client_software_name`, `client_software_version`, `client_source_address` or `client_source_port`.',
    },
    { text: 'match=«client_id»\n' },
    { text: 'match=,\n', kafka: '3.9' },
    { text: 'match=«client_id=[»\n', message: '`[` must be a regular expression.' },
    { text: 'match=client_id=orders.*,client_software_name=apache-kafka-java\n' },
  ],
  reads: ['match'],
  *check(config) {
    const setting = config.own('match');
    if (setting === undefined || setting.unknown) return;
    const entries = before(config.kafka, '4.0') ? splitByJava(setting.value) : splitList(setting.value);
    for (const entry of entries) {
      const [name, pattern, ...more] = withoutEnd(entry, '=').split('=');
      if (pattern !== undefined && more.length === 0 && selectors.includes((name ?? '').trim())) {
        if (!mayBeRegex(pattern.trim()))
          yield { at: setting, part: partOf(setting, entry), message: `\`${pattern.trim()}\` must be a regular expression.` };
        continue;
      }
      const others = selectors.slice(1).map((one) => `\`${one}\``);
      const message = `\`${entry}\` must begin with \`client_id=\` or another selector: ${others.slice(0, -1).join(', ')} or ${others.at(-1)}.`;
      yield { at: setting, part: setting.value === '' ? 'key' : partOf(setting, entry), message };
    }
  },
};

/** `String.split` of Java, which divided the value before 4.0: empty pieces at the end are left out, but a text without a comma is one piece. */
function splitByJava(value: string): readonly string[] {
  return /^,+$/.test(value) ? [] : withoutEnd(value, ',').split(',');
}

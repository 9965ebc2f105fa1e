import type { Config } from '../../configs/config.ts';
import { mayBeRegex } from '../../schema/java-regex.ts';
import { splitList } from '../../schema/value.ts';
import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { clientRoles } from './clients.ts';
import { isServer } from './speaks-tls.ts';

const keys = ['metrics.jmx.include', 'metrics.jmx.exclude'] as const;
const reporter = 'org.apache.kafka.common.metrics.JmxReporter';

export const jmxMetricsFilter: RelationRule = {
  id: 'jmx-metrics-filter',
  title: 'The metrics to show over JMX are chosen by regular expressions',
  why: 'What JMX gets is filtered by two regular expressions. The client or broker is refused when one cannot be read.',
  severity: 'error',
  roles: [...clientRoles, 'broker', 'controller'],
  kafka: { since: '2.7' },
  source: 'KIP-544, KIP-629, KIP-830; org.apache.kafka.common.metrics.JmxReporter#compilePredicate',
  examples: [
    {
      text: 'metrics.jmx.include=«*consumer*»\n',
      role: 'consumer',
      message: '`metrics.jmx.include` must be a regular expression such as `kafka[.]producer.*`.',
    },
    { text: 'metrics.jmx.exclude=«[»\n', role: 'admin' },
    { text: 'metrics.jmx.include=.*consumer.*\n', role: 'consumer' },
    { text: 'metrics.jmx.include=[\nmetric.reporters=com.example.Own\n', role: 'consumer' },
    { text: 'metrics.jmx.include=[\nauto.include.jmx.reporter=false\n', role: 'consumer', kafka: '3.9' },
    { text: 'clusters=A,B\nA->B.enabled=true\nmetrics.jmx.include=[\n', role: 'mirror-maker' },
  ],
  reads: [...keys, 'metric.reporters', 'auto.include.jmx.reporter'],
  *check(config) {
    if (!isRead(config)) return;
    for (const setting of keys.flatMap((key) => config.own(key) ?? [])) {
      if (setting.unknown || mayBeRegex(setting.entry.value)) continue;
      yield { at: setting, message: `\`${setting.key}\` must be a regular expression such as \`kafka[.]producer.*\`.` };
    }
  },
};

/** Servers filter for the old metrics too. Clients do where the reporter is theirs: before 3.4 it is, before 4.0 unless it is switched off. */
function isRead(config: Config): boolean {
  if (isServer(config)) return true;
  if (config.role === 'mirror-maker' && config.identity.parent === undefined) return false;
  if (!atLeast(config.kafka, '3.4')) return true;
  const reporters = config.value('metric.reporters');
  if (reporters !== undefined && splitList(reporters).includes(reporter)) return true;
  return !atLeast(config.kafka, '4.0') && config.boolean('auto.include.jmx.reporter') === true;
}

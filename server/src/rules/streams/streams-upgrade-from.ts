import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';

export const streamsUpgradeFrom: RelationRule = {
  id: 'streams-upgrade-from',
  title: '`upgrade.from` belongs to the first of two rolling restarts',
  why: 'It makes new instances speak the protocol of the old version. Once all are new, it is taken out and the instances are restarted again; left in, they keep to the old protocol.',
  severity: 'information',
  roles: ['streams'],
  kafka: { since: '0.10.1' },
  source: 'KIP-268; the upgrade guide of Kafka Streams',
  examples: [
    { text: 'upgrade.from=«3.4»\n', message: '`upgrade.from` should be removed, with a second restart, once all instances are upgraded.' },
    {
      text: 'upgrade.from=«2.3»\n',
      kafka: '4.1',
      severity: 'error',
      message: '`upgrade.from` must be 2.4 or newer: Kafka 4.0 and later do not speak the eager protocol of older versions.',
    },
    { text: 'upgrade.from=«2.3»\n', kafka: '3.9', severity: 'warning' },
    { text: 'upgrade.from=«2.3»\ngroup.protocol=streams\n', kafka: '4.1', severity: 'information' },
    { text: 'upgrade.from=«2.3»\ngroup.protocol=streams\n', kafka: '4.0', severity: 'error' },
    { text: 'application.id=a\n' },
  ],
  reads: ['upgrade.from', 'group.protocol'],
  *check(config) {
    const setting = config.own('upgrade.from');
    if (setting === undefined || setting.unknown || ['', 'null'].includes(setting.value)) return;
    // With the protocol of brokers that place tasks, which came with 4.1, there is no assignor that would have to speak another.
    const protocol = config.value('group.protocol')?.toLowerCase();
    const assigns = !atLeast(config.kafka, '4.1') || (protocol !== undefined && protocol !== 'streams');
    if (isEager(setting.value) && assigns) {
      const severity = atLeast(config.kafka, '4.0') ? 'error' : 'warning';
      const message = '`upgrade.from` must be 2.4 or newer: Kafka 4.0 and later do not speak the eager protocol of older versions.';
      yield { at: setting, severity, message };
      return;
    }
    yield { at: setting, message: '`upgrade.from` should be removed, with a second restart, once all instances are upgraded.' };
  },
};

/** Whether instances of a version rebalance eagerly only: those before 2.4 (KIP-429). */
function isEager(version: string): boolean {
  return /^(0\.1[01](\.\d)?|1\.[01]|2\.[0-3])$/.test(version);
}

import type { SettingRule } from '../rule.ts';

export const streamsUpgradeFrom: SettingRule = {
  id: 'streams-upgrade-from',
  title: '`upgrade.from` belongs to the first of two rolling restarts',
  why: 'It makes new instances speak the protocol of the old version. Once all are new, it is taken out and the instances are restarted again; left in, they keep to the old protocol.',
  severity: 'information',
  roles: ['streams'],
  kafka: { since: '0.10.1' },
  source: 'KIP-268; the upgrade guide of Kafka Streams',
  examples: [
    { text: 'upgrade.from=«3.4»\n', message: '`upgrade.from` should be removed, with a second restart, once all instances are upgraded.' },
    { text: 'application.id=a\n' },
  ],
  reads: 'each',
  when: ({ key }) => key === 'upgrade.from',
  *check(setting) {
    if (setting.value === '' || setting.value === 'null') return;
    yield { at: setting, message: '`upgrade.from` should be removed, with a second restart, once all instances are upgraded.' };
  },
};

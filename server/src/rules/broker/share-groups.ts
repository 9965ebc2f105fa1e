import type { RelationRule } from '../rule.ts';

const node = 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n';
const assignors = 'group.share.assignors';
const snapshots = 'share.coordinator.snapshot.update.records.per.snapshot';

export const shareGroups: RelationRule = {
  id: 'share-groups',
  title: 'What a broker checks of its share groups',
  why: 'Share groups have one assignor, and at most 500 updates come between two snapshots. Releases whose definitions do not say so find out when they start.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '4.0', until: '4.2' },
  source:
    'KIP-932; org.apache.kafka.coordinator.group.GroupCoordinatorConfig#shareGroupAssignors, org.apache.kafka.coordinator.share.ShareCoordinatorConfig',
  examples: [
    { text: `${node}«${assignors}»=\n`, kafka: '4.1', message: `\`${assignors}\` must name one assignor, such as \`simple\`.` },
    { text: `${node}${snapshots}=«501»\n`, kafka: '4.1', message: `\`${snapshots}\` must be between 0 and 500.` },
    { text: `${node}${snapshots}=«501»\n`, kafka: '4.0' },
    { text: `${node}${assignors}=simple\n${snapshots}=500\n`, kafka: '4.1' },
  ],
  reads: [assignors, snapshots],
  *check(config) {
    const setting = config.own(assignors);
    if (setting?.definition !== undefined && setting.definition.validator === undefined && setting.value === '' && !setting.unknown)
      yield { at: setting, part: 'key', message: `\`${assignors}\` must name one assignor, such as \`simple\`.` };
    const updates = config.own(snapshots);
    if (updates !== undefined && (config.number(snapshots) ?? 0) > 500)
      yield { at: updates, message: `\`${snapshots}\` must be between 0 and 500.` };
  },
};

import type { RelationRule } from '../rule.ts';

const key = 'group.coordinator.new.enable';
const protocolsKey = 'group.coordinator.rebalance.protocols';
const node = 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n';

export const newGroupCoordinator: RelationRule = {
  id: 'new-group-coordinator',
  title: 'The newer rebalance protocols need the new coordinator',
  why: 'The old group coordinator knows the classic protocol only. Kafka 4.0 offers the `consumer` protocol by default and warns when its coordinator is switched off.',
  severity: 'warning',
  roles: ['broker', 'controller'],
  kafka: { since: '4.0', until: '4.0' },
  source: 'KIP-848; kafka.server.KafkaConfig#groupCoordinatorRebalanceProtocols (WARN)',
  examples: [
    {
      text: `${node}${key}=«false»\n`,
      kafka: '4.0',
      message: `\`${key}\` must be \`true\` for the \`consumer\` protocol, which \`${protocolsKey}\` offers.`,
      fixed: `${node}${key}=true\n`,
    },
    { text: `${node}${protocolsKey}=classic,share\n${key}=«false»\n`, kafka: '4.0' },
    { text: `${node}${protocolsKey}=classic\n${key}=false\n`, kafka: '4.0' },
    { text: `${node}${key}=true\n`, kafka: '4.0' },
  ],
  reads: [key, protocolsKey],
  *check(config) {
    const setting = config.own(key);
    const needing = config.list(protocolsKey)?.find((protocol) => protocol === 'consumer' || protocol === 'share');
    if (setting === undefined || needing === undefined || config.boolean(key) !== false) return;
    yield {
      at: setting,
      message: `\`${key}\` must be \`true\` for the \`${needing}\` protocol, which \`${protocolsKey}\` offers.`,
      fixes: [{ title: `Set \`${key}\` to \`true\``, safe: false, steps: [{ do: 'set', setting, value: 'true' }] }],
    };
  },
};

import type { Setting } from '../../configs/config.ts';
import { endsOf, isSwitchedOff, type MirrorKind, mirrorKindOf } from '../../configs/connector-ends.ts';
import type { RelationRule } from '../rule.ts';

const head = 'name=x\nconnector.class=MirrorSourceConnector\nsource.cluster.alias=A\ntarget.cluster.alias=B\n';

export const mirrorConnectorServers: RelationRule = {
  id: 'mirror-connector-servers',
  title: 'A connector of MirrorMaker’s needs the addresses of its clusters',
  why: 'On a Connect cluster, a connector of MirrorMaker’s does not use the worker’s `bootstrap.servers`: it makes clients of its own for the source and the target, and fails when it starts without an address.',
  severity: 'error',
  roles: ['connector'],
  kafka: { since: '2.4' },
  source: 'KIP-382; org.apache.kafka.connect.mirror.MirrorSourceConnector#start, MirrorConnectorConfig#sourceAdminConfig',
  examples: [
    {
      text: `${head.replace('MirrorSourceConnector', '«MirrorSourceConnector»')}source.cluster.bootstrap.servers=a:9092\n`,
      message: '`target.cluster.bootstrap.servers` must be set for this connector.',
    },
    { text: `${head}source.cluster.bootstrap.servers=a:9092\ntarget.cluster.bootstrap.servers=b:9092\n` },
    { text: `${head}enabled=false\n` },
    { text: `${head}enabled=\${env:ENABLED}\n` },
    {
      text: `${head.replace('Source', 'Heartbeat')}target.cluster.bootstrap.servers=b:9092\n`,
    },
  ],
  reads: [
    'connector.class',
    'enabled',
    ...['source', 'target'].flatMap((end) => [
      `${end}.cluster.bootstrap.servers`,
      ...['admin', 'consumer', 'producer'].map((client) => `${end}.${client}.bootstrap.servers`),
    ]),
    'admin.bootstrap.servers',
  ],
  *check(config) {
    const at = config.get('connector.class');
    const kind = mirrorKindOf(at?.value);
    if (at === undefined || kind === undefined || !config.identity.whole || mayBeOff(kind, config.get('enabled'))) return;
    const addresses = new Set(
      config.views.filter((view) => view.has('bootstrap.servers')).map((view) => view.identity.spelling.spell('bootstrap.servers')),
    );
    const missing = endsOf(kind).find(
      (end) =>
        !addresses.has(`${end}.cluster.bootstrap.servers`) &&
        !config.has(`${end}.admin.bootstrap.servers`) &&
        !config.has('admin.bootstrap.servers'),
    );
    if (missing === undefined) return;
    const key = `${missing}.cluster.bootstrap.servers`;
    yield { at, message: `\`${key}\` must be set for this connector.`, lacks: [key] };
  },
};

function mayBeOff(kind: MirrorKind, enabled: Setting | undefined): boolean {
  return enabled?.unknown === true || isSwitchedOff(kind, enabled?.value);
}

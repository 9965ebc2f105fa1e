import { handedToWorkers } from '../../configs/mirror-views.ts';
import type { SettingRule } from '../rule.ts';
import { clustersOf } from './flows.ts';

/** Where plug-ins lie is looked up before any worker is made. */
const readFirst = /^(plugin|config\.providers)\./;

export const mirrorUnreadKey: SettingRule = {
  id: 'mirror-unread-key',
  title: 'A key of workers or clients that names no cluster',
  why: 'MirrorMaker runs a worker for each flow, and gives it of the keys without a cluster only those of internal topics, converters, security and tasks. Others count behind the name of the target cluster.',
  severity: 'warning',
  roles: ['mirror-maker'],
  kafka: { since: '2.4' },
  source: 'KIP-382; org.apache.kafka.connect.mirror.MirrorMakerConfig#workerConfig, #connectorBaseConfig',
  supersedes: ['invalid-value', 'deprecated-key'],
  examples: [
    {
      text: 'clusters=A,B\nA->B.enabled=true\n«exactly.once.source.support»=enabled\n',
      message:
        'MirrorMaker does not read `exactly.once.source.support` here: write it behind a target cluster, such as `B.exactly.once.source.support`.',
    },
    { text: 'clusters=A,B\nA->B.enabled=true\n«session.timeout.ms»=45000\n' },
    {
      text: 'clusters=A,B\nA->B.enabled=true\n«use.defaults.from»=source\n',
      message: 'MirrorMaker does not read `use.defaults.from` here: write it behind a flow, such as `A->B.use.defaults.from`.',
    },
    { text: 'clusters=A,B\nA->B.enabled=true\nB.session.timeout.ms=45000\nA->B.use.defaults.from=source\n' },
    { text: 'clusters=${env:CLUSTERS}\nA->B.enabled=true\nA.client.dns.lookup=use_all_dns_ips\n' },
    { text: 'clusters=A,B\nA->B.enabled=true\nsecurity.protocol=SSL\noffset.storage.replication.factor=3\nplugin.path=/plugins\n' },
  ],
  reads: 'each',
  of: ({ key, definition }) => definition?.from === 'connect-distributed' || key === 'use.defaults.from',
  *check(setting, config) {
    const { key, definition } = setting;
    const isOfFlow = key === 'use.defaults.from';
    if (config.identity.parent !== undefined || setting.entry.key !== key || !/^[^>]+$/.test(key)) return;
    if (!isOfFlow && (definition?.from !== 'connect-distributed' || handedToWorkers.test(key) || readFirst.test(key))) return;
    const clusters = clustersOf(config);
    if (clusters === undefined && config.has('clusters')) return;
    const [source = 'A', target = 'B'] = clusters ?? [];
    const [kind, prefix] = isOfFlow ? ['a flow', `${source}->${target}.`] : ['a target cluster', `${target}.`];
    yield {
      at: setting,
      part: 'key',
      tag: 'unnecessary',
      message: `MirrorMaker does not read \`${key}\` here: write it behind ${kind}, such as \`${prefix}${key}\`.`,
    };
  },
};

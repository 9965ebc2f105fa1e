import { splitList } from '../../schema/value.ts';
import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { clustersOf, clustersWithoutServers, heartbeatsEverywhere } from './flows.ts';

export const mirrorBootstrapMissing: RelationRule = {
  id: 'mirror-bootstrap-missing',
  title: 'Each cluster needs its servers',
  why: 'MirrorMaker builds a flow between any two clusters, for heartbeats at least, and fails where it does not know how to reach one of them.',
  severity: 'error',
  roles: ['mirror-maker'],
  kafka: { since: '2.7' },
  source: 'KIP-382; org.apache.kafka.connect.mirror.MirrorMakerConfig#clusterPairs, MirrorMaker#addHerder',
  examples: [
    { text: 'clusters=«A,B»\nA.bootstrap.servers=a:9092\nA->B.enabled=true\n', message: '`B.bootstrap.servers` must be set.' },
    { text: 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\n' },
    { text: 'clusters=A,B\nbootstrap.servers=a:9092\nA->B.enabled=true\n' },
    {
      text: 'clusters=«A,B,»\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\n',
      kafka: '4.1',
      message: '`clusters` must not hold empty names.',
    },
    { text: 'clusters=A,B,\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\n', kafka: '4.3' },
    { text: 'clusters=A,B,C\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\nemit.heartbeats.enabled=false\n' },
  ],
  reads: ['clusters', 'bootstrap.servers', '*.bootstrap.servers', 'emit.heartbeats.enabled'],
  *check(config) {
    const setting = config.get('clusters');
    const clusters = clustersOf(config);
    if (setting === undefined || clusters === undefined || clusters.size < 2) return;
    // An empty name is a cluster like others until 4.2 drops it.
    if (!atLeast(config.kafka, '4.2') && splitList(setting.value).includes('') && heartbeatsEverywhere(config) === true) {
      yield { at: setting, message: '`clusters` must not hold empty names.' };
      return;
    }
    if (config.has('bootstrap.servers')) return;
    const missing = clustersWithoutServers(config);
    if (missing.length === 0) return;
    const named = missing.slice(0, most).map((cluster) => `\`${cluster}.bootstrap.servers\``);
    const others = missing.length - named.length;
    yield { at: setting, message: `${named.join(', ')}${others > 0 ? ` and those of ${others} more` : ''} must be set.` };
  },
};

/** As many clusters as a message names. */
const most = 5;

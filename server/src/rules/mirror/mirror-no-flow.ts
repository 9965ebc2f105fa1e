import type { RelationRule } from '../rule.ts';
import { clustersOf, flowOf, heartbeatsEverywhere } from './flows.ts';

export const mirrorNoFlow: RelationRule = {
  id: 'mirror-no-flow',
  title: 'MirrorMaker needs two clusters and a flow',
  why: 'Without a flow between two of its `clusters` MirrorMaker does not start.',
  severity: 'error',
  roles: ['mirror-maker'],
  kafka: { since: '2.7' },
  source: 'KIP-382; org.apache.kafka.connect.mirror.MirrorMaker: "No source->target replication flows."',
  examples: [
    { text: 'clusters=«A»\nA.bootstrap.servers=a:9092\n', message: '`clusters` must name two clusters or more.' },
    {
      text: 'clusters=«A,B»\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nemit.heartbeats.enabled=false\n',
      message: 'One flow must be switched on, such as `A->B.enabled=true`.',
    },
    { text: 'clusters=«A,B»\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nemit.heartbeats.enabled=false\nA->B.enabled=true␠\n' },
    { text: '«A->B.enabled»=true\n', message: '`clusters` must be set.' },
    { text: 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\n' },
  ],
  reads: ['*'],
  *check(config) {
    const { first } = config;
    const setting = config.get('clusters');
    if (first === undefined || !config.identity.whole) return;
    if (setting === undefined) {
      yield { at: first, part: 'key', message: '`clusters` must be set.' };
      return;
    }
    const clusters = clustersOf(config);
    if (clusters === undefined) return;
    const [one, two] = clusters;
    if (one === undefined || two === undefined) {
      yield { at: setting, ...(setting.value === '' && { part: 'key' }), message: '`clusters` must name two clusters or more.' };
    } else if (
      heartbeatsEverywhere(config) === false &&
      ![...config.settings()].some((other) => switchesOn(other.key, other.entry.value, other.unknown))
    ) {
      yield { at: setting, message: `One flow must be switched on, such as \`${one}->${two}.enabled=true\`.` };
    }
  },
};

/** `Boolean.parseBoolean`, which takes no blanks away. */
function switchesOn(key: string, value: string, unknown: boolean): boolean {
  return flowOf(key) !== undefined && /\.(enabled|emit\.heartbeats\.enabled)$/.test(key) && (unknown || value.toLowerCase() === 'true');
}

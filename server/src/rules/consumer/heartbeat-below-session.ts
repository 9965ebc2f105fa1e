import type { Config, Setting } from '../../configs/config.ts';
import { atLeast, before } from '../../schema/version.ts';
import { isOfMirror } from '../mirror/flows.ts';
import type { Fix, RelationRule } from '../rule.ts';
import { ofMainConsumer, runsThreads, wholeNumber } from '../streams/embedded.ts';
import { secondsMeant } from '../values/seconds-meant.ts';

const keys = ['heartbeat.interval.ms', 'session.timeout.ms', 'group.protocol'] as const;

export const heartbeatBelowSession: RelationRule = {
  id: 'heartbeat-below-session',
  title: 'Heartbeats come more often than sessions end',
  why: 'A member that has not been heard of for `session.timeout.ms` is thrown out of the group. Kafka refuses a heartbeat that comes too late for it; three heartbeats a session are usual.',
  severity: 'error',
  roles: ['consumer', 'connect-distributed', 'streams'],
  kafka: { since: '0.9.0' },
  source: 'org.apache.kafka.clients.consumer.internals.Heartbeat',
  supersedes: ['seconds-in-milliseconds'],
  examples: [
    {
      text: 'group.id=g\nsession.timeout.ms=10000\nheartbeat.interval.ms=«10000»\n',
      message: '`heartbeat.interval.ms` must be less than `session.timeout.ms` (10000).',
      fixed: 'group.id=g\nsession.timeout.ms=10000\nheartbeat.interval.ms=3333\n',
    },
    { text: 'group.id=g\nsession.timeout.ms=«3000»\n', message: '`session.timeout.ms` must be more than `heartbeat.interval.ms` (3000).' },
    {
      text: 'group.id=g\nsession.timeout.ms=«45»\n',
      message: '`session.timeout.ms` must be more than `heartbeat.interval.ms` (3000). It is in milliseconds: 45 s would be 45000.',
      fixed: 'group.id=g\nsession.timeout.ms=45000\n',
    },
    { text: 'group.id=g\nheartbeat.interval.ms=«-1»\n', message: '`heartbeat.interval.ms` must be 0 or more.' },
    { text: 'group.id=g\nsession.timeout.ms=«-1»\n' },
    { text: 'group.id=g\nheartbeat.interval.ms=20000\n', kafka: '3.9' },
    { text: 'group.id=g\nheartbeat.interval.ms=«20000»\n', kafka: '2.8' },
    { text: 'group.id=g\nsession.timeout.ms=30000\nheartbeat.interval.ms=10000\n' },
    { text: 'main.consumer.session.timeout.ms=«1»\n', role: 'streams' },
    {
      text: 'clusters=A,B\nA.bootstrap.servers=a:1\nB.bootstrap.servers=b:1\nA->B.enabled=true\nA.consumer.session.timeout.ms=1\n',
      role: 'mirror-maker',
    },
    {
      text: 'clusters=A,B\nA.bootstrap.servers=a:1\nB.bootstrap.servers=b:1\nA->B.enabled=true\nB.session.timeout.ms=«1»\n',
      role: 'mirror-maker',
    },
    { text: 'consumer.session.timeout.ms=30000\nheartbeat.interval.ms=«30000»\n', role: 'streams' },
    { text: 'session.timeout.ms=1\nconsumer.session.timeout.ms=30000\nrestore.consumer.session.timeout.ms=1\n', role: 'streams' },
    { text: 'session.timeout.ms=1\ngroup.protocol=streams\n', role: 'streams' },
    { text: 'session.timeout.ms=1\nnum.stream.threads=0\n', role: 'streams' },
    { text: 'session.timeout.ms=«1»\nconsumer.group.protocol=consumer\n', role: 'streams' },
    { text: 'session.timeout.ms=«1»\ngroup.protocol=streams\n', role: 'streams', kafka: '2.8' },
    { text: 'session.timeout.ms=«1»\ngroup.protocol=consumer\n', role: 'streams', kafka: '4.0' },
  ],
  reads: [...keys, 'group.id', 'num.stream.threads', ...keys.flatMap((key) => [`consumer.${key}`, `main.consumer.${key}`])],
  *check(config) {
    // In a Streams program only one of the consumers is a member of a group: it is looked at from the program's own keys.
    if (config.role === 'consumer' && config.identity.parent?.role === 'streams') return;
    if (config.role === 'streams' && !runsThreads(config)) return;
    // Connectors of MirrorMaker are given their partitions, and are members of a group only where one is written.
    if (config.role === 'consumer' && isOfMirror(config) && !config.has('group.id')) return;
    const [interval, timeout] = [written(config, 'heartbeat.interval.ms'), written(config, 'session.timeout.ms')];
    const heartbeat = milliseconds(config, interval, 'heartbeat.interval.ms');
    const session = milliseconds(config, timeout, 'session.timeout.ms');
    if (heartbeat === undefined || session === undefined || (heartbeat < session && heartbeat >= 0)) return;
    const protocol = config.role === 'streams' ? protocolOfMember(config) : config.get('group.protocol');
    // Releases that do not know the key know the classic protocol only; in Streams 4.0 takes no other.
    const classic = protocol?.definition === undefined || (config.role === 'streams' && isFourZero(config));
    if (!classic && protocol.value.toLowerCase() !== 'classic') return;
    const setting = interval ?? timeout;
    if (setting === undefined) return;
    if (heartbeat < 0) {
      yield { at: setting, message: '`heartbeat.interval.ms` must be 0 or more.' };
      return;
    }
    const meant = interval === undefined ? secondsMeant(setting) : undefined;
    const seconds = meant !== undefined && meant > heartbeat ? meant : undefined;
    const hint = seconds === undefined ? '' : ` It is in milliseconds: ${seconds / 1000} s would be ${seconds}.`;
    const wanted = interval === undefined ? seconds : Math.max(1, Math.floor(session / 3));
    yield {
      at: setting,
      message:
        interval === undefined
          ? `\`session.timeout.ms\` must be more than \`heartbeat.interval.ms\` (${heartbeat}).${hint}`
          : `\`heartbeat.interval.ms\` must be less than \`session.timeout.ms\` (${session}).`,
      ...(wanted !== undefined && {
        fixes: [setTo(setting, interval === undefined ? 'session.timeout.ms' : 'heartbeat.interval.ms', wanted)],
      }),
    };
  },
};

function setTo(setting: Setting, key: string, milliseconds: number): Fix {
  const value = String(milliseconds);
  return { title: `Set \`${key}\` to ${value}`, safe: false, steps: [{ do: 'set', setting, value }] };
}

function isFourZero({ kafka }: Config): boolean {
  return atLeast(kafka, '4.0') && before(kafka, '4.1');
}

function written(config: Config, key: string): Setting | undefined {
  return config.role === 'streams' ? ofMainConsumer(config, key) : config.get(key);
}

/** Streams has a protocol of its own since 4.1, and none other for its member since 4.2; before, its consumers had theirs. */
function protocolOfMember(config: Config): Setting | undefined {
  const own = config.own('group.protocol');
  if (atLeast(config.kafka, '4.2') || (atLeast(config.kafka, '4.1') && own?.value.toLowerCase() === 'streams')) return own;
  const setting = ofMainConsumer(config, 'group.protocol');
  const isOfAll = setting?.config.identity.spelling.spell('') === 'consumer.';
  return isOfAll && atLeast(config.kafka, '4.1') ? own : setting;
}

function milliseconds(config: Config, setting: Setting | undefined, key: string): number | undefined {
  return setting === undefined ? config.number(key) : wholeNumber(setting);
}

import type { Config } from '../../configs/config.ts';
import { splitList } from '../../schema/value.ts';
import { atLeast, type KafkaVersion, parseVersion } from '../../schema/version.ts';
import { clustersWithoutServers } from '../mirror/flows.ts';
import type { RelationRule } from '../rule.ts';
import { clientRoles } from './clients.ts';

const keys = ['bootstrap.servers', 'bootstrap.controllers'] as const;

export const bootstrapServersForm: RelationRule = {
  id: 'bootstrap-servers-form',
  title: 'Servers are written as `host:port`, with commas between them',
  why: 'Clients refuse an entry without a port. Before 4.0 most releases took the last `host:port` of an entry that holds more, and forgot the rest in silence.',
  severity: 'error',
  roles: clientRoles,
  source: 'org.apache.kafka.clients.ClientUtils#parseAndValidateAddresses; org.apache.kafka.common.utils.Utils#getHost',
  examples: [
    {
      text: 'bootstrap.servers=«kafka-1,kafka-2:9092»\n',
      role: 'producer',
      message: '`bootstrap.servers` must give each server as `host:port`: `kafka-1` has no port.',
    },
    {
      text: 'bootstrap.servers=«kafka:9092/»\n',
      role: 'admin',
      message: '`bootstrap.servers` must give each server as `host:port`: `kafka:9092/` is something else.',
    },
    {
      text: 'bootstrap.servers=«kafka:99999»\n',
      role: 'consumer',
      message: '`bootstrap.servers` must give each server as `host:port`: the port of `kafka:99999` is above 65535.',
    },
    {
      text: 'bootstrap.servers=«kafka-1:9092 kafka-2:9092»\n',
      role: 'producer',
      message: '`bootstrap.servers` must have commas between the servers.',
      fixed: 'bootstrap.servers=kafka-1:9092,kafka-2:9092\n',
    },
    { text: 'bootstrap.servers=«kafka-1:9092;kafka-2:9092»\n', role: 'producer', kafka: '3.9', severity: 'warning' },
    { text: 'bootstrap.servers=«kafka-1:9092;kafka-2:9092»\n', role: 'producer', kafka: '3.8' },
    { text: 'bootstrap.servers=«,»\n', role: 'producer', kafka: '4.1', message: '`bootstrap.servers` must name at least one server.' },
    { text: 'bootstrap.servers=kafka-1:9092 , kafka-2:9092 ,kafka-3:9092\n', role: 'producer' },
    { text: 'bootstrap.servers=kafka-1:9092, [::1]:9092,PLAINTEXT://kafka-2:9092\n', role: 'producer' },
    { text: 'bootstrap.servers=kafka-1:9092\nbootstrap.controllers=\n', role: 'admin', kafka: '4.1' },
    { text: 'bootstrap.servers=kafka-1:9092,\n', role: 'producer', kafka: '3.9' },
    { text: 'clusters=A,B\nA.bootstrap.servers=a:9092\nA->B.enabled=true\nbootstrap.servers=«b»\n', role: 'mirror-maker' },
    {
      text: 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\nbootstrap.servers=b\n',
      role: 'mirror-maker',
    },
  ],
  single: true,
  reads: [...keys, 'clusters', '*.bootstrap.servers', 'emit.heartbeats.enabled'],
  supersedes: ['invalid-value'],
  *check(config) {
    // MirrorMaker's own are for the clusters without.
    if (config.role === 'mirror-maker' && clustersWithoutServers(config).length === 0) return;
    for (const key of keys) {
      const setting = config.own(key);
      if (setting === undefined || setting.unknown || setting.definition === undefined) continue;
      const inStreams = config.role === 'streams' || config.identity.parent?.role === 'streams';
      if (key === 'bootstrap.controllers' && setting.value === '' && inStreams) continue;
      if (setting.value === '' && keys.some((other) => other !== key && mayBeSet(config, other))) continue;
      const fault = faultOf(setting.value, readsWholly(config.kafka));
      if (fault === undefined) continue;
      const { apart } = fault;
      yield {
        at: setting,
        ...(setting.value === '' && { part: 'key' }),
        severity: fault.refused ? 'error' : 'warning',
        message: `\`${key}\` ${fault.wants}.`,
        ...(apart !== undefined && {
          fixes: [{ title: 'Put commas between the servers', safe: true, steps: [{ do: 'set', setting, value: apart }] }],
        }),
      };
    }
  },
};

/** Whether there is, or may be, something in place of an empty list. */
function mayBeSet(config: Config, key: string): boolean {
  return config.get(key)?.unknown === true || (config.value(key) ?? '') !== '';
}

/** Whether an address is read as a whole (`Utils.HOST_PORT_PATTERN`): that came with 3.8, was taken back in 3.9.1, and stays from 4.0 on. */
export function readsWholly(kafka: KafkaVersion): boolean {
  return atLeast(kafka, '4.0') || (atLeast(kafka, '3.8') && kafka < (parseVersion('3.9.1') ?? 0));
}

interface Fault {
  readonly wants: string;
  readonly refused: boolean;
  readonly apart?: string;
}

const strict = /^(?:[0-9a-zA-Z\-%._]*:\/\/)?\[?([0-9a-zA-Z\-%._:]*)]?:([0-9]+)$/;
/** The last host and port of what stands there. */
const lenient = /(?:^|[^0-9a-zA-Z\-%._:])([0-9a-zA-Z\-%._:]*)]?:([0-9]+)$/;

function faultOf(value: string, isStrict: boolean): Fault | undefined {
  const servers = splitList(value).filter((server) => server !== '');
  if (servers.length === 0) return { wants: 'must name at least one server', refused: true };
  const joined = servers.join(',');
  if (/^[^\s;|]+:\d+([\s;|]+[^\s;|]+:\d+)+$/.test(joined)) {
    return { wants: 'must have commas between the servers', refused: isStrict, apart: joined.replace(/[\s;|]+/g, ',') };
  }
  for (const server of servers) {
    const fault = faultOfServer(server, isStrict);
    if (fault !== undefined) return { ...fault, wants: `must give each server as \`host:port\`: ${fault.wants}` };
  }
  return undefined;
}

function faultOfServer(server: string, isStrict: boolean): Fault | undefined {
  const match = (isStrict ? strict : lenient).exec(server);
  if (match === null)
    return { wants: /^[\w.-]+$/.test(server) ? `\`${server}\` has no port` : `\`${server}\` is something else`, refused: true };
  if (Number(match[2]) > 65535) return { wants: `the port of \`${server}\` is above 65535`, refused: true };
  return strict.test(server) ? undefined : { wants: `Kafka takes \`${match[1]}:${match[2]}\` for \`${server}\``, refused: false };
}

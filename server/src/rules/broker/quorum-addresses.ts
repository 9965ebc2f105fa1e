import { parseHostAndPort, parseVoter } from '../../schema/addresses.ts';
import { splitList } from '../../schema/value.ts';
import type { KafkaVersion } from '../../schema/version.ts';
import { readsWholly } from '../client/bootstrap-servers-form.ts';
import type { RelationRule } from '../rule.ts';
import { partOf } from './endpoints.ts';
import { processRoles } from './listener-graph.ts';

/** `Utils.HOST_PORT_PATTERN`; other releases pass over everything in front of the host. */
const strict = /^(?:[0-9a-zA-Z\-%._]*:\/\/)?\[?[0-9a-zA-Z\-%._:]*\]?:[0-9]+$/;

export const quorumAddresses: RelationRule = {
  id: 'quorum-addresses',
  title: 'Controllers have addresses to connect to',
  why: '`0.0.0.0` is no address that another node could reach. In Kafka 3.8 and 3.9.0 and from 4.0 on, nothing but a host and a port may stand there.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '3.8' },
  source: 'org.apache.kafka.raft.QuorumConfig#parseVoterConnections, #parseBootstrapServers; org.apache.kafka.common.utils.Utils#getHost',
  examples: [
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=«9@0.0.0.0:9093»\ncontroller.listener.names=CONTROLLER\n',
      message: '`9@0.0.0.0:9093` must have an address that other nodes can reach.',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=«9@controller-1:9093»\ncontroller.listener.names=CONTROLLER\n',
      kafka: '4.1',
      message: '`9@controller-1:9093` must be a host and a port such as `controller-1:9093`.',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=«9@controller-1:9093»\ncontroller.listener.names=CONTROLLER\n',
      kafka: '3.9.0',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=9@controller-1:9093\ncontroller.listener.names=CONTROLLER\n',
      kafka: '3.9',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=controller-1:9093\ncontroller.listener.names=CONTROLLER\n',
      kafka: '4.1',
    },
  ],
  reads: ['process.roles', 'controller.quorum.voters', 'controller.quorum.bootstrap.servers'],
  *check(config) {
    const voters = config.own('controller.quorum.voters');
    const kraft = (processRoles(config)?.size ?? 0) > 0;
    for (const text of voters === undefined || voters.unknown ? [] : splitList(voters.value)) {
      const voter = parseVoter(text);
      if (voters === undefined || voter === undefined) continue;
      if (!isPlain(text.slice(text.indexOf('@') + 1), config.kafka))
        yield {
          at: voters,
          part: partOf(voters, text),
          message: `\`${text}\` must be an id, a host and a port such as \`1@controller-1:9093\`.`,
        };
      else if (voter.host === '0.0.0.0' && kraft)
        yield { at: voters, part: partOf(voters, text), message: `\`${text}\` must have an address that other nodes can reach.` };
    }
    const servers = config.own('controller.quorum.bootstrap.servers');
    for (const text of servers === undefined || servers.unknown ? [] : splitList(servers.value)) {
      if (servers === undefined || parseHostAndPort(text) === undefined || isPlain(text, config.kafka)) continue;
      yield { at: servers, part: partOf(servers, text), message: `\`${text}\` must be a host and a port such as \`controller-1:9093\`.` };
    }
  },
};

function isPlain(address: string, kafka: KafkaVersion): boolean {
  return !readsWholly(kafka) || strict.test(address);
}

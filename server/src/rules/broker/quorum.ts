import type { Config } from '../../configs/config.ts';

/** A member of the controller quorum: `id@host:port`. */
export interface Voter {
  readonly text: string;
  readonly id: number;
  readonly host: string;
  readonly port: number;
}

/** `Utils.HOST_PORT_PATTERN`: a protocol in front is skipped. */
const hostAndPort = /^(?:[0-9a-zA-Z\-%._]*:\/\/)?\[?([0-9a-zA-Z\-%._:]*)\]?:([0-9]+)$/;

const highestInt = 2 ** 31 - 1;
const highestPort = 65535;

/** `host:port` as Kafka reads it; undefined where it cannot. */
export function parseHostAndPort(text: string): { readonly host: string; readonly port: number } | undefined {
  const [, host, port] = hostAndPort.exec(text) ?? [];
  return host === undefined || port === undefined || Number(port) > highestPort ? undefined : { host, port: Number(port) };
}

/** Reads one voter (`QuorumConfig.parseVoterConnections`); undefined where Kafka cannot. */
export function parseVoter(text: string): Voter | undefined {
  const [id, address, ...more] = text.replace(/@+$/, '').split('@');
  if (id === undefined || address === undefined || more.length > 0 || !/^[+-]?\d+$/.test(id) || Math.abs(Number(id)) > highestInt) return undefined;
  const where = parseHostAndPort(address);
  return where && { text, id: Number(id), ...where };
}

/** `controller.quorum.voters`; undefined where it is not known or cannot be read. */
export function votersOf(config: Config): readonly Voter[] | undefined {
  const list = config.list('controller.quorum.voters');
  if (list === undefined) return config.get('controller.quorum.voters') === undefined ? [] : undefined;
  const voters = list.map(parseVoter);
  return voters.every((voter) => voter !== undefined) ? voters : undefined;
}

/** The node's id, from either of its keys; undefined where it is not known. */
export function nodeId(config: Config): number | undefined {
  return config.number(config.has('node.id') ? 'node.id' : 'broker.id');
}

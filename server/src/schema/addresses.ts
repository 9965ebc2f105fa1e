/** An address behind a name: a host and a port. */
export interface HostAndPort {
  readonly host: string;
  readonly port: number;
}

/** A member of the controller quorum: `id@host:port`. */
export interface Voter extends HostAndPort {
  readonly id: number;
}

/** `Utils.HOST_PORT_PATTERN` as it was before 4.0, which took the last host and port of what stands there. */
const hostAndPort = /^.*?\[?([0-9a-zA-Z\-%._:]*)\]?:([0-9]+)$/;

const highestInt = 2 ** 31 - 1;
const highestPort = 65535;

/** Reads `host:port` (`Utils#getHost`, `#getPort`); undefined where Kafka cannot. */
export function parseHostAndPort(text: string): HostAndPort | undefined {
  const [, host, port] = hostAndPort.exec(text) ?? [];
  return host === undefined || port === undefined || Number(port) > highestPort ? undefined : { host, port: Number(port) };
}

/** Reads one voter (`QuorumConfig#parseVoterConnections`); undefined where Kafka cannot. */
export function parseVoter(text: string): Voter | undefined {
  const [id, address, ...more] = text.replace(/@+$/, '').split('@');
  if (id === undefined || address === undefined || more.length > 0 || !/^[+-]?\d+$/.test(id) || Math.abs(Number(id)) > highestInt)
    return undefined;
  const where = parseHostAndPort(address);
  return where && { id: Number(id), ...where };
}

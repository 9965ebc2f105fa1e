import { withoutEnd } from '../text/split.ts';

/** An address behind a name: a host and a port. */
export interface HostAndPort {
  readonly host: string;
  readonly port: number;
}

/** A member of the controller quorum: `id@host:port`. */
export interface Voter extends HostAndPort {
  readonly id: number;
}

const highestInt = 2 ** 31 - 1;
const highestPort = 65535;

/**
 * Reads `host:port` (`Utils#getHost`, `#getPort`) as `Utils.HOST_PORT_PATTERN` was before 4.0, which took the last host and port of what stands
 * there; undefined where Kafka cannot. From the end: the pattern itself would try each character for the beginning of the host.
 */
export function parseHostAndPort(text: string): HostAndPort | undefined {
  const colon = text.lastIndexOf(':');
  const port = text.slice(colon + 1);
  if (colon < 0 || !/^[0-9]+$/.test(port) || Number(port) > highestPort) return undefined;
  const end = text[colon - 1] === ']' ? colon - 1 : colon;
  let start = end;
  while (start > 0 && /[0-9a-zA-Z\-%._:]/.test(text[start - 1] ?? '')) start -= 1;
  return text.slice(0, start).includes('\n') ? undefined : { host: text.slice(start, end), port: Number(port) };
}

/** Reads one voter (`QuorumConfig#parseVoterConnections`); undefined where Kafka cannot. */
export function parseVoter(text: string): Voter | undefined {
  const [id, address, ...more] = withoutEnd(text, '@').split('@');
  if (id === undefined || address === undefined || more.length > 0 || !/^[+-]?\d+$/.test(id) || Math.abs(Number(id)) > highestInt)
    return undefined;
  const where = parseHostAndPort(address);
  return where && { id: Number(id), ...where };
}

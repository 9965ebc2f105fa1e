import type { Setting } from '../../configs/config.ts';
import { rawValue } from '../../formats/format.ts';
import { splitAtCommas } from '../../text/split.ts';
import type { Finding } from '../rule.ts';

/** One listener: `name://host:port`. */
export interface Endpoint {
  /** As it stands in the list. */
  readonly text: string;
  /** Kafka compares names in upper case (`ListenerName.normalised`). */
  readonly name: string;
  /** Empty: every interface. */
  readonly host: string;
  readonly port: number;
}

/** `SocketServerConfigs.URI_PARSE_REGEXP`, in older releases `EndPoint.uriParseExp`. */
const form = /^(.*):\/\/\[?([0-9a-zA-Z\-%._:]*)\]?:(-?[0-9]+)$/;

const highestInt = 2 ** 31 - 1;

/** The elements of a list of listeners: blanks around them dropped, empty ones left out (`Csv.parseCsvList`). */
export function splitListeners(text: string): readonly string[] {
  return splitAtCommas(text.trim()).filter((element) => element !== '');
}

/** Reads one listener; undefined where Kafka cannot, or finds a second one in the name of the first, which no protocol is there for. */
export function parseEndpoint(text: string): Endpoint | undefined {
  const match = form.exec(text);
  const [, name, host, port] = match ?? [];
  if (
    name === undefined ||
    name.includes('://') ||
    host === undefined ||
    port === undefined ||
    Number(port) > highestInt ||
    Number(port) < -highestInt - 1
  )
    return undefined;
  return { text, name: name.toUpperCase(), host, port: Number(port) };
}

/** Reads a list of listeners; undefined where Kafka cannot read one of them. */
export function parseEndpoints(elements: readonly string[]): readonly Endpoint[] | undefined {
  const endpoints = elements.map(parseEndpoint);
  return endpoints.every((endpoint) => endpoint !== undefined) ? endpoints : undefined;
}

/** Whether a host is an address of the fourth or the sixth version of IP; undefined for a name (`InetAddressValidator`). */
export function ipVersion(host: string): 4 | 6 | undefined {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(host))
    return host.split('.').every((part) => Number(part) <= 255 && (part === '0' || !part.startsWith('0'))) ? 4 : undefined;
  return isIpv6(host.replace(/%.*$/, '')) ? 6 : undefined;
}

function isIpv6(host: string): boolean {
  const halves = host.split('::');
  if (halves.length > 2 || !host.includes(':')) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  return halves.length === 2 ? groups.length < 8 : groups.length === 8;
}

/** Where an element of a list stands in a setting's value, for marking it alone. The `nth` of equal ones counts from 0. */
export function partOf(setting: Setting, element: string, nth = 0): NonNullable<Finding['part']> {
  const raw = rawValue(setting.entry);
  if (raw !== setting.entry.value || element === '') return 'value';
  let from = -1;
  for (let i = 0; i <= nth; i += 1) {
    from = indexOfElement(raw, element, from + 1);
    if (from < 0) return 'value';
  }
  return { from, to: from + element.length };
}

/** An element ends at a comma, a semicolon, a blank or the end: `1@a` is not in `11@a`. */
function indexOfElement(raw: string, element: string, start: number): number {
  for (let at = raw.indexOf(element, start); at >= 0; at = raw.indexOf(element, at + 1)) {
    const before = raw[at - 1] ?? ',';
    const after = raw[at + element.length] ?? ',';
    if (/[,;\s]/.test(before) && /[,;\s]/.test(after)) return at;
  }
  return -1;
}

import type { Config, Setting } from '../../configs/config.ts';
import { history } from '../../schema/history.ts';
import { tableOf } from '../../schema/tables.ts';
import type { Fix, FixStep } from '../rule.ts';

/** The fix that writes a setting as its successor has it; undefined where that says something else, or is set already. */
export function renaming(setting: Setting, successor: string): Fix | undefined {
  const { config, key, value } = setting;
  const [first = successor, second] = successor.split(',');
  if ([first, second].some((name) => name !== undefined && config.get(name) !== undefined)) return undefined;
  const rename = { do: 'rename', setting, key: first } as const;
  const [address, taken] = addressOf(setting, config) ?? [];
  if (address !== undefined) {
    const others: readonly FixStep[] = taken === undefined ? [] : [{ do: 'remove', setting: taken }];
    return { title: `Change to \`${first}=${address}\``, safe: false, steps: [{ do: 'set', setting, value: address }, rename, ...others] };
  }
  const takes = tableOf(config.role, config.kafka).get(first)?.type;
  if (takes !== history(config.role, key).at(-1)?.facts.type) return undefined;
  const more: readonly FixStep[] = second === undefined ? [] : [{ do: 'add', after: setting, key: second, value }];
  const title = second === undefined ? `Change to \`${first}\`` : `Change to \`${first}\` and \`${second}\``;
  return { title, safe: false, steps: [rename, ...more] };
}

/** Hosts and ports of old, by the scheme of the address that took their place. */
const addresses: readonly (readonly [string, string, string])[] = [
  ['rest.host.name', 'rest.port', 'http'],
  ['advertised.host.name', 'advertised.port', 'PLAINTEXT'],
  ['host.name', 'port', 'PLAINTEXT'],
];

const ports: Readonly<Record<string, string>> = { 'rest.host.name': '8083', 'advertised.host.name': '9092', 'host.name': '9092' };

/** The address that a host or a port becomes, and the other setting that is in it then. */
function addressOf({ key, value }: Setting, config: Config): readonly [string, Setting | undefined] | undefined {
  const [hostKey, portKey, scheme] = addresses.find((names) => names.includes(key)) ?? [];
  if (hostKey === undefined || portKey === undefined) return undefined;
  const other = config.get(key === hostKey ? portKey : hostKey);
  const [host, port] = key === hostKey ? [value, other?.value ?? ports[hostKey]] : [other?.value ?? '', value];
  return [`${scheme}://${host}:${port}`, other];
}

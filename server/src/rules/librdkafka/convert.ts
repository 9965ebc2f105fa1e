import type { Setting } from '../../configs/config.ts';
import type { Counterpart } from '../../schema/librdkafka.ts';
import type { Fix } from '../rule.ts';

/** Gives a setting the name, and the unit, that the other family of clients has for it; undefined where its value cannot be kept. */
export function convert(setting: Setting, { to, copy, divide, multiply }: Counterpart): Fix | undefined {
  if (to === undefined || copy === false || setting.config.has(to)) return undefined;
  const rename = { do: 'rename', setting, key: to } as const;
  const title = `Change to \`${to}\``;
  if (divide === undefined && multiply === undefined) return { title, safe: false, steps: [rename] };
  const number = Number(setting.value);
  if (setting.unknown || !Number.isSafeInteger(number)) return undefined;
  const value = String(Math.max(1, Math.round((number * (multiply ?? 1)) / (divide ?? 1))));
  return { title: `${title}, \`${value}\``, safe: false, steps: [rename, { do: 'set', setting, value }] };
}

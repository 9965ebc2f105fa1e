import type { Setting } from '../configs/config.ts';
import { isLibrdkafka } from '../schema/librdkafka.ts';
import { refusalOfLibrdkafka } from '../schema/librdkafka-value.ts';
import { nearestOf } from '../schema/nearest.ts';
import { refusalOf } from '../schema/value.ts';
import { inWords, unitOfName } from './units.ts';
import { valueNames } from './value-names.ts';

/** A value that stands where another is refused, and what it is in words. */
export interface LikelyValue {
  readonly value: string;
  readonly words?: string;
}

/** What somebody most likely meant by a value that is refused: a size or time with its unit, or a slip in one of the words that are allowed. */
export function likelyValue(setting: Setting): LikelyValue | undefined {
  const { definition, config } = setting;
  if (definition === undefined || setting.unknown) return undefined;
  const written = setting.value.trim();
  const found =
    inUnit(definition.name, written) ?? otherWords[definition.name]?.[written] ?? spelledWord(valueNames(definition, config), written);
  if (found === undefined) return undefined;
  const refusal = isLibrdkafka(definition) ? refusalOfLibrdkafka(definition, found) : refusalOf(definition, found);
  if (refusal !== undefined) return undefined;
  const words = inWords(found, unitOfName(definition.name) ?? '');
  return words === undefined ? { value: found } : { value: found, words };
}

/** What librdkafka's and the oldest clients' words are called in Java's clients, by property. */
const otherWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'auto.offset.reset': { smallest: 'earliest', beginning: 'earliest', largest: 'latest', end: 'latest', error: 'none' },
};

/** Units by their first letter: sizes count by 1024, as all of Kafka's do. */
const sizes: Readonly<Record<string, number>> = { b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 };
const times: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `1GB` of bytes, `30s` of milliseconds as the number that is wanted. */
function inUnit(name: string, written: string): string | undefined {
  const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)[ _]?([A-Za-z]+)$/.exec(written) ?? [];
  const size = /^([kmgt]?)i?b?(ytes)?$/i.exec(unit);
  const time = /^(ms|s|m|h|d)(ec|ecs|econds?|in|ins|inutes?|r|rs|ours?|ays?)?$/i.exec(unit);
  const kind = unitOfName(name);
  const factor =
    kind === 'bytes' && size !== null
      ? sizes[(size[1] || 'b').toLowerCase()]
      : kind === 'ms' && time !== null
        ? times[(time[1] ?? '').toLowerCase()]
        : undefined;
  const number = factor === undefined || digits === '' ? Number.NaN : Number(digits) * factor;
  return Number.isSafeInteger(number) ? String(number) : undefined;
}

function spelledWord(words: readonly string[], written: string): string | undefined {
  if (!/^[A-Za-z][\w .-]*$/.test(written)) return undefined;
  const longer = words.filter((word) => word.startsWith(`${written}_`));
  return longer.length === 1 ? longer[0] : nearestOf(words, written);
}

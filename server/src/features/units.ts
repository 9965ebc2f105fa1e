const timeUnits: readonly (readonly [number, string])[] = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
];

const sizeUnits: readonly (readonly [number, string])[] = [
  [1024 ** 4, 'TiB'],
  [1024 ** 3, 'GiB'],
  [1024 ** 2, 'MiB'],
  [1024, 'KiB'],
];

const inMilliseconds: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** A number in words that people use: `604800000` ms is `7 days`, `1073741824` bytes `1 GiB`; undefined where it says no more than the number. */
export function inWords(value: string, unit: string): string | undefined {
  if (!/^\d+$/.test(value)) return undefined;
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number === 0) return undefined;
  const factor = inMilliseconds[unit];
  if (factor !== undefined) return inTime(number * factor, unit);
  return unit === 'bytes' ? inSize(number) : undefined;
}

function inTime(milliseconds: number, unit: string): string | undefined {
  const found = timeUnits.find(([size]) => milliseconds >= size && Number.isInteger((milliseconds / size) * 10));
  if (found === undefined || (unit === 's' && found[1] === 'second')) return undefined;
  const count = milliseconds / found[0];
  return `${count} ${found[1]}${count === 1 ? '' : 's'}`;
}

function inSize(bytes: number): string | undefined {
  const found = sizeUnits.find(([size]) => bytes >= size && Number.isInteger((bytes / size) * 10));
  return found && `${bytes / found[0]} ${found[1]}`;
}

/** The unit that a property's name ends with, where it does. */
export function unitOfName(name: string): string | undefined {
  return /\.ms$/.test(name) ? 'ms' : /\.bytes$/.test(name) ? 'bytes' : undefined;
}

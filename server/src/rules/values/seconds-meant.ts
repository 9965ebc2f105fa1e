import type { Setting } from '../../configs/config.ts';

/** Milliseconds, where a time-out in milliseconds looks as if seconds were meant: 1 to 300. */
export function secondsMeant({ value }: Setting): number | undefined {
  const seconds = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  return seconds === 0 || seconds > 300 ? undefined : seconds * 1000;
}

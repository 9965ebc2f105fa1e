import type { Config } from './config.ts';

/** Is told of a config that is asked for a key; `*` for all of its keys. */
export type Listener = (config: Config, key: string) => void;

let listener: Listener | undefined;

/** Tells a listener what configs are asked for while something is found out. */
export function listenWhile(told: Listener, find: () => void): void {
  const outer = listener;
  listener = told;
  try {
    find();
  } finally {
    listener = outer;
  }
}

/** Says that a config is asked for a key. */
export function asked(config: Config, key: string): void {
  if (listener !== undefined) listener(config, key);
}

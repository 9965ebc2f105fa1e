import type { AllWords } from '../schema/words.ts';

/** Text of files as a terminal may show it: what would steer the terminal is spelled out. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what steers terminals
  return text.replace(/[\x00-\x1f\x7f-\x9f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What a command needs of the terminal and of the place it runs in. */
export interface Output {
  out(text: string): void;
  error(text: string): void;
  /** Our words about properties; undefined where the file is not there. */
  words(): AllWords | undefined;
}

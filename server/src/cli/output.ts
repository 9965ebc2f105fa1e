import type { AllWords } from '../schema/words.ts';

/** What a command needs of the terminal and of the place it runs in. */
export interface Output {
  out(text: string): void;
  error(text: string): void;
  /** Our words about properties; undefined where the file is not there. */
  words(): AllWords | undefined;
}

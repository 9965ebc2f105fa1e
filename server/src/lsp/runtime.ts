import type * as session from './session.ts';

/** What the server needs of the place it runs in. */
export interface Runtime {
  /** The rest of the server. */
  loadSession(): Pick<typeof session, 'startSession'>;
  /** The text of the words bundle (scripts/schema.mjs); undefined where it cannot be had. Asked for once, when a hover or completion item needs it. */
  loadWords(): Promise<string | undefined>;
  /**
   * The text of a file, by its address; of a folder, whose address ends in a slash, the names of its files, one a line. Undefined where
   * it cannot be had, or is no plain file of reasonable size.
   */
  readText(uri: string): Promise<string | undefined>;
  /** Runs a task when what has already come in is read. */
  later(task: () => void): void;
  /** Gives back what is not needed any more, while there is nothing else to do. */
  collectGarbage(): void;
  /** The version of the product, for the reply to `initialize`. */
  readonly version: string;
}

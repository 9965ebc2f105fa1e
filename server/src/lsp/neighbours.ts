import { besideUri, plainUri } from './addresses.ts';

/** Files that open documents name, and folders, as they were read last. */
export class Neighbours {
  readonly #read: (uri: string) => Promise<string | undefined>;
  readonly #arrived: (documents: readonly string[]) => void;
  readonly #texts = new Map<string, string | undefined>();
  /** Which documents asked for a file. */
  readonly #askers = new Map<string, Set<string>>();
  /** Which reading of a file was begun last: what an earlier one finds is out of date. */
  readonly #readings = new Map<string, object>();

  /** `arrived` is told of the documents that asked for a file when there is another text of it. */
  constructor(read: (uri: string) => Promise<string | undefined>, arrived: (documents: readonly string[]) => void) {
    this.#read = read;
    this.#arrived = arrived;
  }

  /** The text of a file, by its path from a document's folder; undefined where there is none, or where it is still to be read. */
  beside(document: string, path: string): string | undefined {
    const uri = besideUri(document, path);
    if (uri === undefined) return undefined;
    const askers = this.#askers.get(uri);
    if (askers === undefined) {
      this.#askers.set(uri, new Set([document]));
      void this.#load(uri);
    } else askers.add(document);
    return this.#texts.get(uri);
  }

  /** Files changed, came or went. */
  changed(uris: readonly string[]): void {
    const files = uris.map(plainUri);
    // A folder tells what is in it.
    for (const uri of new Set([...files, ...files.map((file) => file.slice(0, file.lastIndexOf('/') + 1))]))
      if (this.#askers.has(uri)) void this.#load(uri);
  }

  /** A document is closed: what only it asked for is let go. */
  forget(document: string): void {
    for (const [uri, askers] of this.#askers) {
      if (!askers.delete(document) || askers.size > 0) continue;
      this.#askers.delete(uri);
      this.#texts.delete(uri);
      this.#readings.delete(uri);
    }
  }

  async #load(uri: string): Promise<void> {
    const reading = {};
    this.#readings.set(uri, reading);
    const text = await this.#read(uri);
    const askers = this.#askers.get(uri);
    if (askers === undefined || this.#readings.get(uri) !== reading || text === this.#texts.get(uri)) return;
    this.#texts.set(uri, text);
    this.#arrived([...askers]);
  }
}

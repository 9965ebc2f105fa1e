import type { Circumstances } from '../configs/placement.ts';
import { Document, type TextChange } from '../features/document.ts';
import { pickFormat } from '../formats/pick.ts';
import { pathOf } from './addresses.ts';
import { readSettings, type Settings } from './settings.ts';

/** An open document at one version. */
interface Open {
  readonly document: Document;
  version: number;
}

/** The open documents and the settings: the one place that holds parsed text. */
export class Workspace {
  settings: Settings = readSettings(undefined);
  readonly #open = new Map<string, Open>();
  readonly #beside: (uri: string, path: string) => string | undefined;

  /** `beside` knows the texts of files by their paths from a document's folder. */
  constructor(beside: (uri: string, path: string) => string | undefined) {
    this.#beside = beside;
  }

  open(uri: string, languageId: string, version: number, text: string): void {
    const format = pickFormat(pathOf(uri), languageId);
    this.#open.delete(uri);
    if (format !== undefined) this.#open.set(uri, { document: new Document(text, format, this.#circumstances(uri)), version });
  }

  change(uri: string, version: number, changes: readonly TextChange[]): void {
    const open = this.#open.get(uri);
    if (open === undefined) return;
    open.document.changeAll(changes);
    open.version = version;
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  get(uri: string): Document | undefined {
    return this.#open.get(uri)?.document;
  }

  versionOf(uri: string): number | undefined {
    return this.#open.get(uri)?.version;
  }

  get isEmpty(): boolean {
    return this.#open.size === 0;
  }

  uris(): Iterable<string> {
    return this.#open.keys();
  }

  configure(section: unknown): void {
    this.settings = readSettings(section);
    this.replace(this.#open.keys());
  }

  /** Looks for the configs of documents again. */
  replace(uris: Iterable<string>): void {
    for (const uri of uris) this.get(uri)?.place(this.#circumstances(uri));
  }

  /** What is known of a document from its path, the settings and the files beside it. */
  #circumstances(uri: string): Circumstances {
    const path = pathOf(uri);
    const { roles, kafka } = this.settings;
    const role = roles.find(({ pattern }) => pattern.test(path))?.role;
    return {
      path,
      beside: (other) => this.#beside(uri, other),
      ...(role !== undefined && { role, said: 'the setting kafka-config.roles' }),
      ...(kafka !== undefined && { kafka }),
    };
  }
}

import type { Circumstances } from '../configs/placement.ts';
import { Document, type TextChange } from '../features/document.ts';
import { pickFormat } from '../formats/pick.ts';
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

  open(uri: string, languageId: string, version: number, text: string): void {
    const path = pathOf(uri);
    const format = pickFormat(path, languageId);
    if (format !== undefined) this.#open.set(uri, { document: new Document(text, format, circumstances(path, this.settings)), version });
  }

  change(uri: string, version: number, changes: readonly TextChange[]): void {
    const open = this.#open.get(uri);
    if (open === undefined) return;
    for (const change of changes) open.document.change(change);
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

  uris(): Iterable<string> {
    return this.#open.keys();
  }

  configure(section: unknown): void {
    this.settings = readSettings(section);
    for (const [uri, { document }] of this.#open) document.place(circumstances(pathOf(uri), this.settings));
  }
}

/** What is known of a document from its path and the settings. */
function circumstances(path: string, settings: Settings): Circumstances {
  const role = settings.roles.find(({ pattern }) => pattern.test(path))?.role;
  return {
    path,
    ...(role !== undefined && { role, said: 'the setting kafka-config.roles' }),
    ...(settings.kafka !== undefined && { kafka: settings.kafka }),
  };
}

function pathOf(uri: string): string {
  const path = uri.replace(/^[a-z][\w+.-]*:(\/\/[^/]*)?/i, '').replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

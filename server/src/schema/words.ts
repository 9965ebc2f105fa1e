import type { Definition } from './definition.ts';
import type { Role } from './roles.ts';

/** Our own words about one property. Plain text, but for `code` spans. */
export interface Words {
  /** One sentence: what it does. */
  readonly what: string;
  /** When and why one changes it, and what that costs. */
  readonly when?: string;
  /** ms, s, min, h, d, bytes, KiB, records, count, percent, ratio, bytes/s, requests/s, partitions, replicas, threads. */
  readonly unit?: string;
  /** How it interacts with other properties. */
  readonly with?: string;
  /** What each value means. */
  readonly values?: Readonly<Record<string, string>>;
  /** Related properties. */
  readonly see?: readonly string[];
  /** A recommendation with its reason, for the properties that matter most. */
  readonly advice?: string;
}

/** Every property's words: by file of schemas/docs/, by name. `order` says which files speak for a role, first one wins. */
export interface AllWords {
  readonly order: Readonly<Record<Role, readonly string[]>>;
  readonly files: Readonly<Record<string, Readonly<Record<string, Words>>>>;
  readonly log4j2: Log4j2Words;
}

/** Our own words about what a Log4j2 file may hold. Markdown sentences. */
export interface Log4j2Words {
  readonly plugins: Readonly<Record<string, PluginWords>>;
  /** Attributes that mean the same wherever they are. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Conversions of patterns, by the class that reads them. */
  readonly conversions: Readonly<Record<string, string>>;
  readonly lookups: Readonly<Record<string, string>>;
}

/** Our words about one element. */
export interface PluginWords {
  readonly what: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Defaults that are in the code, where the annotations do not say them. */
  readonly defaults?: Readonly<Record<string, string>>;
}

/**
 * Reads the text of generated/words.json, which is loaded when the first hover or completion item asks. Each file of words is a text of its
 * own in there, and read when it is needed.
 */
export function parseWords(text: string): AllWords {
  const { order, files, log4j2 } = JSON.parse(text) as Packed;
  const read: Record<string, AllWords['files'][string]> = {};
  for (const [name, words] of Object.entries(files)) whenAsked(read, name, words);
  const all = { order, files: read } as AllWords;
  whenAsked(all, 'log4j2', log4j2);
  return all;
}

interface Packed {
  readonly order: AllWords['order'];
  readonly files: Readonly<Record<string, string>>;
  readonly log4j2: string;
}

function whenAsked(owner: object, name: string, text: string): void {
  let read: unknown;
  const get = (): unknown => {
    read ??= JSON.parse(text);
    return read;
  };
  Object.defineProperty(owner, name, { get, enumerable: true });
}

/** The words about a property as a role means it; undefined when there are none. */
export function wordsOf(words: AllWords, role: Role, name: string): Words | undefined {
  for (const file of words.order[role]) {
    const entries = words.files[file];
    if (entries !== undefined && Object.hasOwn(entries, name)) return entries[name];
  }
  return undefined;
}

/** The words about a definition: as its own role means it, else as the role does that it stands in. */
export function wordsAbout(words: AllWords, role: Role, definition: Definition): Words | undefined {
  const owner = definition.from ?? role;
  const { describedAs = definition.name, name } = definition;
  return wordsOf(words, owner, describedAs) ?? wordsOf(words, owner, name) ?? wordsOf(words, role, name);
}

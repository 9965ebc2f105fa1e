import type { Delta, Entry, Tree } from '../formats/format.ts';
import type { Role } from '../schema/roles.ts';
import type { KafkaVersion } from '../schema/version.ts';
import type { Config } from './config.ts';
import type { Pieces } from './pieces.ts';

/** What is known about a document besides its text. */
export interface Circumstances {
  /** Path or URI path; only its names count. */
  readonly path: string;
  /** The role that the author or a setting gives, if any. */
  readonly role?: Role;
  /** The version that the author or a setting gives; undefined = the newest, or what the file itself speaks for. */
  readonly kafka?: KafkaVersion;
  /** What speaks for that version, for people, where it is not the author. */
  readonly why?: string;
  /** Whose client reads the file, where the author says so. */
  readonly family?: 'java' | 'librdkafka';
  /** The librdkafka minor that the author gives, for clients of that family. */
  readonly librdkafka?: string;
  /** Where role or version come from, for people: "setting kafka-config.roles", "--role". */
  readonly said?: string;
  /**
   * The text of another file, by its path from the document's folder; of a folder (`../`) the names of its files, one a line. Undefined where there is none, or none yet: whoever gives the
   * function places the document again when there is one.
   */
  readonly beside?: (path: string) => string | undefined;
}

/** An entry's place in a config. */
export interface Membership {
  readonly config: Config;
  /** Kafka's name of the key, in that config. */
  readonly key: string;
  /** The value that Kafka gets, where it is not the one that stands in the file: what a framework makes of `10s` or `16KB`. */
  readonly value?: string;
}

/** Which configs a document holds and which of its entries belong to which. */
export interface Placement {
  readonly configs: readonly Config[];
  /** Where an entry belongs; may make a new config for a view that had no entry before. */
  assign(entry: Entry): readonly Membership[];
  /** True where adding, changing or removing the entry may change the configs themselves. */
  structural(entry: Entry): boolean;
  /** Of a structural entry: whether its value has a say in that, or no more than its key and its place. Where nothing is said it has. */
  byValue?(entry: Entry): boolean;
  /** Looks at what an edit of structural entries changed; undefined, or nothing to ask: everything is placed again. */
  follow?(delta: Delta): Followed | undefined;
  /** True where that may be asked about entries that stand in others now, too. */
  readonly followsMoves?: true;
}

/** What a placement becomes by an edit that leaves the configs there are. */
export interface Followed {
  /** With the same configs. */
  readonly placement: Placement;
  /** Entries that the edit did not touch and that belong elsewhere now. */
  readonly moved: readonly Entry[];
  /** Where some of these belonged, which the placement that was cannot tell any more. */
  readonly before?: ReadonlyMap<Entry, readonly Membership[]>;
}

/** Finds the configs of one kind of document; undefined = not mine. One file each. */
export type Recognizer = (tree: Tree, circumstances: Circumstances, pieces: Pieces) => Placement | undefined;

/** A document that holds no Kafka configuration. */
export const nothing: Placement = { configs: [], assign: () => [], structural: () => true };

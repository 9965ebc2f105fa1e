import type { Entry, Format } from '../formats/format.ts';
import type { GetValue } from '../schema/dynamic-names.ts';
import { librdkafkaTable, newestLibrdkafka } from '../schema/librdkafka.ts';
import type { Role } from '../schema/roles.ts';
import { type Known, type Resolution, resolve, settledNames } from '../schema/schema.ts';
import type { KafkaVersion } from '../schema/version.ts';
import { asked } from './asked.ts';
import type { ImageUse } from './image-use.ts';
import type { Logging } from './logging.ts';
import { ConvertedSetting, ForeignSetting, Setting, unseenSetting } from './setting.ts';
import { type Standing, Written } from './written.ts';

export type { Setting } from './setting.ts';

/** Whose configuration it is: Apache Kafka's Java code, librdkafka, or Log4j. */
export type Family = 'java' | 'librdkafka' | 'log4j1' | 'log4j2';

/** How keys of a config are spelled in the file: with a prefix, or as the names of environment variables. */
export interface Spelling {
  /** The key as the file has it, beside or instead of the entry `near`; undefined where it cannot be written there. */
  spell(key: string, near?: Entry): string | undefined;
  /** True where names are written in another way altogether, not just behind a prefix: variables. */
  readonly rewrites?: true;
}

/** What a config is, and how that was found out. */
export interface Identity {
  readonly role: Role;
  readonly kafka: KafkaVersion;
  readonly family: Family;
  /** The librdkafka minor whose facts count, in that family; undefined = the newest. */
  readonly librdkafka?: string;
  /** The program that reads the file itself, where it has a way of its own to. */
  readonly program?: 'kcat';
  /** Why role and version are thought to be these, for people to read. */
  readonly why: string;
  /** False for a client's file, where a program adds what is not written; true where what is missing is missing. */
  readonly whole: boolean;
  readonly format: Format;
  readonly spelling: Spelling;
  /** Where keys are looked up that this config does not hold: the config that this one is a view of. */
  readonly parent?: Config;
  /** Which keys are looked up there; all where nothing is said. */
  readonly inherits?: (key: string) => boolean;
  /** Why nothing in Kafka reads these keys, as the end of a sentence; empty where another file has a say in that. No rule judges them. */
  readonly unread?: string;
  /** Which keys a file that is not in sight may set where this one does not: a worker's, for the clients of its connectors. */
  readonly unseen?: (key: string) => boolean;
  /** What the program itself puts in for keys that nobody sets, where it differs from the role's defaults (Connect's producers). */
  readonly presets?: ReadonlyMap<string, string>;
  /** Keys as they are called in the file's own family are passed to plug-ins when they are not Kafka's: unknown ones are nobody's fault. */
  readonly open?: boolean;
  /** What sets these keys itself, so that they count for nothing here: an operator, by its name. */
  readonly managedBy?: string;
  /** The role that they would have otherwise. */
  readonly managedRole?: Role;
  /** Which keys something else sets, so that they would count for nothing here. */
  readonly setElsewhere?: (key: string) => boolean;
  /** What does not read these names, by its name, and the name it reads that is meant, as the file would have it. */
  readonly misnamed?: { readonly by: string; meant(key: string): string | undefined };
  /** Set where a list becomes a key for each of its elements, as Spring Boot reads maps of properties. */
  readonly keysOfElements?: true;
  /** Set where the keys are laid over others that are not in sight: what they say together is not known. */
  readonly overlay?: true;
  /** The service that takes these properties, and takes only some: Amazon MSK. */
  readonly service?: 'msk';
  /** The container image whose variables these are. */
  readonly image?: ImageUse;
  /** Logging of which an operator sets the rest. */
  readonly logging?: Logging;
  /** True for the logging of another program: no script of Kafka's passes it on. */
  readonly logsForAnother?: true;
  /** Which of several entries of one key counts, where that is not the last. */
  readonly standing?: Standing;
  /** What happens to scalars of YAML on their way: a chart's template prints them, or Kubernetes takes nothing but text. */
  readonly scalars?: 'printed' | 'text';
}

const noNames: ReadonlyMap<string, Known> = new Map();

/** Entries of one role: a file, part of one, or a view of another config's entries behind a prefix. */
export class Config {
  readonly identity: Identity;
  readonly role: Role;
  readonly kafka: KafkaVersion;
  /** Views whose lookups fall through to this config. */
  readonly views: Config[] = [];
  /** The names that need no look at the rest of the file. */
  readonly #names: ReadonlyMap<string, Known>;
  readonly #written: Written;
  /** What other files set, for keys that the document does not. */
  readonly #elsewhere = new Map<string, Setting>();
  #revision = 0;

  constructor(identity: Identity) {
    this.identity = identity;
    this.role = identity.role;
    this.kafka = identity.kafka;
    this.#written = new Written(identity.standing);
    this.#names = identity.family === 'librdkafka' ? noNames : settledNames(this.role, this.kafka);
    identity.parent?.views.push(this);
  }

  /** The value that another key has, for names which depend on one; undefined when not set or not known. */
  readonly lookup = (key: string): string | undefined => {
    const setting = this.get(key);
    if (setting === undefined) return this.identity.presets?.get(key);
    return setting.unknown ? undefined : setting.value;
  };

  /** The setting that counts for a key: the last one written, here or in the config this is a view of. */
  get(key: string): Setting | undefined {
    const own = this.own(key);
    if (own !== undefined) return own;
    const { parent, inherits, unseen } = this.identity;
    if (unseen?.(key)) return unseenSetting(this, key);
    return parent !== undefined && (inherits === undefined || inherits(key)) ? parent.get(key) : undefined;
  }

  /** The setting of this config itself. */
  own(key: string): Setting | undefined {
    asked(this, key);
    const written = this.#written.get(key);
    return written !== undefined || this.#elsewhere.size === 0 ? written : this.#elsewhere.get(key);
  }

  /** True where the key is written, whatever its value. */
  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /**
   * The value that counts: the written one without blanks, else what the program presets, else the default.
   * Undefined where there is none, or where it holds a placeholder.
   */
  value(key: string): string | undefined {
    const setting = this.get(key);
    if (setting !== undefined) return setting.unknown ? undefined : setting.value;
    return this.identity.presets?.get(key) ?? this.default(key);
  }

  /** The value that counts as a number; undefined where it is no number or not known. */
  number(key: string): number | undefined {
    const text = this.value(key);
    return text === undefined || !/^[+-]?\d+(\.\d+)?$/.test(text) ? undefined : Number(text);
  }

  /** The value that counts as a boolean; undefined where it is none or not known. */
  boolean(key: string): boolean | undefined {
    const text = this.value(key)?.toLowerCase();
    return text === 'true' ? true : text === 'false' ? false : undefined;
  }

  /** The elements of the list that counts (`ConfigDef.Type.LIST`); undefined where it is not known or not set. */
  list(key: string): readonly string[] | undefined {
    const text = this.value(key);
    if (text === undefined) return undefined;
    return text === '' ? [] : text.split(',').map((element) => element.trim());
  }

  /** What the schema of the config's family says about a key. */
  resolve(key: string, get?: GetValue): Resolution | undefined {
    const { family, librdkafka } = this.identity;
    if (family !== 'librdkafka') return resolve(this.role, this.kafka, key, get);
    const definition = librdkafkaTable(librdkafka ?? newestLibrdkafka()).get(key);
    return definition && { kind: 'known', definition };
  }

  /** The default of a key for this role and version. */
  default(key: string): string | undefined {
    const resolution = this.#names.get(key) ?? this.resolve(key);
    return resolution?.kind === 'known' ? resolution.definition.default : undefined;
  }

  /** The settings of this config itself, one for each key. */
  *settings(): Iterable<Setting> {
    asked(this, '*');
    yield* this.#written.settings();
    for (const setting of this.#elsewhere.values()) if (this.#written.get(setting.key) === undefined) yield setting;
  }

  /** All settings that the document writes into this config itself, also those that a later one of the same key shadows. */
  written(): Iterable<Setting> {
    asked(this, '*');
    return this.#written.all();
  }

  /** The same one after the other: an iterator would leave an object behind for each. */
  eachWritten(take: (setting: Setting) => void): void {
    this.#written.each(take);
  }

  /** The settings of one key in the order of the document; the last one counts. */
  all(key: string): readonly Setting[] {
    asked(this, key);
    return this.#written.of(key);
  }

  /** The setting that stands first in the document: where what is missing is reported. */
  get first(): Setting | undefined {
    asked(this, '*');
    return this.#written.first;
  }

  /** How many keys the document sets. */
  get size(): number {
    asked(this, '*');
    return this.#written.size;
  }

  /** Another number whenever it holds other settings than before. */
  get revision(): number {
    asked(this, '*');
    return this.#revision;
  }

  /** The later setting of the same key that makes this one count for nothing. */
  shadowing(setting: Setting): Setting | undefined {
    asked(this, setting.key);
    return this.#written.shadowing(setting);
  }

  /** Takes an entry in. */
  add(key: string, entry: Entry, value?: string): Setting {
    const known = this.#names.get(key);
    // The schema's own string serves all settings of a property.
    const name = known?.definition.name ?? key;
    const setting = value === undefined ? new Setting(this, name, entry, known) : new ConvertedSetting(this, name, entry, value);
    this.#written.add(setting);
    this.#revision += 1;
    return setting;
  }

  /** Takes in what another file sets; of several the last one counts. */
  addElsewhere(key: string, entry: Entry): void {
    this.#elsewhere.set(key, new ForeignSetting(this, key, entry));
    this.#revision += 1;
  }

  /** Lets an entry go; returns the setting it had. */
  remove(key: string, entry: Entry): Setting | undefined {
    this.#revision += 1;
    return this.#written.remove(key, entry);
  }
}

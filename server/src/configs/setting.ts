import type { Entry } from '../formats/format.ts';
import type { Definition } from '../schema/definition.ts';
import type { Resolution } from '../schema/schema.ts';
import { javaTrim } from '../text/java-trim.ts';
import type { Config } from './config.ts';
import { hasPlaceholder } from './placeholder.ts';

const typeName = /^(?:BOOLEAN|STRING|INT|SHORT|LONG|DOUBLE|LIST|CLASS|PASSWORD)$/;

/** One entry as a config sees it. */
export class Setting {
  readonly config: Config;
  /** Kafka's name, without the view's prefix. */
  readonly key: string;
  readonly entry: Entry;
  #resolution: Resolution | undefined | null;

  /** `resolution`: where it is known already. */
  constructor(config: Config, key: string, entry: Entry, resolution?: Resolution) {
    this.config = config;
    this.key = key;
    this.entry = entry;
    this.#resolution = resolution ?? null;
  }

  /** The value without the blanks around it, as Kafka reads every typed property (`ConfigDef.parseType`). */
  get value(): string {
    return javaTrim(this.entry.value);
  }

  /** True where another file sets it: it takes part in what rules say, and nothing is said about it here. */
  get elsewhere(): boolean {
    return false;
  }

  /** True where a placeholder, an alias or a nested value keeps us from knowing what Kafka will read. */
  get unknown(): boolean {
    return (
      hasPlaceholder(this.entry.value) ||
      this.entry.style === 'alias' ||
      this.entry.kind === 'map' ||
      this.entry.kind === 'list' ||
      this.entry.kind === 'null' ||
      this.#isNameOfType
    );
  }

  /** Lists of what may be set have the type where the value is to be, in the letters of `ConfigDef.Type`: `tasks.max=INT`. */
  get #isNameOfType(): boolean {
    const { value } = this.entry;
    return typeName.test(value) && this.definition?.type === value.toLowerCase();
  }

  /** What the schema says about the key for this config's role and version. */
  get resolution(): Resolution | undefined {
    if (this.#resolution === null) this.#resolution = this.config.resolve(this.key, this.config.lookup);
    return this.#resolution;
  }

  /** What another key says may have changed what the name means: it is looked up again when somebody asks. */
  forgetResolution(): void {
    this.#resolution = null;
  }

  get definition(): Definition | undefined {
    const { resolution } = this;
    return resolution?.kind === 'known' ? resolution.definition : undefined;
  }
}

/** A setting whose value a framework converts before Kafka gets it. */
export class ConvertedSetting extends Setting {
  readonly #converted: string;

  constructor(config: Config, key: string, entry: Entry, converted: string) {
    super(config, key, entry);
    this.#converted = converted;
  }

  override get value(): string {
    return javaTrim(this.#converted);
  }
}

/** A setting of another file. */
export class ForeignSetting extends Setting {
  override get elsewhere(): boolean {
    return true;
  }
}

/** A setting that a file may hold which is not in sight: whether it does, and with which value, is unknown. */
export function unseenSetting(config: Config, key: string): Setting {
  const block = { text: '', line: 0, indent: 0 };
  return new ForeignSetting(config, key, { block, key, value: '${unseen}', keyStart: 0, keyEnd: 0, valueStart: 0, valueEnd: 0 });
}

import type { Entry } from '../formats/format.ts';
import type { Setting } from './config.ts';

/** How much an entry counts beside others of the same key: more goes before less, the later one where they are equal. */
export type Standing = (entry: Entry) => number;

/** The settings that a document writes into one config; of those with the same key the last one counts, unless another has a higher standing. */
export class Written {
  readonly #last = new Map<string, Setting>();
  /** Earlier settings of keys that are set more than once, in the order of the document. */
  readonly #shadowed = new Map<string, Setting[]>();
  /** Undefined where it is to be looked for. */
  #first: Setting | undefined;
  readonly #standing: Standing | undefined;

  constructor(standing: Standing | undefined) {
    this.#standing = standing;
  }

  /** The setting that counts for a key. */
  get(key: string): Setting | undefined {
    return this.#last.get(key);
  }

  /** One setting for each key. */
  settings(): Iterable<Setting> {
    return this.#last.values();
  }

  /** All settings, also those that a later one of the same key shadows. */
  all(): Iterable<Setting> {
    const last = this.#last.values();
    return this.#shadowed.size === 0 ? last : [...[...this.#shadowed.values()].flat(), ...last];
  }

  /** Takes all of them one after the other. */
  each(take: (setting: Setting) => void): void {
    for (const settings of this.#shadowed.values()) settings.forEach(take);
    this.#last.forEach(take);
  }

  /** The settings of one key in the order of the document, the one that counts last. */
  of(key: string): readonly Setting[] {
    const last = this.#last.get(key);
    return last === undefined ? [] : [...(this.#shadowed.get(key) ?? []), last];
  }

  /** The later setting of the same key, if there is one. */
  shadowing(setting: Setting): Setting | undefined {
    if (this.#shadowed.size === 0) return undefined;
    const last = this.#last.get(setting.key);
    return last === setting ? undefined : last;
  }

  get size(): number {
    return this.#last.size;
  }

  /** The one that stands first in the document, of those that count. */
  get first(): Setting | undefined {
    if (this.#first === undefined)
      this.#last.forEach((setting) => {
        this.#first = earlier(this.#first, setting);
      });
    return this.#first;
  }

  add(setting: Setting): void {
    const present = this.#last.get(setting.key);
    if (present === undefined) {
      this.#last.set(setting.key, setting);
      if (this.#first !== undefined) this.#first = earlier(this.#first, setting);
      return;
    }
    const shadowed = this.#shadowed.get(setting.key);
    if (this.#compare(present, setting) > 0) {
      const before = (shadowed ?? []).findLastIndex((one) => this.#compare(one, setting) <= 0);
      this.#shadowed.set(setting.key, (shadowed ?? []).toSpliced(before + 1, 0, setting));
      return;
    }
    // As always while a document is read.
    if (shadowed === undefined) this.#shadowed.set(setting.key, [present]);
    else shadowed.push(present);
    this.#last.set(setting.key, setting);
    if (this.#first === present) this.#first = undefined;
  }

  /** Lets an entry go; returns the setting it had. */
  remove(key: string, entry: Entry): Setting | undefined {
    const last = this.#last.get(key);
    const shadowed = this.#shadowed.get(key) ?? [];
    if (last?.entry === entry) {
      if (last === this.#first || shadowed.length > 0) this.#first = undefined;
      this.#keep(key, shadowed.slice(0, -1), shadowed.at(-1));
      return last;
    }
    const index = shadowed.findIndex((setting) => setting.entry === entry);
    if (index === -1) return undefined;
    this.#keep(key, shadowed.toSpliced(index, 1), last);
    return shadowed[index];
  }

  /** Less than zero where the second one counts. */
  #compare(a: Setting, b: Setting): number {
    const standing = this.#standing;
    return (standing === undefined ? 0 : standing(a.entry) - standing(b.entry)) || inDocumentOrder(a, b);
  }

  #keep(key: string, shadowed: Setting[], last: Setting | undefined): void {
    if (last === undefined) this.#last.delete(key);
    else this.#last.set(key, last);
    if (shadowed.length > 0) this.#shadowed.set(key, shadowed);
    else this.#shadowed.delete(key);
  }
}

/** Document order, of settings that one document writes: negative, zero or positive. */
export function inDocumentOrder(a: Setting, b: Setting): number {
  return a.entry.block.line - b.entry.block.line || a.entry.keyStart - b.entry.keyStart;
}

function earlier(one: Setting | undefined, other: Setting): Setting {
  return one === undefined || inDocumentOrder(other, one) < 0 ? other : one;
}

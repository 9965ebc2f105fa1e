import type { Setting } from './read.ts';

/**
 * What became of a part of the file.
 * `kept`: the same, though it looks different. `changed`: differs in a way that is named, or had no effect before.
 * `lost`: log4j 1 did something that the result does not do.
 */
export type NoteKind = 'kept' | 'changed' | 'lost';

/** One line of the report about a conversion. */
export interface Note {
  readonly kind: NoteKind;
  readonly message: string;
  /** Keys of the settings it speaks of, in the order of the file. */
  readonly keys: readonly string[];
  /** Zero-based line of the first of them; undefined for the file as a whole. */
  readonly line: number | undefined;
}

/** Takes notes; the same sentence about the same place is taken once. */
export interface Notebook {
  add(kind: NoteKind, message: string, settings?: readonly (Setting | undefined)[]): void;
  readonly notes: () => readonly Note[];
  /** True where a note speaks of this setting. */
  mentions(setting: Setting): boolean;
}

/** An empty notebook. */
export function openNotebook(): Notebook {
  const notes = new Map<string, Note>();
  const mentioned = new Set<Setting>();
  return {
    add(kind, message, settings = []) {
      const about = settings.filter((setting) => setting !== undefined);
      for (const setting of about) mentioned.add(setting);
      const line = about.reduce<number | undefined>((first, setting) => Math.min(first ?? setting.line, setting.line), undefined);
      const note: Note = { kind, message, keys: [...new Set(about.map(({ key }) => key))], line };
      notes.set(`${note.line} ${message}`, note);
    },
    notes: () => [...notes.values()].sort((a, b) => (a.line ?? -1) - (b.line ?? -1)),
    mentions: (setting) => mentioned.has(setting),
  };
}

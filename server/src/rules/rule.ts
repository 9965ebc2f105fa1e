import type { Config, Family, Identity, Setting } from '../configs/config.ts';
import type { Entry, FormatId } from '../formats/format.ts';
import type { Role } from '../schema/roles.ts';

/** error: Kafka refuses it. warning: Kafka ignores or misreads it. information: a risk. hint: taste. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a fix does, in Kafka's own names; the config spells them as its file does and the format writes them. */
export type FixStep =
  | { readonly do: 'set'; readonly setting: Setting; readonly value: string; readonly quoted?: true }
  | { readonly do: 'rename'; readonly setting: Setting; readonly key: string }
  | { readonly do: 'remove'; readonly setting: Setting }
  | { readonly do: 'add'; readonly after: Setting; readonly key: string; readonly value: string }
  /** `at`: above what stands at this offset of the block, where the setting is a whole document. */
  | { readonly do: 'comment'; readonly setting: Setting; readonly text: string; readonly at?: number };

/** A way out. `safe`: it does what the author meant, without a decision left to make; fix-all applies these only. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly steps: readonly FixStep[];
  /** A fix that makes another file: the form to convert the log4j 1 file to. It has no steps. */
  readonly convert?: 'xml' | 'yaml' | 'properties';
}

/** One fault at one place. */
export interface Finding {
  readonly at: Setting;
  /** Which part is marked; the value where nothing is said. */
  readonly part?: 'key' | 'value' | 'entry' | Mark;
  /** One sentence that names the wanted value. */
  readonly message: string;
  /** Where it differs from the rule's own, as when one version ignores what the next refuses. */
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
  /** The other settings that matter here, with a word on why. */
  readonly related?: readonly { readonly at: Setting; readonly message: string }[];
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Keys whose absence is the fault. Where one of them is there but misspelled, that is said in its place. */
  readonly lacks?: readonly string[];
}

/** A part of the entry's value: offsets into the raw value. */
export interface Mark {
  readonly from: number;
  readonly to: number;
}

/** A text that shows what a rule does. `«…»` marks what is reported; without marks the text must be clean. */
export interface Example {
  readonly text: string;
  readonly role?: Role;
  /** A Kafka version, where the newest would not show it. */
  readonly kafka?: string;
  readonly message?: string;
  readonly severity?: Severity;
  /** The text after the first fix. */
  readonly fixed?: string;
  /** Where the example can be shown only in some formats: a rule on Java's properties syntax. */
  readonly only?: FormatId;
}

interface About {
  /** Kebab-case; the file's name. */
  readonly id: string;
  /** What, in a few words. */
  readonly title: string;
  /** Why it matters, in one or two sentences. */
  readonly why: string;
  readonly severity: Severity;
  readonly roles: readonly Role[] | 'all';
  /** Kafka minors in which the rule applies, both inclusive. */
  readonly kafka?: { readonly since?: string; readonly until?: string };
  /** Java's clients and brokers where nothing is said. */
  readonly family?: Family | 'any';
  /** What else a config has to be. */
  readonly in?: (identity: Identity) => boolean;
  /** Evidence: a KIP, a class, a documentation section. */
  readonly source: string;
  readonly examples: readonly Example[];
  /** Rules whose findings on the same entry are this one's consequence, and are not shown beside it. */
  readonly supersedes?: readonly string[];
  /** The same, of those that Kafka's refusal shows in: where one of them is an error, so is this rule's finding. */
  readonly speaksFor?: readonly string[];
}

/** Looks at one setting at a time, and nothing else. */
export interface SettingRule extends About {
  readonly reads: 'each';
  /** The names that the rule is about; all where it is missing. Settings of a known property are asked for no others. */
  of?(name: Pick<Setting, 'key' | 'resolution' | 'definition'>): boolean;
  /** Characters, as in a class of a regular expression, of which one has to stand in the entry's text. Most texts have none that any rule looks for. */
  readonly chars?: string;
  /** A test that costs next to nothing and that most settings fail: `check` is called for the others only. */
  when?(setting: Setting): boolean;
  check(setting: Setting, config: Config): Iterable<Finding>;
}

/** Looks at how settings relate. Runs again when one of the keys it reads changes; `x.*` is every key that begins with `x.`, `*.x` every key that ends with `.x`, `*` any key or none. A view’s keys are read with its prefix, those of a flow of MirrorMaker’s with and without. */
export interface RelationRule extends About {
  /** Set where it looks at settings one by one: what it says holds for settings that are laid over others, too. */
  readonly single?: true;
  readonly reads: readonly string[];
  /** The one of these keys without which there is nothing to say: it has to be set, here or where the config looks keys up. */
  readonly needs?: string;
  check(config: Config): Iterable<Finding>;
}

export type Rule = SettingRule | RelationRule;

/** The entry that a finding marks. */
export function entryOf(finding: Finding): Entry {
  return finding.at.entry;
}

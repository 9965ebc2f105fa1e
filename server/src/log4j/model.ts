import type { Level } from './java-values.ts';
import type { Setting } from './read.ts';

/** An option of an appender, layout or filter, as the bean setter gets it. */
export interface Option {
  readonly setting: Setting;
  /** As written, variables and all. */
  readonly text: string;
  /** With variables replaced from the file. */
  readonly value: string;
}

/** Options by bean name (small first letter). Of `File` and `file`, the last in the file. */
export type Options = ReadonlyMap<string, Option>;

/** A level: a word, or text with a variable that stands for one. */
export interface LevelChoice {
  /** With variables at what the file says; undefined: inherited. */
  readonly level: Level | undefined;
  /** The text with its variables, where there are any. */
  readonly text?: string;
}

/** A layout, appender or filter with its class name and options. */
export interface Component {
  readonly className: string;
  readonly options: Options;
  readonly setting: Setting;
}

export interface Log4j1Filter extends Component {
  readonly id: string;
}

export interface Log4j1Appender extends Component {
  readonly name: string;
  readonly layout: Component | undefined;
  /** In the order in which log4j 1 asks them: sorted by id. */
  readonly filters: readonly Log4j1Filter[];
  /** Every setting that belongs to it. */
  readonly settings: readonly Setting[];
}

export interface Log4j1Logger {
  /** Empty for the root logger. */
  readonly name: string;
  /** Undefined: inherited. */
  readonly level: LevelChoice | undefined;
  /** Names of the appenders that exist, each once, in order. */
  readonly appenders: readonly string[];
  readonly additive: boolean;
  /** Text with variables for the additivity, where there are any. */
  readonly additivityText?: string;
  readonly setting: Setting | undefined;
  readonly additivity: Setting | undefined;
  /** Variables that hold appenders, besides a level or alone. */
  readonly combined?: readonly string[];
}

/** What log4j 1 would build from a file (`PropertyConfigurator.doConfigure`). */
export interface Log4j1Model {
  readonly root: Log4j1Logger;
  readonly loggers: readonly Log4j1Logger[];
  /** Every appender that is defined, in the order of the file. */
  readonly appenders: ReadonlyMap<string, Log4j1Appender>;
  /** Names of those that a logger refers to: only these come into being. */
  readonly live: ReadonlySet<string>;
  readonly threshold: { readonly choice: LevelChoice; readonly setting: Setting } | undefined;
  readonly debug: Setting | undefined;
}

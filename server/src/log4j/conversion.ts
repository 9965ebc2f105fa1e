import type { ClassFacts } from './classes.ts';
import { readBoolean, readInteger, readLevel } from './java-values.ts';
import type { Component, LevelChoice, Log4j1Model, Options } from './model.ts';
import type { Notebook } from './notes.ts';
import type { Log4j1File, Setting } from './read.ts';
import type { VariableBook } from './variable-book.ts';
import { namesIn, orElse } from './variables.ts';

/** The syntaxes in which Log4j2 reads a configuration and that are written. */
export type Target = 'xml' | 'yaml' | 'properties';

/** What the steps of one conversion share. */
export interface Conversion {
  readonly file: Log4j1File;
  readonly model: Log4j1Model;
  readonly notebook: Notebook;
  readonly variables: VariableBook;
  readonly target: Target;
  /** The Kafka minor that reads the result; undefined = the newest. */
  readonly kafka: string | undefined;
  /** Settings that say what is the default anyway, and so are not written. */
  readonly defaults: Set<Setting>;
}

/** Text option for an attribute; undefined when it is not given. */
export function textOption(options: Options, name: string, { variables }: Conversion): string | undefined {
  const option = options.get(name);
  return option && variables.text(option.text, option.setting);
}

/** Boolean option for an attribute; undefined when it is not given, is the default, or log4j 1 refuses it. */
export function booleanOption(options: Options, name: string, preset: boolean, conversion: Conversion): string | undefined {
  const option = options.get(name);
  if (option === undefined) return undefined;
  if (namesIn(option.text).length > 0) return orElse(conversion.variables.text(option.text.trim(), option.setting), String(preset));
  const value = readBoolean(option.value);
  if (value === undefined)
    conversion.notebook.add('kept', `"${option.value}" is neither true nor false: log4j 1 ignores it, and the default ${preset} stays.`, [
      option.setting,
    ]);
  if (value === preset) conversion.defaults.add(option.setting);
  return value === undefined || value === preset ? undefined : String(value);
}

/** Whole number for an attribute; undefined when it is not given or log4j 1 refuses it. */
export function integerOption(options: Options, name: string, preset: string, conversion: Conversion): string | undefined {
  const option = options.get(name);
  if (option === undefined) return undefined;
  const number = readInteger(option.value);
  if (namesIn(option.text).length > 0 && (number !== undefined || option.value.trim() === ''))
    return orElse(conversion.variables.text(option.text.trim(), option.setting), preset);
  if (number === undefined)
    conversion.notebook.add('kept', `"${option.value}" is no whole number: log4j 1 ignores it, and so does the result.`, [option.setting]);
  return number === undefined ? undefined : String(number);
}

/** True where the option says so, or the default does. */
export function isOn(options: Options, name: string, preset: boolean): boolean {
  const option = options.get(name);
  return (option && readBoolean(option.value)) ?? preset;
}

/** Level option for an attribute (`PropertySetter` falls back to DEBUG); undefined when it is not given. */
export function levelOption(options: Options, name: string, conversion: Conversion): string | undefined {
  const option = options.get(name);
  if (option === undefined) return undefined;
  const { level, fault } = readLevel(option.value, 'DEBUG');
  const fromOutside = option.value.trim() === '' && namesIn(option.text).length > 0;
  if (fault !== undefined && !fromOutside)
    conversion.notebook.add('kept', `"${option.value}" is no level: log4j 1 takes DEBUG, and so does the result.`, [option.setting]);
  if (namesIn(option.text).length > 0 && (fault === undefined || fromOutside))
    return orElse(conversion.variables.text(option.text.trim(), option.setting), 'DEBUG');
  return level;
}

/** The text of a level attribute; undefined where the level is inherited. */
export function levelText(
  choice: LevelChoice | undefined,
  conversion: Conversion,
  about: Component['setting'] | undefined,
): string | undefined {
  if (choice?.text === undefined || about === undefined) return choice?.level;
  const text = conversion.variables.text(choice.text, about);
  return choice.level === undefined ? text : orElse(text, choice.level);
}

/** Names the options that log4j 1 does not know and so ignores. */
export function noteUnknownOptions(component: Component, facts: ClassFacts<string>, { notebook }: Conversion): void {
  for (const [name, option] of component.options) {
    if (name === 'name' && name in facts.options)
      notebook.add('kept', 'An appender goes by the name in its key, which loggers refer to; Name is left out.', [option.setting]);
    if (!(name in facts.options))
      notebook.add(
        'kept',
        `${component.className} has no option ${option.setting.key.slice(option.setting.key.lastIndexOf('.') + 1)}: log4j 1 warns and goes on without it, so it is left out.`,
        [option.setting],
      );
  }
}

/** The settings of an options map that `names` lists. */
export function settingsOf(options: Options, names: readonly string[]): readonly Component['setting'][] {
  return names.flatMap((name) => options.get(name)?.setting ?? []);
}

import type { Config, Setting } from '../../configs/config.ts';
import { levels } from '../../log4j/java-values.ts';
import type { FixStep } from '../rule.ts';

/** The ids of loggers in the new form. */
interface Ids {
  /** Those of the operator's own file, by the loggers' names. */
  readonly given: ReadonlyMap<string, string>;
  /** Those that are made up here. */
  readonly made: Map<string, string>;
  readonly taken: Set<string>;
}

/** What makes Log4j2's loggers of log4j 1's in an operator's map; undefined where something in it has no counterpart there. */
export function toLog4j2Loggers(config: Config): readonly FixStep[] | undefined {
  const { loggers } = config.identity.logging ?? {};
  const written = [...config.written()];
  if (loggers === undefined || written.length === 0) return undefined;
  const siblings = new Set(written[0]?.entry.parent?.children?.map(({ key }) => key));
  const ids = { given: loggers, made: new Map(), taken: new Set([...loggers.values(), ...[...siblings].flatMap(idIn)]) };
  const steps: FixStep[] = [];
  for (const setting of written) {
    const own = config.shadowing(setting) === undefined ? stepsOf(setting, ids, config) : [remove(setting)];
    if (own === undefined) return undefined;
    const isThere = own.some((step) => step.do === 'rename' && siblings.has(step.key));
    steps.push(...(isThere ? [remove(setting)] : own));
  }
  return steps;
}

function idIn(key: string): readonly string[] {
  return /^logger\.([^.]+)\./.exec(key)?.slice(1) ?? [];
}

function remove(setting: Setting): FixStep {
  return { do: 'remove', setting };
}

function stepsOf(setting: Setting, ids: Ids, config: Config): readonly FixStep[] | undefined {
  const [, additive] = /^log4j\.additivity\.(.+)$/.exec(setting.key) ?? [];
  if (additive !== undefined) return additivity(setting, additive, ids, config);
  const [level = '', ...appenders] = setting.value.split(',').map((word) => word.trim());
  if (!levels.some((known) => known === level.toUpperCase())) return undefined;
  // The operator's only appender, which the new form has too, under another name.
  if (appenders.some((name) => name !== 'CONSOLE')) return undefined;
  if (setting.key === 'log4j.rootLogger') return rename(setting, 'rootLogger.level', level);
  const [, name] = /^log4j\.(?:logger|category)\.(.+)$/.exec(setting.key) ?? [];
  return name === undefined ? undefined : logger(setting, name, level, appenders.length > 0, ids);
}

function rename(setting: Setting, key: string, value: string): readonly FixStep[] {
  const steps: FixStep[] = [{ do: 'rename', setting, key }];
  return value === setting.value ? steps : [...steps, { do: 'set', setting, value }];
}

/** One that the operator's file has needs a level only; another needs its name, and gets to the console as the root logger does. */
function logger(setting: Setting, name: string, level: string, console: boolean, ids: Ids): readonly FixStep[] {
  const given = ids.given.get(name);
  if (given !== undefined) return rename(setting, `logger.${given}.level`, level);
  const id = idOf(name, ids);
  const add = (key: string, value: string): FixStep => ({ do: 'add', after: setting, key: `logger.${id}.${key}`, value });
  return [
    ...rename(setting, `logger.${id}.name`, name),
    add('level', level),
    ...(console ? [add('appenderRef.console.ref', 'STDOUT')] : []),
  ];
}

/** The name's letters and figures, as the operator makes its own. */
function idOf(name: string, { given, made, taken }: Ids): string {
  const known = given.get(name) ?? made.get(name);
  if (known !== undefined) return known;
  const letters = name.toLowerCase().replace(/[^a-z0-9]/g, '') || 'logger';
  let id = letters;
  for (let i = 2; taken.has(id); i += 1) id = `${letters}${i}`;
  taken.add(id);
  made.set(name, id);
  return id;
}

/** Of a logger that nobody sets log4j 1 does not read it. */
function additivity(setting: Setting, name: string, ids: Ids, config: Config): readonly FixStep[] | undefined {
  const isSet = ids.given.has(name) || ['logger', 'category'].some((word) => config.all(`log4j.${word}.${name}`).length > 0);
  if (!isSet) return [remove(setting)];
  // The resource takes nothing but texts.
  return [
    { do: 'rename', setting, key: `logger.${idOf(name, ids)}.additivity` },
    { do: 'set', setting, value: setting.value, quoted: true },
  ];
}

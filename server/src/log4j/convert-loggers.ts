import { type Conversion, levelText } from './conversion.ts';
import { withMovedLoggers } from './kafka-loggers.ts';
import type { Log4j1Logger } from './model.ts';
import { type Element, element } from './tree.ts';

/** The loggers with their references; `existing` names the appenders that made it into the result. */
export function convertLoggers(existing: ReadonlySet<string>, conversion: Conversion): Element {
  const { root, loggers } = conversion.model;
  // In the order of the file; a root logger that is not in the file comes first.
  const inOrder = [root, ...loggers].toSorted((a, b) => (a.setting?.line ?? -1) - (b.setting?.line ?? -1));
  const elements = withMovedLoggers(inOrder, conversion).map(({ logger, movedFrom }) => {
    const converted = convertLogger(logger, existing, conversion);
    return movedFrom === undefined ? converted : { ...converted, from: [], remarks: [`${movedFrom} as newer releases call it`] };
  });
  return element('Loggers', {}, elements);
}

function convertLogger(logger: Log4j1Logger, existing: ReadonlySet<string>, conversion: Conversion): Element {
  const { setting } = logger;
  const combined = combinedText(logger, existing, conversion);
  const references = logger.appenders.filter((name) => existing.has(name)).map((ref) => element('AppenderRef', { ref }));
  const level = levelText(logger.level, conversion, setting);
  const start = combined === undefined ? { level: level === '' ? undefined : level } : { levelAndRefs: combined };
  if (logger.name === '') return element('Root', start, references, [setting]);
  const additivity = logger.additivityText === undefined ? (logger.additive ? undefined : 'false') : additivityText(logger, conversion);
  return element('Logger', { name: logger.name, ...start, additivity }, references, [setting, logger.additivity]);
}

/** Level and appenders in one variable: only the properties form takes them from there. */
function combinedText(
  { combined, setting, appenders }: Log4j1Logger,
  existing: ReadonlySet<string>,
  { target, variables, notebook }: Conversion,
): string | undefined {
  if (combined === undefined || setting === undefined) return undefined;
  const complete = appenders.every((name) => existing.has(name));
  if (target === 'properties' && complete) return variables.text(setting.value.trim(), setting);
  notebook.add(
    'changed',
    `\${${combined}} holds a level and appenders together, which only the properties form of Log4j2 takes from a variable: -D${combined}=… no longer changes them.`,
    [setting],
  );
  return undefined;
}

function additivityText(logger: Log4j1Logger, { variables }: Conversion): string | undefined {
  return logger.additivity && logger.additivityText && variables.text(logger.additivityText, logger.additivity);
}

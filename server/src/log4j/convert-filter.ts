import { filterClasses } from './classes.ts';
import { booleanOption, type Conversion, isOn, levelOption, noteUnknownOptions, textOption } from './conversion.ts';
import { readLevel } from './java-values.ts';
import type { Log4j1Appender, Log4j1Filter } from './model.ts';
import { type Element, element } from './tree.ts';

/** The appender's threshold and filters, in the order in which log4j 1 asks them; wrapped where there are several. */
export function convertFilters(appender: Log4j1Appender, conversion: Conversion): readonly Element[] {
  const threshold = convertThreshold(appender, conversion);
  const filters = [
    ...(threshold === undefined ? [] : [threshold]),
    ...appender.filters.flatMap((filter) => convertFilter(filter, conversion) ?? []),
  ];
  return filters.length > 1 ? [element('Filters', {}, filters)] : filters;
}

function convertThreshold({ options }: Log4j1Appender, conversion: Conversion): Element | undefined {
  const level = levelOption(options, 'threshold', conversion);
  return level === undefined ? undefined : element('ThresholdFilter', { level }, [], [options.get('threshold')?.setting]);
}

function convertFilter(filter: Log4j1Filter, conversion: Conversion): Element | undefined {
  const facts = filterClasses.get(filter.className);
  if (facts === undefined) {
    conversion.notebook.add(
      'lost',
      `The filter class ${filter.className} belongs neither to log4j 1 nor to Log4j2; the filter is left out.`,
      settingsOfFilter(filter),
    );
    return undefined;
  }
  noteUnknownOptions(filter, facts, conversion);

  const from = settingsOfFilter(filter);
  switch (facts.kind) {
    case 'deny-all':
      return element('DenyAllFilter', {}, [], from);
    case 'string-match':
      return stringMatch(filter, conversion);
    case 'level-match':
      return matchFilter('LevelMatchFilter', 'level', matchedLevel(filter, conversion), filter, conversion);
    case 'level-range':
      return levelRange(filter, conversion);
  }
}

function settingsOfFilter(filter: Log4j1Filter): readonly Log4j1Filter['setting'][] {
  return [filter.setting, ...[...filter.options.values()].map((option) => option.setting)];
}

/** `LevelMatchFilter.setLevelToMatch` knows no fallback: a word that is no level matches nothing. */
function matchedLevel({ options }: Log4j1Filter, conversion: Conversion): string | undefined {
  const option = options.get('levelToMatch');
  if (option === undefined) return undefined;
  return readLevel(option.value, 'DEBUG').fault === undefined ? levelOption(options, 'levelToMatch', conversion) : undefined;
}

/** Every message holds the empty text, which Log4j2 refuses to look for. */
function stringMatch(filter: Log4j1Filter, conversion: Conversion): Element | undefined {
  if (filter.options.get('stringToMatch')?.text !== '')
    return matchFilter('StringMatchFilter', 'text', textOption(filter.options, 'stringToMatch', conversion), filter, conversion);
  const onMatch = isOn(filter.options, 'acceptOnMatch', true) ? 'ACCEPT' : 'DENY';
  return element('ThresholdFilter', { level: 'ALL', onMatch }, [], settingsOfFilter(filter));
}

/** Accepts or denies what matches, and leaves the rest to the next filter. Without anything to match it is neutral: left out. */
function matchFilter(
  name: string,
  attribute: string,
  value: string | undefined,
  filter: Log4j1Filter,
  conversion: Conversion,
): Element | undefined {
  const from = settingsOfFilter(filter);
  if (value === undefined) {
    conversion.notebook.add('kept', 'The filter has nothing to match, so log4j 1 lets everything pass; it is left out.', from);
    return undefined;
  }
  booleanOption(filter.options, 'acceptOnMatch', true, conversion);
  const onMatch = isOn(filter.options, 'acceptOnMatch', true) ? 'ACCEPT' : 'DENY';
  return element(name, { [attribute]: value, onMatch, onMismatch: 'NEUTRAL' }, [], from);
}

/** Log4j2 calls the most severe level the minimum. */
function levelRange(filter: Log4j1Filter, conversion: Conversion): Element {
  booleanOption(filter.options, 'acceptOnMatch', false, conversion);
  const onMatch = isOn(filter.options, 'acceptOnMatch', false) ? 'ACCEPT' : 'NEUTRAL';
  const minLevel = levelOption(filter.options, 'levelMax', conversion);
  const maxLevel = levelOption(filter.options, 'levelMin', conversion);
  return element('LevelRangeFilter', { minLevel, maxLevel, onMatch, onMismatch: 'DENY' }, [], settingsOfFilter(filter));
}

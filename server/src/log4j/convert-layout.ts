import { layoutClasses } from './classes.ts';
import { booleanOption, type Conversion, isOn, noteUnknownOptions, textOption } from './conversion.ts';
import { printsExceptions, translateEnhancedPattern } from './enhanced-pattern.ts';
import { htmlPatterns } from './html-layout.ts';
import { isCharset } from './java-values.ts';
import type { Component, Log4j1Appender } from './model.ts';
import type { Setting } from './read.ts';
import { stackTraceBehind, translatePattern } from './translate-pattern.ts';
import { type Element, element } from './tree.ts';
import { namesIn } from './variables.ts';
import { xmlPattern } from './xml-layout.ts';

/** The appender's layout; undefined where log4j 1 has none, and so writes nothing. */
export function convertLayout(appender: Log4j1Appender, conversion: Conversion): Element | undefined {
  const { layout } = appender;
  if (layout === undefined) {
    conversion.notebook.add(
      'kept',
      `The appender ${appender.name} has no layout: log4j 1 prints an error and writes nothing, and so does the result.`,
      [appender.setting],
    );
    return undefined;
  }
  const facts = layoutClasses.get(layout.className);
  if (facts === undefined) {
    conversion.notebook.add('lost', unknownLayout(layout.className), settingsOfLayout(layout));
    return undefined;
  }
  noteUnknownOptions(layout, facts, conversion);
  const charset = convertEncoding(appender, conversion);
  switch (facts.kind) {
    case 'pattern':
      return patternLayout(layout, charset, conversion);
    case 'enhanced-pattern':
      return enhancedPatternLayout(layout, charset, conversion);
    case 'simple':
      return element('PatternLayout', { pattern: '%p - %m%n%ex', charset }, [], settingsOfLayout(layout));
    case 'ttcc':
      return element('PatternLayout', { pattern: ttccPattern(layout, conversion), charset }, [], settingsOfLayout(layout));
    case 'html':
      return htmlLayout(layout, charset, conversion);
    case 'xml':
      return xmlLayout(layout, charset, conversion);
    case 'none':
      return undefined;
  }
}

function unknownLayout(className: string): string {
  const json = /json/i.test(className) ? ' Log4j2 writes JSON with JsonTemplateLayout, from the jar log4j-layout-template-json.' : '';
  return `The layout class ${className} is not part of log4j 1; without its jar log4j 1 writes nothing, and so does the result.${json}`;
}

function settingsOfLayout(layout: Component): readonly Setting[] {
  return [layout.setting, ...[...layout.options.values()].map((option) => option.setting)];
}

function convertEncoding(appender: Log4j1Appender, conversion: Conversion): string | undefined {
  const option = appender.options.get('encoding');
  if (option === undefined || isCharset(option.value) || (option.value.trim() === '' && namesIn(option.text).length > 0))
    return textOption(appender.options, 'encoding', conversion)?.trim();
  const message = `"${option.value}" is no character set that Java knows: log4j 1 warns and writes in the platform's own, and so does the result.`;
  conversion.notebook.add('kept', message, [option.setting]);
  return undefined;
}

function patternLayout(layout: Component, charset: string | undefined, conversion: Conversion): Element {
  const option = layout.options.get('conversionPattern');
  // PatternLayout's own default is the message alone.
  const pattern = option === undefined ? '%m%n' : conversion.variables.pattern(option.text, option.setting);
  const { suffix, alwaysWriteExceptions } = stackTraceBehind(option === undefined ? '%m%n' : translatePattern(option.value).pattern);
  return element('PatternLayout', { pattern: pattern + suffix, alwaysWriteExceptions, charset }, [], settingsOfLayout(layout));
}

function enhancedPatternLayout(layout: Component, charset: string | undefined, conversion: Conversion): Element {
  const option = layout.options.get('conversionPattern');
  const value = option?.value ?? '%m%n';
  const pattern = option === undefined ? value : conversion.variables.pattern(option.text, option.setting, translateEnhancedPattern);
  const trace = printsExceptions(value)
    ? { suffix: '', ...(pattern.includes('replace{%ex') && { alwaysWriteExceptions: 'false' }) }
    : stackTraceBehind(translateEnhancedPattern(value).pattern);
  const attributes = { pattern: pattern + trace.suffix, alwaysWriteExceptions: trace.alwaysWriteExceptions, charset };
  return element('PatternLayout', attributes, [], settingsOfLayout(layout));
}

/** `TTCCLayout.format`: date, thread, level, logger, nested context; each can be switched off but the level. */
function ttccPattern(layout: Component, conversion: Conversion): string {
  const { options } = layout;
  for (const name of ['threadPrinting', 'categoryPrefixing', 'contextPrinting']) booleanOption(options, name, true, conversion);
  const zone = options.get('timeZone');
  if (zone !== undefined && /^(?:NULL|RELATIVE)$/i.test(options.get('dateFormat')?.value.trim() ?? 'NULL'))
    conversion.notebook.add('kept', 'TimeZone has no effect without a DateFormat; it is left out.', [zone.setting]);
  const thread = isOn(options, 'threadPrinting', true) ? '[%t] ' : '';
  const logger = isOn(options, 'categoryPrefixing', true) ? '%c ' : '';
  const context = isOn(options, 'contextPrinting', true) ? '%notEmpty{%ndc }' : '';
  return `${ttccDate(options.get('dateFormat')?.value, zone?.value)}${thread}%p ${logger}${context}- %m%n%ex`;
}

function ttccDate(format: string | undefined, zone: string | undefined): string {
  // The constructor asks for RELATIVE, and activateOptions takes it back where the file says nothing.
  const word = (format ?? 'NULL').trim();
  if (word.toUpperCase() === 'NULL') return '';
  if (word.toUpperCase() === 'RELATIVE') return '%r ';
  const { pattern } = translatePattern(`%d{${word}}`);
  if (zone === undefined) return `${pattern} `;
  // A zone stands behind a format only.
  return `${pattern === '%d' ? '%d{DEFAULT}' : pattern}{${zone.trim()}} `;
}

function htmlLayout(layout: Component, charset: string | undefined, conversion: Conversion): Element {
  conversion.notebook.add(
    'kept',
    'The table is written by a PatternLayout: the HtmlLayout of Log4j2 has the same columns in another style.',
    settingsOfLayout(layout),
  );
  booleanOption(layout.options, 'locationInfo', false, conversion);
  const title = textOption(layout.options, 'title', conversion) ?? 'Log4J Log Messages';
  const patterns = htmlPatterns(title, isOn(layout.options, 'locationInfo', false));
  return element('PatternLayout', { ...patterns, alwaysWriteExceptions: 'false', charset }, [], settingsOfLayout(layout));
}

function xmlLayout(layout: Component, charset: string | undefined, conversion: Conversion): Element {
  const from = settingsOfLayout(layout);
  const locationInfo = booleanOption(layout.options, 'locationInfo', false, conversion);
  const properties = booleanOption(layout.options, 'properties', false, conversion);
  if (properties === undefined && (locationInfo === undefined || locationInfo === 'true')) {
    conversion.notebook.add('kept', 'The events are written by a PatternLayout: the XmlLayout of Log4j2 has other elements.', from);
    return element('PatternLayout', { pattern: xmlPattern(locationInfo === 'true'), alwaysWriteExceptions: 'false', charset }, [], from);
  }
  conversion.notebook.add(
    'changed',
    'Log4j1XmlLayout writes what XMLLayout wrote, but ends the lines of a stack trace without a carriage return; it comes with log4j-1.2-api, which Kafka ships.',
    [layout.setting],
  );
  return element('Log4j1XmlLayout', { locationInfo, properties }, [], from);
}

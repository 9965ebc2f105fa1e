import type { ClassFacts } from './classes.ts';
import { readOptions } from './configurator.ts';
import { type Conversion, noteUnknownOptions } from './conversion.ts';
import type { Rolling } from './convert-appender.ts';
import { fileSize } from './convert-rolling.ts';
import type { Log4j1Appender, Options } from './model.ts';
import { type Element, element } from './tree.ts';

const packageName = 'org.apache.log4j.rolling.';

/** `org.apache.log4j.rolling.RollingFileAppender` of apache-log4j-extras, with its rolling and triggering policies. */
export function policyRolling(appender: Log4j1Appender, fileName: string, conversion: Conversion): Rolling | undefined {
  const rolling = policyOf(appender, 'rollingPolicy', conversion);
  const triggering = policyOf(appender, 'triggeringPolicy', conversion);
  const option = rolling?.options.get('fileNamePattern');
  if (rolling === undefined || option === undefined) {
    const end = rolling === undefined ? 'log4j 1 warns and writes nothing, and so does the result.' : 'log4j 1 stops with an error.';
    const message = `The appender ${appender.name} has no rolling policy with a FileNamePattern: ${end}`;
    conversion.notebook.add(rolling === undefined ? 'kept' : 'lost', message, appender.settings);
    return undefined;
  }
  const byTime = rolling.className.endsWith('.TimeBasedRollingPolicy') || /%d(?:ate)?\b/.test(option.value);
  const bySize = !byTime || triggering?.className.endsWith('.SizeBasedTriggeringPolicy') === true;
  if (triggering !== undefined && !/\.(?:SizeBasedTriggering|TimeBasedRolling)Policy$/.test(triggering.className))
    conversion.notebook.add('lost', `Log4j2 has no policy such as ${triggering.className}.`, [triggering.setting]);
  const active = rolling.options.get('activeFileName');
  // FixedWindowRollingPolicy asks the appender first, TimeBasedRollingPolicy itself.
  const fromPolicy = fileName === '' || (active !== undefined && rolling.className.endsWith('.TimeBasedRollingPolicy'));
  const ownName = fromPolicy ? { fileName: active && conversion.variables.text(active.text.trim(), active.setting) } : {};
  return {
    ...ownName,
    filePattern: conversion.variables.text(option.text.trim(), option.setting),
    children: [
      ...(byTime ? [element('TimeBasedTriggeringPolicy', {}, [], [rolling.setting])] : []),
      ...(bySize
        ? [
            element(
              'SizeBasedTriggeringPolicy',
              { size: fileSize(triggering?.options.get('maxFileSize'), conversion) },
              [],
              [triggering?.setting],
            ),
          ]
        : []),
      ...(byTime ? [] : [windowStrategy(rolling.options)]),
      ...(byTime && fileName === '' && active === undefined ? [element('DirectWriteRolloverStrategy')] : []),
    ],
  };
}

function windowStrategy(options: Options): Element {
  return element('DefaultRolloverStrategy', {
    fileIndex: 'min',
    min: options.get('minIndex')?.value.trim(),
    max: options.get('maxIndex')?.value.trim() ?? '7',
  });
}

const names = { fileNamePattern: 'text', activeFileName: 'text' } as const;

/** What the policies of apache-log4j-extras take. */
const policyOptions: Readonly<Record<string, ClassFacts<'policy'>['options']>> = {
  TimeBasedRollingPolicy: names,
  FixedWindowRollingPolicy: { ...names, minIndex: 'integer', maxIndex: 'integer' },
  SizeBasedTriggeringPolicy: { maxFileSize: 'size' },
};

function policyOf(appender: Log4j1Appender, name: string, conversion: Conversion) {
  const option = appender.options.get(name);
  if (option === undefined) return undefined;
  const className = option.value.trim();
  if (!className.startsWith(packageName)) conversion.notebook.add('lost', `The policy class ${className} is not known.`, [option.setting]);
  const options = readOptions(conversion.file, option.setting.key);
  noteUnknownOptions(
    { className, options, setting: option.setting },
    { kind: 'policy', options: policyOptions[className.slice(packageName.length)] ?? {} },
    conversion,
  );
  return { className, options, setting: option.setting };
}

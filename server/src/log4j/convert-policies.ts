import { readOptions } from './configurator.ts';
import type { Conversion } from './conversion.ts';
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
  const bySize = triggering?.className.endsWith('.SizeBasedTriggeringPolicy') ?? !byTime;
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

function policyOf(appender: Log4j1Appender, name: string, conversion: Conversion) {
  const option = appender.options.get(name);
  if (option === undefined) return undefined;
  const className = option.value.trim();
  if (!className.startsWith(packageName)) conversion.notebook.add('lost', `The policy class ${className} is not known.`, [option.setting]);
  return { className, options: readOptions(conversion.file, option.setting.key), setting: option.setting };
}

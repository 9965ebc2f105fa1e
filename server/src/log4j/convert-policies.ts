import type { ClassFacts } from './classes.ts';
import { readOptions } from './configurator.ts';
import { type Conversion, noteUnknownOptions } from './conversion.ts';
import type { Rolling } from './convert-appender.ts';
import { fileSize } from './convert-rolling.ts';
import { readInteger } from './java-values.ts';
import type { Component, Log4j1Appender } from './model.ts';
import { type Element, element } from './tree.ts';
import { namesIn } from './variables.ts';

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
  if (triggering === undefined && !isTimeBased(rolling)) {
    const message = `The appender ${appender.name} has no triggering policy: log4j 1 warns and writes nothing, and so does the result.`;
    conversion.notebook.add('kept', message, appender.settings);
    return undefined;
  }
  const byTime = isTimeBased(rolling) || /%d(?:ate)?\b/.test(option.value);
  const active = rolling.options.get('activeFileName');
  // FixedWindowRollingPolicy asks the appender first, TimeBasedRollingPolicy itself.
  const fromPolicy = fileName === '' || (active !== undefined && isTimeBased(rolling));
  const ownName = fromPolicy ? { fileName: active && conversion.variables.text(active.text.trim(), active.setting) } : {};
  const policies = policiesOf(rolling, triggering, byTime, conversion);
  return {
    ...ownName,
    filePattern: conversion.variables.text(option.text.trim(), option.setting),
    children: [
      ...(policies.length > 1 ? [element('Policies', {}, policies)] : policies),
      ...(byTime ? [] : [windowStrategy(rolling, conversion)]),
      ...(byTime && fileName === '' && active === undefined ? [element('DirectWriteRolloverStrategy')] : []),
    ],
  };
}

function isTimeBased({ className }: Component): boolean {
  return className === `${packageName}TimeBasedRollingPolicy`;
}

function policiesOf(rolling: Component, triggering: Component | undefined, byTime: boolean, conversion: Conversion): readonly Element[] {
  const { notebook } = conversion;
  const sized = triggering?.className === `${packageName}SizeBasedTriggeringPolicy`;
  if (triggering !== undefined && !sized && !isTimeBased(triggering))
    notebook.add('lost', `Log4j2 has no policy such as ${triggering.className}.`, [triggering.setting]);
  if (byTime && sized)
    notebook.add('changed', 'log4j 1 starts a new file when the old one is large enough and the date is another; Log4j2 does at either.', [
      triggering.setting,
    ]);
  const time = byTime ? [element('TimeBasedTriggeringPolicy', {}, [], [rolling.setting])] : [];
  if (byTime && !sized) return time;
  const size = fileSize(triggering?.options.get('maxFileSize'), conversion);
  return [...time, element('SizeBasedTriggeringPolicy', { size }, [], [triggering?.setting])];
}

/** `FixedWindowRollingPolicy` keeps from `minIndex` 1 to `maxIndex` 7, and never more than twelve on top of the first. */
function windowStrategy({ options }: Component, { notebook }: Conversion): Element {
  const [lowest, highest] = [options.get('minIndex'), options.get('maxIndex')];
  const min = readInteger(lowest?.value ?? '') ?? 1;
  const wanted = readInteger(highest?.value ?? '') ?? 7;
  const max = Math.max(min, Math.min(wanted, min + 12));
  const settings = [lowest?.setting, highest?.setting];
  if (max !== wanted) notebook.add('kept', `log4j 1 takes ${max} for MaxIndex instead of ${wanted}, and so does the result.`, settings);
  if ([lowest, highest].some((option) => option !== undefined && namesIn(option.text).length > 0))
    notebook.add('changed', 'The variables in MinIndex and MaxIndex are replaced by their values.', settings);
  // Log4j2 counts from 1 at least.
  const shift = Math.max(0, 1 - min);
  if (shift > 0) notebook.add('changed', `Log4j2 counts from 1 at least: what were ${min} to ${max} are 1 to ${max + shift}.`, settings);
  const first = min + shift === 1 ? undefined : String(min);
  const from = settings.filter((one) => one !== undefined);
  return element('DefaultRolloverStrategy', { fileIndex: 'min', min: first, max: String(max + shift) }, [], from);
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

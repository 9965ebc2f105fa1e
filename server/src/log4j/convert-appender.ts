import { type AppenderKind, appenderClasses } from './classes.ts';
import { booleanOption, type Conversion, integerOption, isOn, noteUnknownOptions, settingsOf, textOption } from './conversion.ts';
import { convertFilters } from './convert-filter.ts';
import { kafkaAppender } from './convert-kafka-appender.ts';
import { convertLayout } from './convert-layout.ts';
import { policyRolling } from './convert-policies.ts';
import { dailyPolicies, sizePolicies } from './convert-rolling.ts';
import { readInteger } from './java-values.ts';
import type { Log4j1Appender } from './model.ts';
import { type Element, element } from './tree.ts';
import { namesIn, orElse } from './variables.ts';

/** An appender as Log4j2 element; undefined where log4j 1 could not create it or Log4j2 has no counterpart. */
export function convertAppender(appender: Log4j1Appender, conversion: Conversion): Element | undefined {
  const facts = appenderClasses.get(appender.className);
  if (facts === undefined) {
    const message = `The appender class ${appender.className} is not part of log4j 1; without its jar log4j 1 goes on without the appender, and so does the result.`;
    conversion.notebook.add('lost', message, appender.settings);
    return undefined;
  }
  noteUnknownOptions(appender, facts, conversion);
  if (facts.remark !== undefined) {
    conversion.notebook.add(
      facts.kind === 'async' ? 'kept' : 'lost',
      `The appender ${appender.name} (${appender.className}) is left out: ${facts.remark}.`,
      appender.settings,
    );
    return undefined;
  }
  return writers[facts.kind]?.(appender, conversion);
}

const writers: Readonly<Partial<Record<AppenderKind, (appender: Log4j1Appender, conversion: Conversion) => Element | undefined>>> = {
  null: silentAppender,
  console: consoleAppender,
  file: (appender, conversion) => fileAppender('File', appender, conversion, () => ({ children: [] })),
  rolling: (appender, conversion) => {
    noteDoorbell(appender, conversion);
    return fileAppender('RollingFile', appender, conversion, sizePolicies);
  },
  daily: (appender, conversion) => fileAppender('RollingFile', appender, conversion, dailyPolicies),
  'policy-rolling': (appender, conversion) => fileAppender('RollingFile', appender, conversion, policyRolling),
  syslog: syslogAppender,
  kafka: kafkaAppender,
};

/** `ExternallyRolledFileAppender` listens on a port. */
function noteDoorbell({ options }: Log4j1Appender, { notebook }: Conversion): void {
  const port = options.get('port');
  if (port !== undefined && readInteger(port.value) !== 0)
    notebook.add('lost', 'log4j 1 starts a new file when somebody asks for it at this port; Log4j2 cannot be asked.', [port.setting]);
}

/** What log4j 1 creates but never writes to. */
function silentAppender(appender: Log4j1Appender, { notebook }: Conversion): Element {
  const others = appender.settings.filter((setting) => setting !== appender.setting && !notebook.mentions(setting));
  if (others.length > 0) notebook.add('kept', `The appender ${appender.name} writes nothing, whatever else is set for it.`, others);
  return element('Null', { name: appender.name }, [], appender.settings);
}

function consoleAppender(appender: Log4j1Appender, conversion: Conversion): Element {
  const layout = convertLayout(appender, conversion);
  if (layout === undefined) return silentAppender(appender, conversion);
  const { options } = appender;
  if (booleanOption(options, 'immediateFlush', true, conversion) !== undefined) {
    conversion.notebook.add(
      'changed',
      'ImmediateFlush=false is left out: Log4j2 flushes the console after every event.',
      settingsOf(options, ['immediateFlush']),
    );
  }
  return element(
    'Console',
    { name: appender.name, target: consoleTarget(appender, conversion), follow: booleanOption(options, 'follow', false, conversion) },
    [...convertFilters(appender, conversion), layout],
    [appender.setting, ...settingsOf(options, ['target', 'follow', 'immediateFlush', 'encoding', 'name'])],
  );
}

function consoleTarget({ options }: Log4j1Appender, { notebook, defaults }: Conversion): string | undefined {
  const option = options.get('target');
  if (option === undefined) return undefined;
  const word = option.value.trim().toLowerCase();
  if (namesIn(option.text).length > 0) notebook.add('changed', 'The variables in Target are replaced by their values.', [option.setting]);
  if (word === 'system.err') return 'SYSTEM_ERR';
  if (word === 'system.out') defaults.add(option.setting);
  else
    notebook.add('kept', `"${option.value}" is no console: log4j 1 warns and writes to System.out, and so does the result.`, [
      option.setting,
    ]);
  return undefined;
}

/** What makes a file roll, and the name of what has rolled. */
export interface Rolling {
  /** The file, where the policy names it rather than the appender; undefined: the rolled name is written to directly. */
  readonly fileName?: string | undefined;
  readonly filePattern?: string;
  readonly children: readonly Element[];
}

function fileAppender(
  name: 'File' | 'RollingFile',
  appender: Log4j1Appender,
  conversion: Conversion,
  rolling: (appender: Log4j1Appender, fileName: string, conversion: Conversion) => Rolling | undefined,
): Element {
  const ownName = textOption(appender.options, 'file', conversion)?.trim() ?? '';
  const layout = convertLayout(appender, conversion);
  const rolls = rolling(appender, ownName, conversion);
  if (rolls === undefined) return silentAppender(appender, conversion);
  const fileName = rolls.fileName ?? ownName;
  if (fileName === '' && !('fileName' in rolls)) {
    conversion.notebook.add(
      'kept',
      `The appender ${appender.name} has no file: log4j 1 prints an error and writes nothing, and so does the result.`,
      [appender.setting],
    );
    return silentAppender(appender, conversion);
  }
  // Without layout log4j 1 still creates the file.
  const filters = layout === undefined ? [element('DenyAllFilter')] : convertFilters(appender, conversion);
  return element(
    name,
    { name: appender.name, fileName: fileName || undefined, filePattern: rolls.filePattern, ...fileAttributes(appender, conversion) },
    [...filters, layout, ...rolls.children],
    appender.settings,
  );
}

/** BufferedIO switches ImmediateFlush off (`FileAppender.setFile`), and BufferSize counts with it only. */
function fileAttributes({ options }: Log4j1Appender, conversion: Conversion): Readonly<Record<string, string | undefined>> {
  const buffered = isOn(options, 'bufferedIO', false);
  const size = options.get('bufferSize');
  if (size !== undefined && !buffered)
    conversion.notebook.add('kept', 'BufferSize has no effect without BufferedIO=true; it is left out.', [size.setting]);
  booleanOption(options, 'bufferedIO', false, conversion);
  return {
    append: booleanOption(options, 'append', true, conversion),
    immediateFlush: buffered ? 'false' : booleanOption(options, 'immediateFlush', true, conversion),
    bufferSize: buffered ? integerOption(options, 'bufferSize', '8192', conversion) : undefined,
  };
}

function syslogAppender(appender: Log4j1Appender, conversion: Conversion): Element | undefined {
  const { options } = appender;
  const layout = convertLayout(appender, conversion);
  const host = textOption(options, 'syslogHost', conversion)?.trim();
  if (layout === undefined || host === undefined || host === '') {
    if (host === undefined)
      conversion.notebook.add(
        'kept',
        `The appender ${appender.name} has no SyslogHost: log4j 1 prints an error and sends nothing, and so does the result.`,
        [appender.setting],
      );
    return silentAppender(appender, conversion);
  }
  const [, name = host, port = '514'] = /^(.*?[^:]):(\d+|\$\{sys:[^${}]*\})$/.exec(host) ?? [];
  conversion.notebook.add(
    'changed',
    'Log4j1SyslogLayout frames the message as log4j 1 did, but a FATAL event is an alert rather than an emergency, and a stack trace stays in the packet of its event instead of having one for each line; it comes with log4j-1.2-api, which Kafka ships.',
    [appender.setting],
  );
  const frame = element(
    'Log4j1SyslogLayout',
    {
      facility: textOption(options, 'facility', conversion)?.trim().toUpperCase(),
      facilityPrinting: booleanOption(options, 'facilityPrinting', false, conversion),
      header: booleanOption(options, 'header', false, conversion),
    },
    [layout],
    settingsOf(options, ['facility', 'facilityPrinting', 'header']),
  );
  return element(
    'Syslog',
    { name: appender.name, host: name, port: orElse(port, '514'), protocol: 'UDP' },
    [...convertFilters(appender, conversion), frame],
    appender.settings,
  );
}

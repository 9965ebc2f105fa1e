import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Log4j2Syntax } from '../../server/src/log4j/log4j2-check.ts';
import { withoutStops } from '../../server/src/log4j/log4j2-insert.ts';
import { suggestLog4j2 } from '../../server/src/log4j/log4j2-suggest.ts';
import { log4j2Files } from '../oracle/log4j/log4j2-cases.ts';

/** What is offered at the `¦` of an example, and the text with one of it written. */
function offered(syntax: Log4j2Syntax, example: string): { readonly labels: readonly string[]; readonly write: (label: string) => string } {
  const offset = example.indexOf('¦');
  const text = example.replace('¦', '');
  const found = suggestLog4j2(text, offset, syntax);
  const write = (label: string): string => {
    const item = found?.items.find((one) => one.label === label);
    if (found === undefined || item === undefined) return 'not offered';
    const written = item.snippet === undefined ? item.label : withoutStops(item.snippet);
    return text.slice(0, found.at.start) + written + text.slice(found.at.end);
  };
  return { labels: found?.items.map(({ label }) => label) ?? [], write };
}

const X = '<Configuration><Appenders><Console name="Out"/><Null name="None"/></Appenders><Loggers>';

/** Syntax, place, what is offered there, what it makes of the text. */
const written: readonly (readonly [syntax: Log4j2Syntax, example: string, label: string, text: string])[] = [
  // XML: elements
  ['xml', '<Configuration>\n  <¦\n</Configuration>', 'Appenders', '<Configuration>\n  <Appenders>\n  \n</Appenders>\n</Configuration>'],
  ['xml', '<Configuration><Appenders><Con¦', 'Console', '<Configuration><Appenders><Console name="">\n  \n</Console>'],
  ['xml', '<Configuration><Appenders><Con¦ name="A"/></Appenders>', 'Console', '<Configuration><Appenders><Console name="A"/></Appenders>'],
  [
    'xml',
    '<Configuration><Appenders><Console name="A"><¦',
    'PatternLayout',
    '<Configuration><Appenders><Console name="A"><PatternLayout pattern=""/>',
  ],
  [
    'xml',
    '<Configuration><Appenders><Console name="A">Patt¦',
    'PatternLayout',
    '<Configuration><Appenders><Console name="A"><PatternLayout pattern=""/>',
  ],
  [
    'xml',
    '<Configuration><Appenders><Broken <Null name="A"/><Ro¦',
    'RollingFile',
    '<Configuration><Appenders><Broken <Null name="A"/><RollingFile name="" fileName="" filePattern="">\n  \n</RollingFile>',
  ],
  [
    'xml',
    '<Configuration strict="true"><Appenders><Appender type="RollingFile" name="A"><Policies><¦',
    'SizeBasedTriggeringPolicy',
    '<Configuration strict="true"><Appenders><Appender type="RollingFile" name="A"><Policies><SizeBasedTriggeringPolicy size=""/>',
  ],
  // XML: attributes
  ['xml', '<Configuration st¦>', 'status', '<Configuration status="">'],
  ['xml', '<Configuration><Appenders><Console name="A" ta¦="x"/>', 'target', '<Configuration><Appenders><Console name="A" target="x"/>'],
  ['xml', '<Configuration><Appenders><Console ¦', 'follow', '<Configuration><Appenders><Console follow=""'],
  // XML: values
  ['xml', '<Configuration><Appenders><Console target="SYS¦"/>', 'SYSTEM_ERR', '<Configuration><Appenders><Console target="SYSTEM_ERR"/>'],
  [
    'xml',
    '<Configuration><Appenders><Console target="¦\n</Appenders>',
    'SYSTEM_ERR',
    '<Configuration><Appenders><Console target="SYSTEM_ERR\n</Appenders>',
  ],
  [
    'xml',
    `${X}<Root><AppenderRef ref="¦"/></Root></Loggers></Configuration>`,
    'None',
    `${X}<Root><AppenderRef ref="None"/></Root></Loggers></Configuration>`,
  ],
  ['xml', `${X}<Root level='I¦'>`, 'WARN', `${X}<Root level='WARN'>`],
  [
    'xml',
    '<Configuration><Appenders><Console><PatternLayout pattern="%d %¦"/>',
    'msg',
    '<Configuration><Appenders><Console><PatternLayout pattern="%d %msg"/>',
  ],
  [
    'xml',
    '<Configuration><Appenders><Console><PatternLayout pattern="%d{¦} %m"/>',
    'ABSOLUTE',
    '<Configuration><Appenders><Console><PatternLayout pattern="%d{ABSOLUTE} %m"/>',
  ],
  [
    'xml',
    '<Configuration><Appenders><Console><PatternLayout><Pattern>%-5l¦</Pattern>',
    'level',
    '<Configuration><Appenders><Console><PatternLayout><Pattern>%-5level</Pattern>',
  ],
  [
    'xml',
    '<Configuration><Properties><Property name="dir">x</Property></Properties><Appenders><File fileName="${¦"/>',
    'dir',
    '<Configuration><Properties><Property name="dir">x</Property></Properties><Appenders><File fileName="${dir}"/>',
  ],
  ['xml', '<Configuration><Appenders><File fileName="${s¦}/a.log"/>', 'sys:', '<Configuration><Appenders><File fileName="${sys:}/a.log"/>'],
  // YAML
  ['yaml', 'Configuration:\n  ¦', 'Appenders', 'Configuration:\n  Appenders:\n  '],
  [
    'yaml',
    'Configuration:\n  Appenders:\n    Con¦\n  Loggers:\n',
    'Console',
    'Configuration:\n  Appenders:\n    Console:\n  name: \n  Loggers:\n',
  ],
  [
    'yaml',
    'Configuration:\n  Appenders:\n    Console:\n      name: A\n      ¦',
    'follow',
    'Configuration:\n  Appenders:\n    Console:\n      name: A\n      follow: ',
  ],
  [
    'yaml',
    'Configuration:\n  Appenders:\n    Console:\n      name: A\n      Pat¦: x',
    'PatternLayout',
    'Configuration:\n  Appenders:\n    Console:\n      name: A\n      PatternLayout: x',
  ],
  [
    'yaml',
    'Configuration:\n  Appenders:\n    RollingFile:\n      - name: A\n        fileN¦\n      - name: B\n',
    'fileName',
    'Configuration:\n  Appenders:\n    RollingFile:\n      - name: A\n        fileName: \n      - name: B\n',
  ],
  [
    'yaml',
    'Configuration:\n  Appenders:\n    Appender:\n    - type: File\n      ¦',
    'createOnDemand',
    'Configuration:\n  Appenders:\n    Appender:\n    - type: File\n      createOnDemand: ',
  ],
  [
    'yaml',
    'Configuration:\n  Appenders:\n    Console:\n      - name: Out\n  Loggers:\n    Root:\n      level: ¦\n',
    'WARN',
    'Configuration:\n  Appenders:\n    Console:\n      - name: Out\n  Loggers:\n    Root:\n      level: WARN\n',
  ],
  [
    'yaml',
    'Configuration:\n  Loggers:\n    Root:\n      level: O¦\n',
    'OFF',
    'Configuration:\n  Loggers:\n    Root:\n      level: "OFF"\n',
  ],
  [
    'yaml',
    'Configuration:\n  Appenders:\n    Console:\n      - name: Out\n  Loggers:\n    Root:\n      AppenderRef:\n        - ref: "¦"\n',
    'Out',
    'Configuration:\n  Appenders:\n    Console:\n      - name: Out\n  Loggers:\n    Root:\n      AppenderRef:\n        - ref: "Out"\n',
  ],
  [
    'yaml',
    'Configuration:\n  Appenders:\n    Console: {name: A, ta¦}\n',
    'target',
    'Configuration:\n  Appenders:\n    Console: {name: A, target: }\n',
  ],
  // JSON
  [
    'json',
    '{ "Configuration": { "Appenders": { "Console": { "name": "A", "ta¦" } } } }',
    'target',
    '{ "Configuration": { "Appenders": { "Console": { "name": "A", "target": "" } } } }',
  ],
  ['json', '{ "Configuration": { "Appenders": { ¦', 'File', '{ "Configuration": { "Appenders": { "File": { "fileName": "", "name": "" }'],
  [
    'json',
    '{ "Configuration": { "Appenders": { "Console": [ { "name": "A", "follow": ¦ } ] } } }',
    'true',
    '{ "Configuration": { "Appenders": { "Console": [ { "name": "A", "follow": true } ] } } }',
  ],
  [
    'json',
    '{ "Configuration": { "Appenders": { "Null": { "name": "A" } }, "Loggers": { "Root": { "AppenderRef": { "ref": ¦',
    'A',
    '{ "Configuration": { "Appenders": { "Null": { "name": "A" } }, "Loggers": { "Root": { "AppenderRef": { "ref": "A"',
  ],
  // properties
  ['properties', 'stat¦', 'status', 'status'],
  ['properties', 'appender.x.¦', 'appender.x.type', 'appender.x.type'],
  ['properties', 'appender.x.type = Ro¦', 'RollingFile', 'appender.x.type = RollingFile'],
  ['properties', 'appender.x.type = Console\nappender.x.ta¦ = x', 'appender.x.target', 'appender.x.type = Console\nappender.x.target = x'],
  ['properties', 'appender.x.type = Console\nappender.x.¦', 'appender.x.layout.type', 'appender.x.type = Console\nappender.x.layout.type'],
  [
    'properties',
    'appender.x.type = Console\nappender.x.layout.type = ¦',
    'PatternLayout',
    'appender.x.type = Console\nappender.x.layout.type = PatternLayout',
  ],
  [
    'properties',
    'appender.x.type = Console\nappender.x.name = Out\nrootLogger = INFO, ¦',
    'Out',
    'appender.x.type = Console\nappender.x.name = Out\nrootLogger = INFO, Out',
  ],
  ['properties', 'rootLogger.level = ¦', 'ERROR', 'rootLogger.level = ERROR'],
  ['properties', 'logger.k.name = ka¦', 'kafka', 'logger.k.name = kafka'],
  [
    'properties',
    'appender.x.layout.type = PatternLayout\nappender.x.layout.pattern = %d %¦',
    'thread',
    'appender.x.layout.type = PatternLayout\nappender.x.layout.pattern = %d %thread',
  ],
];

describe('completion in a Log4j2 file', () => {
  it.each(written)('%s: %j offers %s', (syntax, example, label, text) => {
    expect(offered(syntax, example).write(label)).toBe(text);
  });

  it.each<readonly [Log4j2Syntax, string, string]>([
    ['xml', '<Configuration><Appenders><Console name="A" ¦/>', 'name'],
    ['xml', '<Configuration><Appenders><¦', 'PatternLayout'],
    ['xml', '<Configuration><Appenders/><¦', 'Appenders'],
    ['xml', '<Configuration><!-- <¦ -->', 'Appenders'],
    ['yaml', 'Configuration:\n  Appenders:\n    Console:\n      name: A\n      ¦\n      follow: true\n', 'follow'],
    ['yaml', 'Configuration:\n  Appenders:\n    File:\n      name: A\n    ¦\n', 'fileName'],
    ['yaml', 'Configuration:\n  # ¦', 'Appenders'],
    ['json', '{ "Configuration": { "Appenders": { "Console": { "name": "A", "¦", "target": "x" } } } }', 'target'],
    ['properties', 'appender.x.type = Console\nappender.x.name = a\nappender.x.¦', 'appender.x.name'],
    ['properties', '# ¦', 'status'],
  ])('%s: %j does not offer %s', (syntax, example, label) => {
    expect(offered(syntax, example).labels).not.toContain(label);
  });

  it('an attribute with other names is offered once', () => {
    const { labels } = offered('xml', '<Configuration><Appenders><Socket ¦/>');
    expect(labels.filter((label) => label === 'reconnectDelayMillis')).toHaveLength(1);
  });

  it('finds its way through every place of a sound file, and of its beginning', () => {
    for (const { text, syntax } of log4j2Files('sound')) {
      for (let offset = 0; offset <= text.length; offset += 3) {
        for (const one of [text, text.slice(0, offset)]) {
          const found = suggestLog4j2(one, offset, syntax);
          if (found !== undefined) expect(found.at.start <= offset && offset <= found.at.end && found.at.end <= one.length).toBe(true);
        }
      }
    }
  });

  it('takes any text', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .array(
          fc.constantFrom(
            '<A',
            ' b="',
            '>',
            '</A>',
            '<!--',
            '{"a":',
            '[',
            ',',
            '}',
            'a:\n',
            '  - b: ',
            '"',
            "'",
            '\n',
            'appender.a.',
            '= ',
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, fc.nat(60), fc.constantFrom<Log4j2Syntax>('xml', 'yaml', 'json', 'properties'), (input, at, syntax) => {
        const offset = Math.min(at, input.length);
        const found = suggestLog4j2(input, offset, syntax);
        if (found !== undefined) expect(found.at.start <= offset && offset <= found.at.end).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

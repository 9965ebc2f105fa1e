// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Log4j2 writes variables this way
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Log4j2Syntax } from '../../../server/src/log4j/log4j2-check.ts';
import { plain } from '../../marked.ts';

/** Log4j2 files of every kind: what our checks say of them is held against what Log4j2 itself says (recorded/log4j2.json). */

const folder = join(import.meta.dirname, '../../log4j/log4j2-files/fixtures');

/** A file by its name, with the syntax that its name says. */
export interface Log4j2File {
  readonly name: string;
  readonly syntax: Log4j2Syntax;
  readonly text: string;
}

/** `sound`: Log4j2 takes them without a word. `elsewhere`: it would with what Kafka does not bring along (scripts, servers, plug-ins). */
export function log4j2Files(kind: 'sound' | 'elsewhere'): readonly Log4j2File[] {
  const names = readdirSync(join(folder, kind));
  return names.sort().map((name) => {
    return { name, syntax: extname(name).slice(1) as Log4j2Syntax, text: readFileSync(join(folder, kind, name), 'utf8') };
  });
}

/** A configuration with a root logger that refers to `A`. */
const xml = (inside: string): string =>
  `<Configuration>\n${inside}\n<Loggers><Root level="INFO"><AppenderRef ref="A"/></Root></Loggers>\n</Configuration>`;
const appender = '<Appenders><Null name="A"/></Appenders>';

/** Files with one fault each, by the kind of the fault; `«…»` marks where it is. */
export const log4j2Faults: readonly (readonly [kind: string, syntax: Log4j2Syntax, text: string])[] = [
  [
    'pattern-option',
    'xml',
    xml('<Appenders><Console name="A"><PatternLayout pattern="«%d{yyyy-MM-ddTHH:mm} %m%n»"/></Console></Appenders>'),
  ],
  ['pattern-option', 'xml', xml('<Appenders><Console name="A"><PatternLayout pattern="«%d{HH:mm:ss \'Uhr} %m%n»"/></Console></Appenders>')],
  ['pattern-option', 'xml', xml('<Appenders><Console name="A"><PatternLayout pattern="«%date{EEE dd aaa} %m%n»"/></Console></Appenders>')],
  [
    'pattern-option',
    'xml',
    xml('<Appenders><Console name="A"><PatternLayout pattern="«%style{%p}{bright,rot} %m%n»"/></Console></Appenders>'),
  ],
  [
    'pattern-option',
    'xml',
    xml('<Appenders><Console name="A"><PatternLayout pattern="«%highlight{%p}{ERROR=rd} %m%n»"/></Console></Appenders>'),
  ],
  [
    'pattern-option',
    'xml',
    xml('<Appenders><Console name="A"><PatternLayout pattern="«%highlight{%p}{red} %m%n»"/></Console></Appenders>'),
  ],
  [
    'pattern-option',
    'xml',
    xml('<Appenders><Console name="A"><PatternLayout pattern="«%highlight{%p}{STYLE=mine} %m%n»"/></Console></Appenders>'),
  ],
  [
    'unknown-attribute',
    'xml',
    xml('<Appenders><Socket name="A" host="localhost" port="1"><PatternLayout/><Ssl «verifyHostName»="true"/></Socket></Appenders>'),
  ],
  ['not-well-formed', 'xml', '<Configuration>\n  <Appenders>\n</«Configuration»>'],
  ['refused', 'yaml', 'Configuration:\n  status: "warn\n'],
  [
    'undefined-appender',
    'xml',
    '<Configuration><Appenders><Null name="B"/></Appenders><Loggers><Root><AppenderRef ref="«A»"/><AppenderRef ref="B"/></Root></Loggers></Configuration>',
  ],
  ['undefined-appender', 'properties', 'appender.x.type = Null\nappender.x.name = file\nrootLogger = INFO, file, «fiel»\n'],
  [
    'undefined-appender',
    'yaml',
    'Configuration:\n  Appenders:\n    "Null":\n      name: B\n  Loggers:\n    Root:\n      AppenderRef:\n        - ref: B\n        - ref: «A»\n',
  ],
  ['undefined-appender', 'json', '{ "Configuration": { "Loggers": { "Root": { "AppenderRef": { "ref": «"A"» } } } } }'],
  ['unused-appender', 'xml', xml('<Appenders><Null name="A"/><Null name="«B»"/></Appenders>')],
  ['unknown-element', 'xml', xml('<Appenders><Null name="A"><«ThresholdFiltr» level="WARN"/></Null></Appenders>')],
  ['unknown-attribute', 'xml', xml('<Appenders><Console name="A" «taget»="SYSTEM_ERR"/></Appenders>')],
  [
    'unknown-attribute',
    'properties',
    'appender.x.type = Console\nappender.x.name = A\n«appender.x.taget» = SYSTEM_ERR\nrootLogger = INFO, A\n',
  ],
  [
    'invalid-level',
    'xml',
    `<Configuration>${appender}<Loggers><Root level="«LOUD»"><AppenderRef ref="A"/></Root></Loggers></Configuration>`,
  ],
  ['invalid-level', 'properties', 'appender.x.type = Null\nappender.x.name = A\nrootLogger = «LOUD», A\n'],
  ['invalid-value', 'xml', xml('<Appenders><Console name="A" follow="«yes»"/></Appenders>')],
  [
    'missing-attribute',
    'xml',
    xml('<Appenders><«RollingFile» name="A" fileName="a"><TimeBasedTriggeringPolicy/></RollingFile></Appenders>'),
  ],
  ['missing-policy', 'xml', xml('<Appenders><«RollingFile» name="A" fileName="a" filePattern="a.%i"/></Appenders>')],
  ['iso-date', 'xml', xml('<Appenders><Console name="A"><PatternLayout pattern="«%d{ISO8601} %m%n»"/></Console></Appenders>')],
  ['unknown-conversion', 'xml', xml('<Appenders><Console name="A"><PatternLayout pattern="«%d %Q %m%n»"/></Console></Appenders>')],
  [
    'noisy-status',
    'xml',
    `<Configuration status="«trace»">${appender}<Loggers><Root><AppenderRef ref="A"/></Root></Loggers></Configuration>`,
  ],
  ['no-root', 'xml', `<Configuration>${appender}<«Loggers»><Logger name="x"><AppenderRef ref="A"/></Logger></Loggers></Configuration>`],
  ['not-well-formed', 'xml', '<Configuration status="warn" «status»="info"/>'],
  ['not-well-formed', 'xml', '<Configuration name="A «&» B"/>'],
  ['not-well-formed', 'xml', '<Configuration/><«x»/>'],
  ['not-well-formed', 'xml', '\n«<?xml» version="1.0"?><Configuration/>'],
  ['not-well-formed', 'xml', '<Configuration><!-- a «--» b --></Configuration>'],
  ['not-well-formed', 'xml', '<Configuration «name»=A/>'],
  ['not-well-formed', 'xml', '<Configuration name="A«<»B"/>'],
  ['not-well-formed', 'xml', '<Configuration name="«&nbsp;»"/>'],
  ['not-well-formed', 'xml', '<Configuration «x:name»="A"/>'],
  ['not-well-formed', 'xml', '<Configuration><A>«<»%p> %m</A></Configuration>'],
  ['not-well-formed', 'xml', '<Configuration name="A"«status»="x"/>'],
  ['not-well-formed', 'xml', '<«Configuration»>'],
  ['not-well-formed', 'xml', '«<Configuration» '],
  ['not-well-formed', 'xml', '<Configuration/>«text»'],
  ['not-well-formed', 'xml', '<Configuration>«<!--» x</Configuration>'],
  ['not-well-formed', 'xml', '<Configuration><A></«Configuration»>'],
  ['not-well-formed', 'xml', ''],
  ['refused', 'yaml', 'Configuration:\n  Appenders:\n    Console:\n      name: A\n     PatternLayout:\n      pattern: x\n'],
  ['refused', 'yaml', 'Configuration:\n\tAppenders:\n'],
  ['refused', 'yaml', 'Configuration:\n  Appenders:\n    Console:\n      name: A\n      PatternLayout:\n        pattern: «%»d %m%n\n'],
  ['refused', 'json', '{ "Configuration": { "Appenders": { "Console": { "name": "A", «}» } } }'],
  ['refused', 'json', "{ «'»Configuration': {} }"],
  ['refused', 'json', '{ "Configuration": { «A»ppenders: {} } }'],
  ['refused', 'json', '{ "Configuration": { "Appenders": { "Console": { "name": «"»A\tB" } } } }'],
  ['refused', 'json', '«#» c\n{ "Configuration": { "Appenders": {} } }'],
  ['refused', 'json', '{ "Configuration": { "Loggers": { "Root": { } } }'],
  [
    'refused',
    'xml',
    '<Configuration monitorInterval="«soon»"><Appenders><Null name="A"/></Appenders><Loggers><Root level="INFO"><AppenderRef ref="A"/></Root></Loggers></Configuration>',
  ],
  ['refused', 'properties', '«appender.x.name» = A\nrootLogger = INFO, A\n'],
  [
    'refused',
    'properties',
    'appender.x.type = Null\nappender.x.name = A\n«appender.y.name» =\nappender.y.type = Null\nrootLogger = INFO, A\n',
  ],
  ['refused', 'properties', 'appenders = «y»\n'],
  ['refused', 'properties', 'appender.x.type = Null\nappender.x.name = A\n«logger.k.level» = DEBUG\nrootLogger = INFO, A\n'],
  [
    'refused',
    'properties',
    'appender.x.type = Null\nappender.x.name = A\nlogger.k.name = k\n«logger.k.appenderRef.a.level» = INFO\nrootLogger = INFO, A\n',
  ],
  ['refused', 'properties', 'appender.x.type = Null\nappender.x.name = A\n«filter.a.level» = INFO\nrootLogger = INFO, A\n'],
  ['refused', 'properties', 'appender.x.type = Console\nappender.x.name = A\n«appender.x.layout.pattern» = %m%n\nrootLogger = INFO, A\n'],
  [
    'refused',
    'properties',
    'appender.x.type = Null\nappender.x.name = A\nlogger.k.name = k\nlogger.k.type = «Logger»\nrootLogger = INFO, A\n',
  ],
  ['refused', 'properties', 'monitorInterval = «soon»\nappender.x.type = Null\nappender.x.name = A\nrootLogger = INFO, A\n'],
  ['refused', 'properties', 'customLevel.x = «abc»\nappender.x.type = Null\nappender.x.name = A\nrootLogger = INFO, A\n'],
  ['refused', 'properties', 'appender.x.type = Null\nappender.x.name = A\n«script.a.name» = k\nrootLogger = INFO, A\n'],
  ['refused', 'xml', xml('<Appenders><Async name="A"><AppenderRef ref="«A2»"/></Async></Appenders>')],
  ['misplaced-element', 'xml', xml('<Appenders><Console name="A"><«TimeBasedTriggeringPolicy»/></Console></Appenders>')],
  ['misplaced-element', 'xml', xml('<Appenders><Console name="A"><PatternLayout/><«JsonTemplateLayout»/></Console></Appenders>')],
  [
    'misplaced-element',
    'xml',
    xml('<Appenders><Console name="A"><ThresholdFilter level="WARN"/><«ThresholdFilter» level="INFO"/></Console></Appenders>'),
  ],
  ['misplaced-element', 'xml', xml('<Appenders><Null name="A"><«PatternLayout»/></Null></Appenders>')],
  ['misplaced-element', 'xml', xml('<Appenders><Null name="A"/><«PatternLayout»/></Appenders>')],
  [
    'misplaced-element',
    'xml',
    '<Configuration><Appenders><Null name="A"/></Appenders><Loggers><Root><«Console» name="B"/><AppenderRef ref="A"/></Root></Loggers></Configuration>',
  ],
  [
    'several-roots',
    'xml',
    '<Configuration><Appenders><Null name="A"/></Appenders><Loggers><Root level="INFO"><AppenderRef ref="A"/></Root><«Root»/></Loggers></Configuration>',
  ],
  [
    'repeated-key',
    'json',
    '{ "Configuration": { "Appenders": { «"Null"»: { "name": "B" }, "Null": { "name": "A" } }, "Loggers": { "Root": { "AppenderRef": [{ "ref": "A" }] } } } }',
  ],
  ['clashing-attributes', 'xml', xml('<Appenders><Console name="A" follow="true" «direct»="true"/></Appenders>')],
  [
    'clashing-attributes',
    'xml',
    xml(
      '<Appenders><RollingFile name="A" «fileName»="f" filePattern="f.%i"><SizeBasedTriggeringPolicy/><DirectWriteRolloverStrategy/></RollingFile></Appenders>',
    ),
  ],
  [
    'file-pattern',
    'xml',
    xml(
      '<Appenders><RollingFile name="A" fileName="b" filePattern="«b.%i»"><Policies><TimeBasedTriggeringPolicy/></Policies></RollingFile></Appenders>',
    ),
  ],
  ['missing-attribute', 'xml', xml('<Appenders><«Console»/><Null name="A"/></Appenders>')],
  [
    'missing-attribute',
    'xml',
    xml('<Appenders><Null name="B"/><Async name="A"><AppenderRef ref="B"/></Async><«Async»><AppenderRef ref="B"/></Async></Appenders>'),
  ],
  ['missing-attribute', 'xml', xml('<Appenders><«Async» name="A"/></Appenders>')],
  ['missing-attribute', 'xml', xml('<Appenders><«RandomAccessFile» name="A"/></Appenders>')],
  [
    'missing-attribute',
    'xml',
    xml('<Appenders><Null name="Z"/><«Failover» name="A"><Failovers><AppenderRef ref="Z"/></Failovers></Failover></Appenders>'),
  ],
  ['missing-attribute', 'xml', xml('<Appenders><Null name="Z"/><«Failover» name="A" primary="Z"/></Appenders>')],
  [
    'missing-attribute',
    'xml',
    xml('<Appenders><«Kafka» name="A" topic="x"><Property name="bootstrap.servers" value="x:1"/></Kafka></Appenders>'),
  ],
  ['missing-attribute', 'xml', xml('<Appenders><Console name="A"><«MarkerFilter»/></Console></Appenders>')],
  ['missing-attribute', 'xml', xml('<Appenders><Console name="A"><«RegexFilter»/></Console></Appenders>')],
  [
    'missing-attribute',
    'xml',
    '<Configuration><Appenders><Null name="A"/></Appenders><Loggers><«Logger» level="INFO"/><Root level="INFO"><AppenderRef ref="A"/></Root></Loggers></Configuration>',
  ],
  [
    'missing-attribute',
    'xml',
    '<Configuration><Appenders><Null name="A"/></Appenders><Loggers><Root><AppenderRef ref="A"/><«AppenderRef»/></Root></Loggers></Configuration>',
  ],
  [
    'missing-attribute',
    'xml',
    xml(
      '<Appenders><RollingFile name="A" fileName="k" filePattern="k.%i"><SizeBasedTriggeringPolicy/><DefaultRolloverStrategy><«Delete» basePath="."/></DefaultRolloverStrategy></RollingFile></Appenders>',
    ),
  ],
  ['missing-policy', 'xml', xml('<Appenders><«RollingRandomAccessFile» name="A" fileName="a" filePattern="a.%i"/></Appenders>')],
  ['invalid-level', 'xml', xml('<Appenders><Console name="A"><ThresholdFilter level="«warning»"/></Console></Appenders>')],
  [
    'invalid-level',
    'xml',
    '<Configuration><Appenders><Null name="A"/></Appenders><Loggers><Root level="«INFO # x»"><AppenderRef ref="A"/></Root></Loggers></Configuration>',
  ],
  [
    'invalid-level',
    'xml',
    '<Configuration><Appenders><Null name="A"/></Appenders><Loggers><Root level="«»"><AppenderRef ref="A"/></Root></Loggers></Configuration>',
  ],
  [
    'invalid-level',
    'yaml',
    'Configuration:\n  Appenders:\n    Console:\n      name: A\n  Loggers:\n    Root:\n      level: «off»\n      AppenderRef:\n        ref: A\n',
  ],
  ['invalid-value', 'xml', xml('<Appenders><Console name="A" target="«System.out»"/></Appenders>')],
  ['invalid-value', 'xml', xml('<Appenders><Console name="A" bufferSize="«8KB»"/></Appenders>')],
  ['invalid-value', 'xml', xml('<Appenders><Console name="A"><BurstFilter level="INFO" rate="«fast»"/></Console></Appenders>')],
  ['invalid-value', 'xml', xml('<Appenders><Console name="A"><ThresholdFilter level="INFO" onMatch="«PASS»"/></Console></Appenders>')],
  [
    'invalid-value',
    'xml',
    xml(
      '<Appenders><RollingFile name="A" fileName="g" filePattern="g.%i"><SizeBasedTriggeringPolicy size="«ten MB»"/></RollingFile></Appenders>',
    ),
  ],
  [
    'invalid-value',
    'xml',
    xml(
      '<Appenders><RollingFile name="A" fileName="i" filePattern="i.%i"><SizeBasedTriggeringPolicy/><DefaultRolloverStrategy max="«ten»"/></RollingFile></Appenders>',
    ),
  ],
  [
    'invalid-value',
    'xml',
    xml(
      '<Appenders><RollingFile name="A" fileName="j" filePattern="j.%i"><SizeBasedTriggeringPolicy/><DefaultRolloverStrategy><Delete basePath="."><IfLastModified age="«30»"/></Delete></DefaultRolloverStrategy></RollingFile></Appenders>',
    ),
  ],
  [
    'invalid-value',
    'xml',
    xml(
      '<Appenders><RollingFile name="A" fileName="l" filePattern="l.%d"><CronTriggeringPolicy schedule="«every day»"/></RollingFile></Appenders>',
    ),
  ],
  ['invalid-value', 'properties', 'appender.x.type = Console\nappender.x.name = A\nappender.x.bufferSize = «10 »\nrootLogger = INFO, A\n'],
  [
    'unknown-attribute',
    'xml',
    '<Configuration><Appenders><Null name="A"/></Appenders><Loggers><Root «lvl»="INFO"><AppenderRef ref="A"/></Root></Loggers></Configuration>',
  ],
  [
    'unknown-attribute',
    'xml',
    '<Configuration><Appenders><Null name="A"/></Appenders><Loggers><Root «levelAndRefs»="INFO, A"><AppenderRef ref="A"/></Root></Loggers></Configuration>',
  ],
  ['unknown-attribute', 'xml', xml('<Appenders><Console name="A"><JsonTemplateLayout «pattern»="%m"/></Console></Appenders>')],
  [
    'unknown-attribute',
    'xml',
    xml('<Appenders><Console name="A"><PatternLayout><«Complete»>true</Complete></PatternLayout></Console></Appenders>'),
  ],
  [
    'unknown-attribute',
    'yaml',
    'Configuration:\n  Appenders:\n    "Null":\n      name: A\n    «Console»: B\n  Loggers:\n    Root:\n      AppenderRef:\n        ref: A\n',
  ],
  [
    'unknown-attribute',
    'properties',
    'appender.x.type = Console\nappender.x.name = A\n«appender.x.filters» = f\nappender.x.filter.f.type = DenyAllFilter\nrootLogger = INFO, A\n',
  ],
  ['unknown-element', 'properties', 'appender.x.type = «Console »\nappender.x.name = A\nrootLogger = INFO, A\n'],
  [
    'unknown-element',
    'xml',
    '<Configuration><Appenders><Null name="A"/></Appenders><Loggers><«Looger» name="x" level="INFO"/><Root level="INFO"><AppenderRef ref="A"/></Root></Loggers></Configuration>',
  ],
  ['refused', 'properties', 'appender.x.type = Null\nappender.x.name = A\n«foo.bar» = 1\nrootLogger = INFO, A\n'],
  [
    'refused',
    'properties',
    'appenders = x\n«appender.y.type» = Null\nappender.y.name = Y\nappender.x.type = Null\nappender.x.name = A\nrootLogger = INFO, A\n',
  ],
  [
    'undefined-appender',
    'xml',
    xml('<Appenders><Null name="Y"/><Failover name="A" primary="«Z»"><Failovers><AppenderRef ref="Y"/></Failovers></Failover></Appenders>'),
  ],
  [
    'undefined-appender',
    'xml',
    xml('<Appenders><Routing name="A"><Routes pattern="$${ctx:x}"><Route ref="«Z»"/></Routes></Routing></Appenders>'),
  ],
  ['unknown-conversion', 'xml', xml('<Appenders><Console name="A"><PatternLayout pattern="«100% %m%n»"/></Console></Appenders>')],
  [
    'unknown-conversion',
    'xml',
    xml('<Appenders><Console name="A"><PatternLayout><Pattern>«%d %P %m%n»</Pattern></PatternLayout></Console></Appenders>'),
  ],
  [
    'missing-library',
    'xml',
    '<Configuration><Appenders><Null name="A"/></Appenders><Loggers><Logger name="kafka" level="INFO"/><«AsyncRoot» level="INFO"><AppenderRef ref="A"/></AsyncRoot></Loggers></Configuration>',
  ],
  ['not-well-formed', 'yaml', '# a\n«some text»\n# b\nConfiguration:\n  Appenders: {}\n'],
  ['not-well-formed', 'json', '«[1, 2]»'],
  ['not-well-formed', 'xml', '«<?xml version="1.0" encoding=UTF-8?>»<Configuration/>'],
  ['not-well-formed', 'xml', '<Configuration>«]]>»</Configuration>'],
  ['repeated-name', 'xml', xml('<Appenders><Null name="«A»"/><Console name="A"/></Appenders>')],
  [
    'file-pattern',
    'xml',
    xml(
      '<Appenders><RollingFile name="A" fileName="c" filePattern="«${sys:dir:-.}/c-%d{yyyy}»"><SizeBasedTriggeringPolicy/></RollingFile></Appenders>',
    ),
  ],
  ['undefined-property', 'xml', xml('<Appenders><File name="A" fileName="«${nowhere}/x.log»"/></Appenders>')],
];

/** What the judge is asked: the sound files under their names, and the faulty ones. */
export function fileCases(): readonly Log4j2File[] {
  const faulty = log4j2Faults.map(([kind, syntax, example], index) => ({
    name: `${index}-${kind}.${syntax}`,
    syntax,
    text: plain(example),
  }));
  return [...log4j2Files('sound'), ...faulty];
}

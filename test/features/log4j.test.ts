import { describe, expect, it } from 'vitest';
import { packWords } from '../../scripts/schema.mjs';
import { completion, documentation } from '../../server/src/features/completion.ts';
import { Document } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { properties } from '../../server/src/formats/properties.ts';
import type { AllWords } from '../../server/src/schema/words.ts';
import { marked } from '../marked.ts';

const words = packWords() as unknown as AllWords;

const head = `log4j.rootLogger=INFO, A
log4j.appender.A=org.apache.log4j.RollingFileAppender
`;

function open(
  example: string,
  path = 'log4j.properties',
): { readonly document: Document; readonly at: { line: number; character: number } } {
  const { text, cursor } = marked(example);
  return { document: new Document(text, pickFormat(path) ?? properties, { path }), at: cursor ?? { line: 0, character: 0 } };
}

function hoverOn(example: string, path?: string): string | undefined {
  const { document, at } = open(example, path);
  return hover(document, at, words)?.markdown;
}

/** The labels that are offered, and the text that they take the place of. */
function offered(example: string, path?: string): { readonly labels: readonly string[]; readonly replaced: string } {
  const { document, at } = open(example, path);
  const found = completion(document, at);
  if (found === undefined) return { labels: [], replaced: '' };
  const { start, end } = found.range;
  expect(start.line).toBe(end.line);
  return {
    labels: found.items.map(({ label }) => label),
    replaced: document.lines[start.line]?.slice(start.character, end.character) ?? '',
  };
}

/** The file inside a ConfigMap. */
const embedded = (text: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: kafka\ndata:\n  log4j.properties: |\n${text.replace(/^(?=.)/gm, '    ')}`;

describe('a hover in a log4j 1 file', () => {
  it.each([
    ['log4j.root¦Logger=INFO, A\n', 'Level of the root logger'],
    [`${head}log4j.appender.A.MaxBackup¦Index=3\n`, 'How many full files are kept'],
    [`${head}log4j.appender.A.layout=org.apache.log4j.PatternLay¦out\n`, '`ConversionPattern`'],
    [`${head}log4j.appender.A.layout=org.apache.log4j.PatternLayout\nlog4j.appender.A.layout.ConversionPattern=%p ¦%m%n\n`, 'INFO started'],
    [
      `${head}log4j.appender.A.layout=org.apache.log4j.EnhancedPatternLayout\nlog4j.appender.A.layout.ConversionPattern=%level ¦%message%throwable%n\n`,
      'INFO started\n```',
    ],
    [
      `log4j.appender.A=org.apache.log4j.DailyRollingFileAppender\nlog4j.appender.A.DatePattern='.'yyyy-MM-dd-¦HH\nlog4j.rootLogger=INFO, A\n`,
      'Rolls every hour: `server.log` becomes `server.log.2025-01-31-14`',
    ],
  ])('%j', (example, words) => {
    expect(hoverOn(example)).toContain(words);
  });

  it('is the same in a ConfigMap', () => {
    expect(hoverOn(embedded(`${head}log4j.appender.A.Fi¦le=a.log\n`), 'logging.yaml')).toContain('The file to write to');
  });

  it('says nothing of what log4j 1 has no word for', () => {
    expect(hoverOn(`${head}any¦thing=else\n`)).toBeUndefined();
  });
});

describe('a hover in a Log4j2 file', () => {
  it.each([
    ['log4j2.xml', '<Configuration><Appenders><Con¦sole name="A"/></Appenders></Configuration>', '`follow`'],
    ['log4j2.xml', '<Configuration><Appenders><Con¦sole name="A"', 'standard output or error'],
    ['log4j2.xml', '<Configuration><Appenders><Console na¦me="A" follow="true"/></Appenders></Configuration>', 'of `Console`'],
    [
      'log4j2.xml',
      '<Configuration><Appenders><RollingFile><SizeBasedTriggeringPolicy si¦ze="1 KB"/></RollingFile></Appenders></Configuration>',
      'default: `10 MB`',
    ],
    [
      'log4j2.xml',
      '<Configuration><Appenders><Console><PatternLayout pattern="[%d] %p¦ %c{1.}%n"/></Console></Appenders></Configuration>',
      '[2025-01-31 14:05:09,042] INFO k.s.KafkaServer',
    ],
    [
      'log4j2.xml',
      '<Configuration><Appenders><Console><PatternLayout><Pattern>%highlight{%-5level}¦ %m%n</Pattern></PatternLayout></Console></Appenders></Configuration>',
      'INFO  started',
    ],
    [
      'log4j2.xml',
      '<Configuration><Appenders><File fileName="${sys:kaf¦ka.logs.dir}/a.log"/></Appenders></Configuration>',
      'A system property',
    ],
    ['log4j2.yaml', 'Configuration:\n  Appenders:\n    Console:\n      fol¦low: true\n', '`true` or `false`'],
    ['log4j2.yaml', 'Configuration:\n  Appenders:\n    Appender:\n      - type: Rolling¦File\n', 'renames it'],
    ['log4j2.json', '{ "Configuration": { "Loggers": { "Root": { "lev¦el": "INFO" } } } }', 'default: `ERROR`'],
    ['log4j2.properties', 'appender.a.type = Con¦sole\nappender.a.name = A\nrootLogger = INFO, A\n', 'standard output or error'],
    [
      'log4j2.properties',
      'appender.a.type = Console\nappender.a.name = A\nappender.a.tar¦get = SYSTEM_ERR\nrootLogger = INFO, A\n',
      '`SYSTEM_OUT`, `SYSTEM_ERR`',
    ],
  ])('%s: %s', (path, example, words) => {
    expect(hoverOn(example, path)).toContain(words);
  });

  it('says nothing between elements, nor of what Log4j2 does not know', () => {
    expect(hoverOn('<Configuration>\n¦\n<Appenders/></Configuration>', 'log4j2.xml')).toBeUndefined();
    expect(hoverOn('<Configuration><TeamApp¦ender/></Configuration>', 'log4j2.xml')).toBeUndefined();
  });
});

describe('completion in a Log4j2 file', () => {
  it.each([
    ['log4j2.xml', '<Configuration>\n  <Appenders>\n    <Con¦\n', 'Console', 'Con'],
    ['log4j2.yaml', 'Configuration:\n  Loggers:\n    Root:\n      level: IN¦FO\n', 'WARN', 'INFO'],
    ['log4j2.properties', 'appender.a.type = Console\n\nappender.a.ta¦\nrootLogger = INFO\n', 'appender.a.target', 'appender.a.ta'],
    ['log4j2.properties', 'rootLogger = INFO\n¦\n', 'appender.', ''],
  ])('%s: %j offers %s', (path, example, label, replaced) => {
    const found = offered(example, path);
    expect(found.labels).toContain(label);
    expect(found.replaced).toBe(replaced);
  });

  it.each([
    ['log4j2.xml', '<Configuration>\n<Appenders>\n<Con¦', 'Console', ''],
    ['log4j2.yaml', 'Configuration:\n  Appenders:\n    Console:\n      fol¦', 'follow', ''],
    ['log4j2.properties', 'appender.a.type = Console\nrootLogger = INFO, A\nappender.a.fo¦\n', 'appender.a.follow', ''],
  ])('is the same in a ConfigMap: %s', (key, example, label) => {
    const inside = example.replace(/^(?=.)/gm, '    ');
    const text = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: kafka\ndata:\n  ${key}: |\n${inside}\n`;
    expect(offered(text, 'logging.yaml').labels).toContain(label);
  });

  it('leaves the other files of a ConfigMap alone', () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: kafka\ndata:\n  log4j2.properties: |\n    rootLogger = INFO\n  server.properties: |\n    process.roles=broker\n    node.id=1\n    log.dir¦\n';
    expect(offered(text, 'kafka.yaml').labels).toContain('log.dirs');
  });

  it('tells what a suggestion is', () => {
    const { document, at } = open('<Configuration><Appenders><Con¦', 'log4j2.xml');
    const data = completion(document, at)?.data;
    expect(data && documentation('Console', data, words)).toContain('standard output or error');
  });
});

describe('completion in a log4j 1 file', () => {
  it.each([
    [`${head}¦\n`, 'log4j.threshold', ''],
    [`${head}log4j.thr¦\n`, 'log4j.threshold', 'log4j.thr'],
    [`${head}log4j.appender.A.Max¦=5\n`, 'log4j.appender.A.MaxFileSize', 'log4j.appender.A.Max'],
    [`${head}log4j.appender.A.MaxFileSize=1¦0KB\n`, '100MB', '10KB'],
    [`${head}log4j.appender.A.layout=¦\n`, 'org.apache.log4j.PatternLayout', ''],
    [`${head}log4j.logger.kaf¦\n`, 'log4j.logger.kafka.request.logger', 'log4j.logger.kaf'],
    [`${head}log4j.appender.A.layout=org.apache.log4j.PatternLayout\nlog4j.appender.A.layout.ConversionPattern=%d %-5¦ %m%n\n`, 'p', ''],
    [
      `${head}log4j.appender.A.layout=org.apache.log4j.PatternLayout\nlog4j.appender.A.layout.ConversionPattern=%d{IS¦} %m%n\n`,
      'ABSOLUTE',
      'IS',
    ],
    [`${head}log4j.appender.A.File=\${kaf¦}/a.log\n`, 'kafka.logs.dir', 'kaf'],
    ['log4j.rootLogger=IN¦FO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\n', 'WARN', 'INFO'],
    ['log4j.rootLogger=INFO, ¦A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\n', 'A', 'A'],
  ])('%j offers %s', (example, label, replaced) => {
    const found = offered(example);
    expect(found.labels).toContain(label);
    expect(found.replaced).toBe(replaced);
  });

  it('leaves out what is written already, in either case of its first letter', () => {
    const { labels } = offered(`${head}log4j.appender.A.file=a.log\nlog4j.appender.A.¦\n`);
    expect(labels).toContain('log4j.appender.A.Append');
    expect(labels).not.toContain('log4j.appender.A.File');
  });

  it('is the same in a ConfigMap', () => {
    const found = offered(embedded(`${head}log4j.appender.A.Max¦=5\n`), 'logging.yaml');
    expect(found.labels).toContain('log4j.appender.A.MaxFileSize');
    expect(found.replaced).toBe('log4j.appender.A.Max');
  });
});

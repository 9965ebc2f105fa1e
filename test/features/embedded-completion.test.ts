import { describe, expect, it } from 'vitest';
import { completion } from '../../server/src/features/completion.ts';
import { Document } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { marked } from '../marked.ts';

/** The labels that are offered at the mark, and the text that they take the place of. */
function offered(example: string, path = 'kafka.yaml'): { readonly labels: readonly string[]; readonly replaced: string } {
  const { text, cursor } = marked(example);
  const document = new Document(text, pickFormat(path) ?? yaml, { path });
  const found = cursor && completion(document, cursor);
  if (found === undefined) return { labels: [], replaced: '' };
  const { start, end } = found.range;
  expect(start.line).toBe(end.line);
  return {
    labels: found.items.map(({ label }) => label),
    replaced: (document.lines[start.line] ?? '').slice(start.character, end.character),
  };
}

function hovered(example: string, path = 'kafka.yaml'): string | undefined {
  const { text, cursor } = marked(example);
  return cursor && hover(new Document(text, pickFormat(path) ?? yaml, { path }), cursor, undefined)?.markdown;
}

const indented = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));

const configMap = (key: string, text: string): string =>
  `kind: ConfigMap\napiVersion: v1\n# kafka\ndata:\n  ${key}: |\n${indented(text, 4)}  server.properties: |\n    process.roles=broker\n`;

const xml = (line: string): string =>
  `<Configuration>\n  <Appenders>\n    ${line}\n  </Appenders>\n  <Loggers>\n    <Root level="INFO"/>\n  </Loggers>\n</Configuration>\n`;

const strimzi = (version: string, loggers: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    version: ${version}\n    logging:\n      type: inline\n      loggers:\n${indented(loggers, 8)}    config:\n      num.partitions: 1\n`;

const confluent = (tag: string, overrides: string): string =>
  `apiVersion: platform.confluent.io/v1beta1\nkind: Kafka\nspec:\n  image:\n    application: confluentinc/cp-server:${tag}\n  configOverrides:\n${indented(overrides, 4)}`;

describe('completion of logging inside other documents', () => {
  it.each([
    ['an empty map of loggers', strimzi('4.1.0', '¦\n'), 'rootLogger', ''],
    ['the beginning of a logger in an empty map', strimzi('3.9.0', 'log4j.lo¦\n'), 'log4j.logger.', 'log4j.lo'],
    ['an attribute in XML', configMap('log4j2.xml', xml('<Console name="A" tar¦/>')), 'target', 'tar'],
    ['a value in XML', configMap('log4j2.xml', xml('<Console name="A" target="SYSTEM_¦"/>')), 'SYSTEM_ERR', 'SYSTEM_'],
    ['an attribute in YAML', configMap('log4j2.yaml', 'Configuration:\n  Appenders:\n    Console:\n      tar¦\n'), 'target', 'tar'],
    ['a level in YAML', configMap('log4j2.yaml', 'Configuration:\n  Loggers:\n    Root:\n      level: WA¦\n'), 'WARN', 'WA'],
    [
      'a property of the broker beside it',
      configMap('log4j2.xml', xml('')).replace('broker\n', 'broker\n    num.part¦\n'),
      'num.partitions',
      'num.part',
    ],
    ['a level of Strimzi’s, log4j 1', strimzi('3.9.0', 'kafka.root.logger.level: WA¦\n'), 'WARN', 'WA'],
    ['a level of a logger of Strimzi’s, log4j 1', strimzi('3.9.0', 'log4j.logger.kafka: WA¦\n'), 'WARN', 'WA'],
    ['an appender of Strimzi’s, log4j 1', strimzi('3.9.0', 'log4j.logger.kafka: WARN, ¦\n'), 'CONSOLE', ''],
    ['a level of Strimzi’s, Log4j2', strimzi('4.0.0', 'rootLogger.level: WA¦\n'), 'WARN', 'WA'],
    [
      'a key of Strimzi’s, Log4j2',
      strimzi('4.0.0', 'rootLogger.level: INFO\nlogger.a.name: a\nlogger.a.le¦\n'),
      'logger.a.level',
      'logger.a.le',
    ],
    [
      'a property of the broker beside Strimzi’s',
      strimzi('4.0.0', 'rootLogger.level: INFO\n').replace('num.partitions: 1', 'num.partitions: 1\n      log.re¦'),
      'log.retention.ms',
      'log.re',
    ],
    ['a level of Confluent’s, log4j 1', confluent('7.6.0', 'log4j:\n  - log4j.rootLogger=WA¦\n'), 'WARN', 'WA'],
    [
      'a key of Confluent’s, log4j 1',
      confluent('7.6.0', 'log4j:\n  - log4j.rootLogger=WARN\n  - log4j.thr¦\n'),
      'log4j.threshold',
      'log4j.thr',
    ],
    [
      'a level of Confluent’s, Log4j2',
      confluent('8.0.0', 'log4j2:\n  Configuration:\n    Loggers:\n      Root:\n        level: WA¦\n'),
      'WARN',
      'WA',
    ],
    [
      'an attribute of Confluent’s, Log4j2',
      confluent('8.0.0', 'log4j2:\n  Configuration:\n    Loggers:\n      Root:\n        level: WARN\n        includeLo¦\n'),
      'includeLocation',
      'includeLo',
    ],
    [
      'the first of Confluent’s, Log4j2',
      confluent('8.0.0', 'log4j2:\n  Configuration:\n    Loggers:\n      Root:\n        ¦\n'),
      'level',
      '',
    ],
  ])('%s', (_, example, label, replaced) => {
    const found = offered(example);
    expect(found.labels).toContain(label);
    expect(found.replaced).toBe(replaced);
  });
});

describe('hovers over logging inside other documents', () => {
  it.each([
    ['XML', configMap('log4j2.xml', xml('<Console na¦me="A"/>')), '`name`'],
    ['YAML', configMap('log4j2.yaml', 'Configuration:\n  Loggers:\n    Root:\n      le¦vel: INFO\n'), '`level`'],
    ['Strimzi, Log4j2', strimzi('4.0.0', 'rootLogger.le¦vel: INFO\n'), 'level'],
    ['Confluent, Log4j2', confluent('8.0.0', 'log4j2:\n  Configuration:\n    Loggers:\n      Ro¦ot:\n        level: WARN\n'), '`Root`'],
    ['Confluent, log4j 1', confluent('7.6.0', 'log4j:\n  - log4j.root¦Logger=WARN\n'), 'Level of the root logger'],
  ])('%s', (_, example, words) => {
    expect(hovered(example)).toContain(words);
  });
});

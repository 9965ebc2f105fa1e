import { describe, expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { properties } from '../../server/src/formats/properties.ts';

function open(path: string, text: string): Document {
  return new Document(text, properties, { path });
}

function families(path: string, text: string): readonly string[] {
  return open(path, text).placement.configs.map(({ identity }) => identity.family);
}

const first = 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\n';
const second = 'status=error\nappender.a.type=Null\nappender.a.name=A\nrootLogger.level=info\nrootLogger.appenderRef.a.ref=A\n';

describe('a file of a logging library', () => {
  it.each([
    ['log4j.properties', first, 'log4j1'],
    ['logging.properties', first, 'log4j1'],
    ['log4j.properties', second, 'log4j2'],
    ['logging.properties', second, 'log4j2'],
    ['log4j.properties', 'log4j.logger.kafka=DEBUG\n', 'log4j1'],
    ['tools-log4j.properties', 'log4j.threshold=WARN\n', 'log4j1'],
    ['log4j.properties', 'status=warn\nlogger.k.name=kafka\nlogger.k.level=debug\n', 'log4j2'],
    ['log4j2.properties', 'rootLogger=INFO, A\n', 'log4j2'],
    ['LOG4J2-3281.properties', first, 'log4j1'],
  ])('%s with %j is known by what it holds', (path, text, family) => {
    expect(families(path, text)).toEqual([family]);
  });

  it.each([
    ['app.properties', 'status=warn\nlogger.k.name=kafka\nlogger.k.level=debug\n'],
    ['app.properties', 'log4j.logger.kafka=DEBUG\n'],
    ['log4j.properties', 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4cxx.ConsoleAppender\n'],
  ])('is not %s with %j', (path, text) => {
    expect(families(path, text)).toEqual([]);
  });

  it.each(['log4j2.properties', 'connect-log4j2.properties', 'log4j2-test.properties'])(
    'called %s is Log4j2’s, and log4j 1’s keys stop that',
    (path) => {
      expect(
        open(path, first)
          .reports(new Map())
          .map(({ rule }) => rule.id),
      ).toContain('log4j2-refused');
    },
  );

  it('becomes the other’s as it is typed', () => {
    const document = open('log4j.properties', first);
    document.reports(new Map());
    document.change({ range: { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } }, text: second });
    expect(document.placement.configs.map(({ identity }) => identity.family)).toEqual(['log4j2']);
  });
});

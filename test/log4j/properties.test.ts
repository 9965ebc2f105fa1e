// biome-ignore-all lint/suspicious/noTemplateCurlyInString: log4j 1 writes variables this way
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { convertLog4j } from '../../server/src/log4j/convert.ts';
import { readLog4j1 } from '../../server/src/log4j/read.ts';
import { corpusFiles, fixtureFiles, hasCorpus, targets } from '../oracle/log4j/cases.ts';

const name = fc.constantFrom('A', 'B', 'file', 'no such', 'com.example', 'root', '', 'x${y}', 'ä');
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    'INFO',
    'INFO, A, B',
    'WARN # why',
    '${A}',
    '${x}, B',
    '${x${y}}',
    '$${x}',
    '${',
    'true',
    '10MB',
    '-- >',
    ']]>',
    "'.'yyyy-MM-dd",
    '%d{ISO8601} %-5p %m%n',
    '%m{x}%pid%',
    '%d{${x}}',
  ),
  fc.constantFrom('Console', 'File', 'RollingFile', 'DailyRollingFile', 'Async').map((kind) => `org.apache.log4j.${kind}Appender`),
  fc.constantFrom('Pattern', 'Simple', 'TTCC', 'HTML', 'EnhancedPattern').map((kind) => `org.apache.log4j.${kind}Layout`),
);
const key = fc.oneof(
  fc.constantFrom(
    'log4j.rootLogger',
    'log4j.rootCategory',
    'log4j.threshold',
    'log4j.debug',
    'log4j.reset',
    'A',
    'x',
    'y',
    'kafka.logs.dir',
  ),
  fc
    .tuple(fc.constantFrom('log4j.logger.', 'log4j.category.', 'log4j.additivity.', 'log4j.appender.', ''), name)
    .map(([prefix, own]) => prefix + own),
  fc
    .tuple(
      name,
      fc.constantFrom(
        'File',
        'file',
        'layout',
        'layout.ConversionPattern',
        'Threshold',
        'MaxFileSize',
        'DatePattern',
        'Encoding',
        'filter.1',
        'filter.1.LevelToMatch',
        'rollingPolicy',
        'Colour',
      ),
    )
    .map(([own, option]) => `log4j.appender.${own}.${option}`),
);
const line = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(key, value).map(([left, right]) => `${left}=${right}`) },
  fc.constantFrom('', '# a remark -- with dashes -', '! another', '\\', 'log4j.rootLogger=INFO, \\\n  A'),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const file = fc.array(line, { maxLength: 30 }).map((lines) => `log4j.rootLogger=INFO, A, B\n${lines.join('\n')}`);

function outputs(text: string): readonly string[] {
  return targets.map((to) => {
    const result = convertLog4j(text, { to });
    return 'refused' in result ? result.refused : result.output;
  });
}

describe('any properties text', () => {
  it('converts into well-formed XML and YAML, the same each time', () => {
    fc.assert(
      fc.property(file, (text) => {
        const xml = convertLog4j(text, { to: 'xml' });
        if ('refused' in xml) return;
        expect(XMLValidator.validate(xml.output)).toBe(true);
        expect(new XMLParser({ ignoreAttributes: false }).parse(xml.output)).toHaveProperty('Configuration');
        expect(parse(outputs(text)[1] ?? '', { strict: true })).toHaveProperty('Configuration');
        expect(outputs(text)).toEqual(outputs(text));
      }),
      { numRuns: 300 },
    );
  });

  it('loses no key: each is in the result or in a note', () => {
    fc.assert(
      fc.property(file, (text) => {
        expect(forgotten(text)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each(fixtureFiles())('loses no key of $id', ({ text }) => {
    expect(forgotten(text)).toEqual([]);
  });

  it.skipIf(!hasCorpus)('loses no key of the corpus', () => {
    expect(corpusFiles().flatMap(({ text }) => forgotten(text))).toEqual([]);
  });
});

/** Keys whose words are neither in the output nor in a note. */
function forgotten(text: string): readonly string[] {
  const result = convertLog4j(text, { to: 'xml' });
  if ('refused' in result) return [];
  const noted = new Set(result.notes.flatMap((note) => note.keys));
  const named = (key: string): boolean => {
    const [, own] = /^log4j\.(?:logger|category|additivity|appender)\.([^.]*)/.exec(key) ?? [];
    return /^log4j\.(root|threshold|debug|configDebug)/.test(key) || result.output.includes(escaped(own ?? key));
  };
  return readLog4j1(text)
    .settings.map(({ key }) => key)
    .filter((key) => !noted.has(key) && !named(key));
}

function escaped(text: string): string {
  const marks = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return marks.replace(/\p{Cc}/gu, (char) => `&#${char.charCodeAt(0)};`);
}

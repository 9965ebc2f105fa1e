// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Log4j2 writes variables this way
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertLog4j } from '../../server/src/log4j/convert.ts';
import { checkLog4j2, type Log4j2Syntax } from '../../server/src/log4j/log4j2-check.ts';
import type { Log4j2Fault } from '../../server/src/log4j/log4j2-faults.ts';
import { marked, plain } from '../marked.ts';
import { corpusFiles, fixtureFiles, hashOf, targets } from '../oracle/log4j/cases.ts';
import { log4j2Faults, log4j2Files } from '../oracle/log4j/log4j2-cases.ts';
import recorded from '../oracle/log4j/recorded/log4j2.json' with { type: 'json' };

const xml = (inside: string): string =>
  `<Configuration>\n${inside}\n<Loggers><Root level="INFO"><AppenderRef ref="A"/></Root></Loggers>\n</Configuration>`;

describe('a fault in a Log4j2 file is found where it is', () => {
  it.each(log4j2Faults)('%s in %s: %s', (kind, syntax, example) => {
    const { text } = marked(example);
    const found = checkLog4j2(text, syntax);
    expect(found.map((fault) => fault.kind)).toEqual([kind]);
    const [first] = found;
    const at = example.indexOf('«');
    if (at !== -1) expect([first?.at.start, first?.at.end]).toEqual([at, example.indexOf('»') - 1]);
  });
});

it('text outside of all elements is marked without the blanks around it', () => {
  const text = '<!-- a -->\n  -->\n<Configuration/>\n';
  expect(checkLog4j2(text, 'xml').map(({ kind, at }) => [kind, text.slice(at.start, at.end)])).toEqual([['not-well-formed', '-->']]);
});

/** What Log4j2 takes without a word, though it ignores or misreads what is written, or few would want it. */
const silent = new Set(['undefined-property', 'unused-appender', 'repeated-key', 'repeated-name', 'iso-date', 'noisy-status']);
const isForNewest = ({ before }: Log4j2Fault): boolean => before === undefined;
const silentTexts = [/c-%d\{yyyy\}/, /follow="yes"/, /rootLogger = LOUD, A/];

describe('Log4j2 itself', () => {
  const answers: Readonly<Record<string, { readonly says: readonly string[]; readonly before?: readonly string[] }>> = recorded;
  const said = (text: string): readonly string[] => {
    const answer = answers[hashOf(text)];
    return answer === undefined ? ['not recorded: npm run oracle:log4j -- --files'] : [...answer.says, ...(answer.before ?? [])];
  };

  it.each(log4j2Files('sound').map((file) => [file.name, file] as const))('says nothing about %s, nor do we', (_, { text, syntax }) => {
    expect(said(text)).toEqual([]);
    expect(checkLog4j2(text, syntax).filter(isForNewest)).toEqual([]);
  });

  it.each(log4j2Files('elsewhere').map((file) => [file.name, file] as const))(
    'would say nothing about %s elsewhere',
    (_, { text, syntax }) => {
      expect(checkLog4j2(text, syntax).filter((fault) => isForNewest(fault) && fault.severity !== 'information')).toEqual([]);
    },
  );

  it.each(log4j2Faults)('complains too: %s in %s: %s', (kind, _, example) => {
    const text = plain(example);
    const isSilent = silent.has(kind) || silentTexts.some((form) => form.test(text));
    expect(said(text).length > 0).toBe(!isSilent);
    expect(said(text).some((line) => line.startsWith('THROWN'))).toBe(kind === 'refused');
  });
});

const clean: readonly (readonly [title: string, syntax: Log4j2Syntax, text: string])[] = [
  [
    'a file in the shape that Kafka ships',
    'yaml',
    'Configuration:\n  Properties:\n    Property:\n      - name: "kafka.logs.dir"\n        value: "."\n      - name: "logPattern"\n        value: "[%d] %p %m (%c)%n"\n  Appenders:\n    Console:\n      name: STDOUT\n      PatternLayout:\n        pattern: "${logPattern}"\n    RollingFile:\n      - name: KafkaAppender\n        fileName: "${sys:kafka.logs.dir}/server.log"\n        filePattern: "${sys:kafka.logs.dir}/server.log.%d{yyyy-MM-dd-HH}"\n        PatternLayout:\n          pattern: "${logPattern}"\n        TimeBasedTriggeringPolicy:\n          modulate: true\n          interval: 1\n  Loggers:\n    Root:\n      level: INFO\n      AppenderRef:\n        - ref: STDOUT\n        - ref: KafkaAppender\n    Logger:\n      - name: kafka\n        level: INFO\n',
  ],
  [
    'the strict form of XML',
    'xml',
    '<Configuration strict="true"><Appenders><Appender type="Console" name="A"><Layout type="PatternLayout" pattern="%m%n"/></Appender></Appenders><Loggers><Root level="info"><AppenderRef ref="A"/></Root></Loggers></Configuration>',
  ],
  [
    'JSON with comments and tabs',
    'json',
    '/* log */ {\n\t"Configuration": { // all\n\t\t"Appenders": { "Null": { "name": "A//B" } },\n\t\t"Loggers": { "Root": { "AppenderRef": { "ref": "A//B" } } }\n\t}\n}\n',
  ],
  [
    'another name of an attribute',
    'xml',
    '<Configuration><Appenders><Null name="B"/><Async name="A" error-ref="B"><AppenderRef ref="B"/></Async></Appenders><Loggers><Root><AppenderRef ref="A"/></Root></Loggers></Configuration>',
  ],
  ['a level of one’s own', 'properties', 'customLevel.NOTICE = 350\nappender.x.type = Null\nappender.x.name = A\nrootLogger = notice, A\n'],
  [
    'lists of names with dots',
    'properties',
    'appenders = my.list\nappender.my.list.type = Null\nappender.my.list.name = A\nloggers = my.own\nlogger.my.own.name = x\nlogger.my.own.level = debug\nrootLogger.level = info\nrootLogger.appenderRefs = a\nrootLogger.appenderRef.a.ref = A\n',
  ],
  ['a plug-in of one’s own', 'xml', xml('<Appenders><TeamAppender name="A" anything="goes"/></Appenders>')],
];

describe('a sound Log4j2 file has no faults', () => {
  it.each(clean)('%s (%s)', (_, syntax, text) => {
    expect(checkLog4j2(text, syntax)).toEqual([]);
  });

  it('nor has any result of a conversion', () => {
    const found = [...fixtureFiles(), ...corpusFiles()].flatMap(({ id, text }) =>
      targets.flatMap((to) => {
        const result = convertLog4j(text, { to });
        return 'refused' in result ? [] : checkLog4j2(result.output, to).map((fault) => `${id} ${to}: ${fault.message}`);
      }),
    );
    expect(found).toEqual([]);
  });
});

it('reads any text', () => {
  const syntax = fc.constantFrom<Log4j2Syntax>('xml', 'yaml', 'json', 'properties');
  const text = fc.oneof(
    fc.string(),
    fc
      .array(
        fc.constantFrom(
          '<Configuration>',
          '</Configuration>',
          '<A b="c"/>',
          '<!--',
          '-->',
          'Configuration:\n',
          '  A:\n',
          '    - b: c\n',
          '&x *x',
          'appender.a.',
          'type = File\n',
        ),
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, syntax, (input, form) => {
      for (const { at } of checkLog4j2(input, form)) expect(at.start <= at.end && at.end <= input.length).toBe(true);
    }),
    { numRuns: 500 },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actionsAt } from '../../server/src/features/actions.ts';
import { rangeOf } from '../../server/src/features/diagnostics.ts';
import { Document } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { symbols } from '../../server/src/features/symbols.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { marked } from '../marked.ts';

function open(text: string): Document {
  return new Document(text, yaml, { path: 'confluent-platform.yaml' });
}

function found(document: Document): readonly (readonly [string, unknown])[] {
  return document.reports(new Map()).map(({ rule, finding }) => [rule.id, rangeOf(finding.at.entry, finding.part ?? 'value')]);
}

function rules(text: string): readonly string[] {
  return found(open(text)).map(([rule]) => rule);
}

const indented = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));

const resource = (tag: string, overrides: string, kind = 'Kafka', annotations = ''): string =>
  `apiVersion: platform.confluent.io/v1beta1
kind: ${kind}
metadata:
  name: my
${annotations}spec:
  replicas: 3
  image:
    application: confluentinc/cp-server:${tag}
  configOverrides:
    jvm:
      - "-Dx=y"
${indented(overrides, 4)}  # the end
  dataVolumeCapacity:   10Gi
`;

const keepsLog4j1 = '  annotations:\n    platform.confluent.io/use-log4j1: "true"\n';
const list = 'log4j:\n  - log4j.rootLogger=DEBUG, stdout\n  - "log4j.logger.kafka.network.RequestChannel$ = WARN"\n';
const map = `log4j2:
  Configuration:
    Loggers:
      Logger:
        - name: org.reflections
          level: ERROR
          additivity: false
          AppenderRef:
            - ref: stdout
`;

describe('logging in a Confluent resource is that of the release', () => {
  it.each([
    ['a list on 7.6', resource('7.6.0', list), []],
    ['a list on 8.0', resource('8.0.0', list), ['log4j1-not-read']],
    ['a list on 8.0 with the annotation', resource('8.0.0', list, 'Kafka', keepsLog4j1), []],
    ['a list on a release that is not known', resource('${TAG}', list), []],
    ['a map on 8.0', resource('8.0.0', map), []],
    ['a map on 7.6', resource('7.6.0', map), ['log4j2-not-read']],
    ['a map on a release that is not known', resource('${TAG}', map), []],
    ['both on 8.0', resource('8.1.0', list + map), ['log4j1-not-read']],
    ['a controller', resource('8.0.0', list, 'KRaftController'), ['log4j1-not-read']],
    ['a worker', resource('8.0.0', list, 'Connect').replace('cp-server', 'cp-server-connect'), ['log4j1-not-read']],
    ['another program', resource('8.0.0', list, 'SchemaRegistry').replace('cp-server', 'cp-schema-registry'), []],
  ])('%s', (_, text, expected) => {
    expect(rules(text)).toEqual(expected);
  });
});

describe('logging in a Confluent resource is judged', () => {
  it.each([
    ['7.6.0', 'log4j:\n  - log4j.rootLogger=«LOUD», stdout\n', ['log4j1-invalid-level']],
    ['7.6.0', 'log4j:\n  - "log4j.logger.kafka.server.KafkaApis$ = «LOUD»"\n  - log4j.logger.a=INFO\n', ['log4j1-invalid-level']],
    [
      '7.6.0',
      'log4j:\n  - log4j.appender.A=org.apache.log4j.RollingFileAppender\n  - log4j.appender.A.MaxFileSize=«10 MB»\n',
      ['log4j1-invalid-size'],
    ],
    // The operator's own file defines what these refer to.
    ['7.6.0', 'log4j:\n  - log4j.logger.a=INFO, stdout\n  - log4j.additivity.kafka=false\n', []],
    ['8.0.0', map.replace('ERROR', '«LOUD»'), ['log4j2-invalid-level']],
    ['8.0.0', map.replace('ERROR', '"«LOUD»"'), ['log4j2-invalid-level']],
    ['8.0.0', map.replace('additivity', '«aditivity»'), ['log4j2-unknown-attribute']],
    ['8.0.0', map.replace('level: ERROR', "level: 'ERROR' # why\n          «levle»: x"), ['log4j2-unknown-attribute']],
    [
      '8.0.0',
      'log4j2:\n  Configuration:\n    «staus»: warn\n    Loggers: {Root: {level: «LOUD»}}\n',
      ['log4j2-unknown-attribute', 'log4j2-invalid-level'],
    ],
  ])('on %s: %j', (tag, overrides, expected) => {
    const { text, ranges } = marked(resource(tag, overrides));
    expect(found(open(text))).toEqual(expected.map((rule, i) => [rule, ranges[i]]));
  });

  it('a fix changes the word and nothing else', () => {
    const text = resource('8.0.0', map.replace('additivity', 'aditivity'));
    const document = open(text);
    const [{ finding } = { finding: undefined }] = document.reports(new Map());
    const [action] = finding === undefined ? [] : actionsAt(document, rangeOf(finding.at.entry, finding.part ?? 'value'), new Map());
    expect(action && applyEdits(document.lines, action.edits, '\n')).toBe(text.replace('aditivity', 'additivity'));
  });

  it.each([
    ['- log4j.appender.A.MaxFileSize=10 MB', '- log4j.appender.A.MaxFileSize=10MB'],
    ['- "log4j.appender.A.MaxFileSize = 10 MB" # big', '- "log4j.appender.A.MaxFileSize = 10MB" # big'],
    ["- 'log4j.appender.A.MaxFileSize  =10 MB'", "- 'log4j.appender.A.MaxFileSize  =10MB'"],
  ])('a fix in %j leaves how it is written', (before, after) => {
    const lines = (item: string): string =>
      resource('7.6.0', `log4j:\n  - log4j.appender.A=org.apache.log4j.RollingFileAppender\n  ${item}\n`);
    const document = open(lines(before));
    const [{ finding } = { finding: undefined }] = document.reports(new Map());
    const [action] = finding === undefined ? [] : actionsAt(document, rangeOf(finding.at.entry, finding.part ?? 'value'), new Map());
    expect(action && applyEdits(document.lines, action.edits, '\n')).toBe(lines(after));
  });

  it('a comment silences the line below', () => {
    expect(rules(resource('8.0.0', map.replace('level: ERROR', '# kafka-config: ignore=all\n          level: LOUD')))).toEqual([]);
    expect(rules(resource('8.0.0', list.replace('  -', '  # kafka-config: ignore=log4j1-not-read\n  -')))).toEqual([]);
  });

  it('hover and outline work', () => {
    const { text, cursor } = marked(resource('8.0.0', map.replace('additivity', 'addi¦tivity')));
    expect(cursor && hover(open(text), cursor, undefined)?.markdown).toContain('of `Logger`');
    expect(symbols(open(text)).map(({ name, detail }) => `${name} ${detail}`.trim())).toEqual([
      'Configuration',
      'Loggers',
      'Logger org.reflections ERROR',
      'AppenderRef stdout',
    ]);
    expect(symbols(open(resource('7.6.0', list))).map(({ name }) => name)).toEqual([
      'log4j.rootLogger',
      'log4j.logger.kafka.network.RequestChannel$',
    ]);
  });

  it('what is typed is judged as if it were opened afresh', () => {
    const document = open(resource('8.0.0', map));
    const line = document.lines.findIndex((one) => one.includes('level: ERROR'));
    document.reports(new Map());
    const edits: readonly (readonly [number, number, string])[] = [
      [17, 22, 'LOUD'],
      [10, 15, 'levle'],
      [0, 0, '        - name: other\n          level: NOISY\n          additivity: false\n'],
    ];
    for (const [from, to, text] of edits) {
      document.change({ range: { start: { line, character: from }, end: { line, character: to } }, text });
      expect(found(document)).toEqual(found(open(document.text())));
    }
  });
});

/** The text after the list became a map; undefined where that is not offered. */
function changed(text: string): string | undefined {
  const document = open(text);
  const finding = document.reports(new Map()).find(({ rule }) => rule.id === 'log4j1-not-read')?.finding;
  if (finding === undefined) return undefined;
  const actions = actionsAt(document, rangeOf(finding.at.entry, finding.part ?? 'value'), new Map());
  const action = actions.find(({ title }) => title.startsWith('Convert to'));
  return action && applyEdits(document.lines, action.edits, document.eol);
}

describe('the list of log4j 1 lines becomes the map of Log4j2', () => {
  it('with what the operator defines still referred to', () => {
    const more = '  # why\n  - log4j.logger.a.b=INFO\n  - log4j.additivity.a.b=false\n';
    expect(changed(resource('8.0.0', `${list}${more}server:\n  - auto.create.topics.enable=false\n`))).toBe(
      resource(
        '8.0.0',
        `log4j2:
  Configuration:
    Loggers:
      Root:
        level: DEBUG
        AppenderRef:
          - ref: stdout
      Logger:
        - name: kafka.network.RequestChannel$
          level: WARN
        - name: a.b
          level: INFO
          additivity: false
  # why
server:
  - auto.create.topics.enable=false
`,
      ),
    );
  });

  it('with the appenders of its own', () => {
    const text = resource(
      '8.0.0',
      'log4j:\n- log4j.logger.a=INFO, A, stdout\n- log4j.appender.A=org.apache.log4j.ConsoleAppender\n- log4j.appender.A.layout=org.apache.log4j.PatternLayout\n- log4j.appender.A.layout.ConversionPattern=%m%n\n',
    );
    const result = changed(text);
    expect(parse(result ?? '').spec.configOverrides.log4j2).toEqual({
      Configuration: {
        Appenders: { Console: { name: 'A', PatternLayout: { pattern: '%m%n%ex' } } },
        Loggers: { Logger: [{ name: 'a', level: 'INFO', AppenderRef: [{ ref: 'A' }, { ref: 'stdout' }] }] },
      },
    });
    expect(rules(result ?? '')).toEqual([]);
  });

  it('whatever its lines, each logger keeps its level and the rest of the file its bytes', () => {
    const name = fc.constantFrom('kafka', 'org.apache.kafka.connect', 'a.b', 'a$B', 'kafka.request.logger');
    const logger = fc.tuple(
      name,
      fc.constantFrom('INFO', 'WARN', 'OFF', 'TRACE'),
      fc.constantFrom('', '"', "'"),
      fc.constantFrom('', ', stdout'),
    );
    const above = 'apiVersion: platform.confluent.io/v1beta1\nkind: Connect\nspec:   # keep\n  configOverrides:\n    server: [a=b]\n';
    const below = '    jvm:\n    - "-Dx=y"\n  image: { application: "confluentinc/cp-server-connect:8.0.0" }\n';
    fc.assert(
      fc.property(fc.uniqueArray(logger, { selector: ([one]) => one, minLength: 1 }), fc.constantFrom('\n', '\r\n'), (loggers, eol) => {
        const items = loggers.map(([one, level, quote, more]) => `      - ${quote}log4j.logger.${one}=${level}${more}${quote}\n`);
        const [head, middle, tail] = [above, `    log4j:\n${items.join('')}`, below].map((part) => part.replaceAll('\n', eol));
        const result = changed(`${head}${middle}${tail}`) ?? '';
        expect(result.startsWith(head ?? '-') && result.endsWith(tail ?? '-')).toBe(true);
        const { log4j, log4j2, ...rest } = parse(result).spec.configOverrides;
        expect([log4j, rest]).toEqual([undefined, { server: ['a=b'], jvm: ['-Dx=y'] }]);
        const written = log4j2.Configuration.Loggers.Logger as readonly { name: string; level: string; AppenderRef?: unknown }[];
        expect(log4j2.Configuration.Appenders).toBeUndefined();
        for (const [one, level, , more] of loggers) {
          const found = written.find((other) => other.name === one);
          expect([found?.level, found?.AppenderRef], one).toEqual([level, more === '' ? undefined : [{ ref: 'stdout' }]]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['where the map is there', list + map],
    ['for what an anchor marks', list.replace('log4j:', 'log4j: &log')],
    ['on one line', 'log4j: [log4j.rootLogger=INFO]\n'],
  ])('not %s', (_, overrides) => {
    expect(changed(resource('8.0.0', overrides))).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actionsAt } from '../../server/src/features/actions.ts';
import { completion } from '../../server/src/features/completion.ts';
import { rangeOf } from '../../server/src/features/diagnostics.ts';
import { Document } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { symbols } from '../../server/src/features/symbols.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { printVersion } from '../../server/src/schema/version.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { marked } from '../marked.ts';

function open(text: string): Document {
  return new Document(text, yaml, { path: 'kafka.yaml' });
}

function found(document: Document): readonly (readonly [string, unknown])[] {
  return document.reports(new Map()).map(({ rule, finding }) => [rule.id, rangeOf(finding.at.entry, finding.part ?? 'value')]);
}

function rules(text: string): readonly string[] {
  return found(open(text)).map(([rule]) => rule);
}

const indented = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));

const inline = (loggers: string): string => `logging:\n  type: inline\n  loggers:\n${indented(loggers, 4)}`;

const resource = (kind: string, spec: string): string =>
  `apiVersion: kafka.strimzi.io/v1beta2\nkind: ${kind}\nmetadata:\n  name: my\nspec:\n${indented(spec, 2)}`;

const kafka = (version: string, loggers: string): string =>
  resource('Kafka', `kafka:\n  version: ${version}\n${indented(inline(loggers), 2)}`);

const old = 'kafka.root.logger.level: INFO\nlog4j.logger.kafka.request.logger: DEBUG\n';
const fresh = 'rootLogger.level: INFO\nlogger.requestlogger.level: DEBUG\nlogger.team.name: team\nlogger.team.level: TRACE\n';

describe('Strimzi’s inline loggers are those of the library that the release has', () => {
  it.each([
    ['log4j 1 in Kafka 3.9', kafka('3.9.0', old), []],
    ['log4j 1 in Kafka 4.0', kafka('4.0.0', old), ['log4j1-not-read']],
    ['Log4j2 in Kafka 3.9', kafka('3.9.0', fresh), ['log4j2-not-read']],
    ['Log4j2 in Kafka 4.0', kafka('4.0.0', fresh), []],
    ['both, in Kafka 4.0', kafka('4.0.0', old + fresh), ['log4j1-not-read']],
    ['a worker', resource('KafkaConnect', `version: 4.1.0\n${inline('log4j.rootLogger: INFO\n')}`), ['log4j1-not-read']],
    ['a worker without a version', resource('KafkaConnect', inline('connect.root.logger.level: INFO\n')), ['log4j1-not-read']],
    ['a worker of an old API', resource('KafkaConnect', inline('connect.root.logger.level: INFO\n')).replace('v1beta2', 'v1beta1'), []],
    ['MirrorMaker 2', resource('KafkaMirrorMaker2', `version: 3.9.0\n${inline('connect.root.logger.level: INFO\n')}`), []],
    ['MirrorMaker 1', resource('KafkaMirrorMaker', inline('mirrormaker.root.logger: INFO\n')), []],
    ['the bridge, which always had Log4j2', resource('KafkaBridge', inline('rootLogger.level: INFO\nlogger.bridge.level: DEBUG\n')), []],
    ['the bridge, wrongly', resource('KafkaBridge', inline('log4j.rootLogger: INFO\n')), ['log4j1-not-read']],
    [
      'ZooKeeper, and Kafka beside it',
      resource(
        'Kafka',
        `kafka:\n${indented(inline(old), 2)}zookeeper:\n  replicas: 3\n${indented(inline('zookeeper.root.logger: INFO\n'), 2)}`,
      ),
      [],
    ],
    [
      'Cruise Control before it got Log4j2, and after',
      `${resource('Kafka', `kafka:\n  version: 2.6.0\ncruiseControl:\n${indented(inline('log4j.rootLogger: INFO\n'), 2)}`)}---\n${resource('Kafka', `kafka:\n  version: 2.8.0\ncruiseControl:\n${indented(inline('log4j.rootLogger: INFO\n'), 2)}`)}`,
      ['log4j1-not-read'],
    ],
    [
      'loggers that an older Topic Operator had',
      resource('Kafka', `entityOperator:\n  topicOperator:\n${indented(inline('logger.clients.level: DEBUG\n'), 4)}`),
      [],
    ],
    [
      'the operators',
      resource(
        'Kafka',
        `entityOperator:\n  topicOperator:\n${indented(inline('rootLogger.level: LOUD\n'), 4)}  userOperator:\n${indented(inline('log4j.rootLogger: INFO\n'), 4)}`,
      ),
      ['log4j2-invalid-level', 'log4j1-not-read'],
    ],
    [
      'none inline',
      resource('Kafka', 'kafka:\n  version: 4.0.0\n  logging:\n    type: external\n    loggers:\n      log4j.rootLogger: INFO\n'),
      [],
    ],
  ])('%s', (_, text, expected) => {
    expect(rules(text)).toEqual(expected);
  });

  it('says so at the head, of the program that logs', () => {
    const { text, ranges } = marked(kafka('4.1.0', 'log4j.logger.a: INFO\n«kafka.root.logger.level»: INFO\n'));
    expect(found(open(text))).toEqual([['log4j1-not-read', ranges[0]]]);
    const messages = (resourceText: string): readonly string[] =>
      open(resourceText)
        .reports(new Map())
        .map(({ finding }) => finding.message);
    expect(messages(text)[0]).toMatch(/^Kafka 4.1.0 logs with Log4j2/);
    expect(messages(resource('KafkaBridge', inline('log4j.rootLogger: INFO\n')))[0]).toMatch(/^The Bridge logs with Log4j2/);
  });

  it('the version of the resource counts', () => {
    const [config] = open(kafka('3.7.1', old)).placement.configs.filter(({ size }) => size > 0);
    expect(config && printVersion(config.kafka)).toBe('3.7.1');
  });
});

describe('Strimzi’s inline loggers are judged on top of what the operator sets', () => {
  it.each([
    ['a level', '3.9.0', 'kafka.root.logger.level: «LOUD»\n', ['log4j1-invalid-level']],
    ['a level', '3.9.0', 'log4j.logger.kafka: "«LOUD»"\n', ['log4j1-invalid-level']],
    ['the operator’s appender', '3.9.0', 'log4j.logger.kafka: INFO, CONSOLE\n', []],
    ['an appender', '3.9.0', 'log4j.logger.kafka: INFO, «FILE»\n', ['log4j1-undefined-appender']],
    ['a level', '4.0.0', 'rootLogger.level: «LOUD»\n', ['log4j2-invalid-level']],
    ['the operator’s logger', '4.0.0', 'logger.kafka.level: DEBUG\n', []],
    ['a logger without a name', '4.0.0', '«logger.team.level»: DEBUG\n', ['log4j2-refused']],
    ['the operator’s appender', '4.0.0', 'rootLogger.appenderRef.console.level: WARN\n', []],
    ['an appender', '4.0.0', 'logger.kafka.appenderRef.file.ref: «FILE»\n', ['log4j2-undefined-appender']],
  ])('%s, in %s: %j', (_, version, loggers, expected) => {
    const { text, ranges } = marked(kafka(version, loggers));
    expect(found(open(text))).toEqual(expected.map((rule, i) => [rule, ranges[i]]));
  });

  it('a comment silences the line below', () => {
    expect(rules(kafka('4.0.0', '# kafka-config: ignore=log4j2-invalid-level\nrootLogger.level: LOUD\n'))).toEqual([]);
    expect(rules(kafka('4.0.0', '# kafka-config: ignore=log4j1-not-read\nlog4j.rootLogger: INFO\n'))).toEqual([]);
  });

  it('hover, completion and outline work', () => {
    const hovered = marked(kafka('3.9.0', 'kafka.root.lo¦gger.level: INFO\n'));
    expect(hovered.cursor && hover(open(hovered.text), hovered.cursor, undefined)?.markdown).toContain('Level of the root logger');
    const typed = marked(kafka('3.9.0', 'log4j.logger.kafka: INFO\nlog4j.add¦\n'));
    const offered = typed.cursor && completion(open(typed.text), typed.cursor);
    expect(offered?.items.map(({ label }) => label)).toContain('log4j.additivity.kafka');
    expect(symbols(open(kafka('4.0.0', fresh))).map(({ name }) => name)).toEqual([
      'rootLogger.level',
      'logger.requestlogger.level',
      'logger.team.name',
      'logger.team.level',
    ]);
  });

  it('what is typed is judged as if it were opened afresh', () => {
    const document = open(kafka('4.0.0', fresh));
    expect(found(document)).toEqual([]);
    const line = document.lines.findIndex((one) => one.includes('rootLogger.level'));
    document.change({ range: { start: { line, character: 8 }, end: { line, character: 30 } }, text: 'log4j.rootLogger: INFO' });
    expect(found(document)).toEqual(found(open(document.text())));
    expect(found(document).map(([rule]) => rule)).toEqual(['log4j1-not-read']);
    document.change({ range: { start: { line: 7, character: 0 }, end: { line: 7, character: 0 } }, text: '    # x\n' });
    expect(found(document)).toEqual(found(open(document.text())));
  });
});

/** The text after the loggers are changed to Log4j2's; undefined where that is not offered. */
function changed(text: string): string | undefined {
  const document = open(text);
  const finding = document.reports(new Map()).find(({ rule }) => rule.id === 'log4j1-not-read')?.finding;
  if (finding === undefined) return undefined;
  const actions = actionsAt(document, rangeOf(finding.at.entry, finding.part ?? 'value'), new Map());
  const action = actions.find(({ title }) => title === 'Change to Log4j2 loggers');
  return action && applyEdits(document.lines, action.edits, document.eol);
}

describe('log4j 1 loggers are changed to Log4j2’s', () => {
  it.each([
    ['kafka.root.logger.level: INFO\n', 'rootLogger.level: INFO\n'],
    ['log4j.rootLogger: "WARN, CONSOLE" # quiet\n', 'rootLogger.level: "WARN" # quiet\n'],
    ['log4j.logger.kafka.request.logger: DEBUG\n', 'logger.requestlogger.level: DEBUG\n'],
    ['log4j.logger.kafka.network.RequestChannel$: TRACE\n', 'logger.requestchannel.level: TRACE\n'],
    [
      '# why\nlog4j.logger.io.strimzi.kafka.oauth: "TRACE"\nlog4j.additivity.io.strimzi.kafka.oauth: false\n',
      '# why\nlogger.iostrimzikafkaoauth.name: "io.strimzi.kafka.oauth"\nlogger.iostrimzikafkaoauth.level: "TRACE"\nlogger.iostrimzikafkaoauth.additivity: "false"\n',
    ],
    [
      'log4j.additivity.a.b: false\nlog4j.logger.a.b: INFO, CONSOLE\nlog4j.logger.a_b: WARN\n',
      'logger.ab.additivity: "false"\nlogger.ab.name: a.b\nlogger.ab.level: INFO\nlogger.ab.appenderRef.console.ref: STDOUT\nlogger.ab2.name: a_b\nlogger.ab2.level: WARN\n',
    ],
    ['log4j.additivity.nobody: false\nlog4j.logger.kafka: INFO\n', 'logger.kafka.level: INFO\n'],
    ['rootLogger.level: DEBUG\nlog4j.rootLogger: INFO\n', 'rootLogger.level: DEBUG\n'],
    ['kafka.root.logger.level: INFO\nlog4j.rootLogger: WARN\n', 'rootLogger.level: WARN\n'],
    ['logger.a.name: x\nlog4j.logger.a: INFO\n', 'logger.a.name: x\nlogger.a2.name: a\nlogger.a2.level: INFO\n'],
    ['log4j.logger.a: OFF\n', 'logger.a.name: a\nlogger.a.level: "OFF"\n'],
  ])('%j', (before, after) => {
    expect(changed(kafka('4.0.0', before))).toBe(kafka('4.0.0', after));
    expect(rules(kafka('4.0.0', after))).not.toContain('log4j1-not-read');
  });

  it('in a flow map', () => {
    const flow = (loggers: string): string => resource('KafkaConnect', `logging: {type: inline, loggers: {${loggers}}}\n`);
    expect(changed(flow('log4j.rootLogger: INFO, log4j.logger.a: "WARN"'))).toBe(
      flow('rootLogger.level: INFO, logger.a.name: "a", logger.a.level: "WARN"'),
    );
  });

  it.each([
    'log4j.logger.a: INFO, FILE\n',
    'log4j.appender.FILE: org.apache.log4j.FileAppender\n',
    'log4j.logger.a: LOUD\n',
    'log4j.logger.a: INHERITED\n',
    'log4j.threshold: INFO\n',
    'log4j.rootLogger: ${kafka.root.logger.level}, CONSOLE\n',
  ])('not where something has no counterpart: %j', (loggers) => {
    expect(rules(kafka('4.0.0', loggers))).toContain('log4j1-not-read');
    expect(changed(kafka('4.0.0', loggers))).toBeUndefined();
  });

  it('whatever they are, each logger keeps its level and the rest of the file its bytes', () => {
    const name = fc.constantFrom('kafka', 'org.apache.kafka', 'a.b', 'a_b', 'ab', 'team.x$Y', 'kafka.request.logger');
    const level = fc.constantFrom('INFO', 'WARN', 'OFF', 'trace');
    const quote = fc.constantFrom('', '"', "'");
    const above = '# kafka\napiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    version: 4.1.0   # keep\n';
    const below = '    config: { num.partitions: 3 }\n\n# the end\n';
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, level, quote), { selector: ([one]) => one, minLength: 1 }), level, (loggers, root) => {
        const lines = loggers.map(([one, word, mark]) => `        log4j.logger.${one}: ${mark}${word}${mark} # about ${one}\n`);
        const middle = `    logging:\n      loggers:\n        log4j.rootLogger: ${root}\n${lines.join('')}      type: inline\n`;
        const result = changed(above + middle + below);
        if (result === undefined) throw new Error('not offered');
        expect(result.startsWith(above) && result.endsWith(below)).toBe(true);
        const written = Object.entries(parse(result).spec.kafka.logging.loggers as Record<string, string>);
        expect(written.some(([key]) => key.startsWith('log4j.'))).toBe(false);
        const known = { kafka: 'kafka', orgapachekafka: 'org.apache.kafka', requestlogger: 'kafka.request.logger' };
        const names = new Map([
          ...Object.entries(known),
          ...written.flatMap(([key, value]) => (key.endsWith('.name') ? [[key.split('.')[1], value] as const] : [])),
        ]);
        const levels = written.flatMap(([key, value]) => {
          const [head = '', id, word] = key.split('.');
          return head === 'logger' && word === 'level' ? [[names.get(id ?? ''), value]] : [];
        });
        expect(levels).toEqual(loggers.map(([one, word]) => [one, word]));
        expect(written.find(([key]) => key === 'rootLogger.level')?.[1]).toBe(root);
        for (const [one] of loggers) expect(result).toContain(` # about ${one}\n`);
      }),
      { numRuns: 80 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Action, actionsAt, rewritesAt } from '../../server/src/features/actions.ts';
import { rangeOf } from '../../server/src/features/diagnostics.ts';
import { Document } from '../../server/src/features/document.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { convertLog4j } from '../../server/src/log4j/convert.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

function open(text: string, path = 'kafka.yaml'): Document {
  return new Document(text, pickFormat(path) ?? yaml, { path });
}

function found(document: Document): readonly string[] {
  return document.reports(new Map()).map(({ rule }) => rule.id);
}

/** The conversions that are offered for the texts that Kafka 4 does not read. */
function conversions(document: Document): readonly Action[] {
  return document
    .reports(new Map())
    .filter(({ rule }) => rule.id === 'log4j1-not-read')
    .flatMap(({ finding }) => actionsAt(document, rangeOf(finding.at.entry, finding.part ?? 'value'), new Map()))
    .filter(({ title }) => title.startsWith('Convert'));
}

function carriedOut(document: Document, { edits }: Action): string {
  return applyEdits(document.lines, edits, document.eol);
}

const logging = `# The team's log
log4j.rootLogger=INFO, OUT

log4j.appender.OUT=org.apache.log4j.ConsoleAppender
log4j.appender.OUT.layout=org.apache.log4j.PatternLayout
log4j.appender.OUT.layout.ConversionPattern=[%d] %p %m (%c)%n
`;

const indented = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));

const configMap = (key: string, header = '|', text = logging): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: kafka-logging}\ndata:\n  a: "1" # one\n  ${key}: ${header}\n${indented(text, 4)}  z:   last\n`;

const deployment = (subPath: string, file: string): string => `---
apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
      containers:
        - name: kafka
          image: apache/kafka:4.1.0
          env:
            - name: KAFKA_LOG4J_OPTS
              value: "${file}"
          volumeMounts:
            - {name: logging, mountPath: /opt/kafka/${subPath}, subPath: ${subPath}}
            - name: logging
              mountPath: /mnt/${subPath} # the file
              subPath: ${subPath}
      volumes:
        - name: logging
          configMap:
            name: kafka-logging
            items:
              - key: "${subPath}"
                path: ${subPath}
`;

describe('what mounts a converted file in the same document', () => {
  const text = configMap('log4j.properties') + deployment('log4j.properties', '-Dlog4j.configuration=file:/mnt/log4j.properties');

  it('gets its new name, as the option of Java does', () => {
    const document = open(text);
    const yamls = conversions(document).find(({ title }) => title.includes('YAML'));
    expect(yamls && carriedOut(document, yamls)).toContain(deployment('log4j2.yaml', '-Dlog4j2.configurationFile=file:/mnt/log4j2.yaml'));
  });

  it('keeps it where another file of the document has the name too', () => {
    const document = open(`${text}---\n${configMap('log4j.properties')}`);
    const [xml] = conversions(document);
    expect(xml && carriedOut(document, xml)).toContain(deployment('log4j.properties', '-Dlog4j.configuration=file:/mnt/log4j.properties'));
  });
});

describe('a log4j 1 file in a ConfigMap is converted where it stands', () => {
  it('with the name and the text of the new form', () => {
    const document = open(configMap('log4j.properties'));
    const [xml] = conversions(document);
    expect(xml?.title).toBe('Convert to Log4j2 XML');
    expect(xml && carriedOut(document, xml)).toBe(`apiVersion: v1
kind: ConfigMap
metadata: {name: kafka-logging}
data:
  a: "1" # one
  log4j2.xml: |
    <?xml version="1.0" encoding="UTF-8"?>
    <Configuration>
      <Appenders>
        <Console name="OUT">
          <PatternLayout pattern="[%d] %p %m (%c)%n%ex"/>
        </Console>
      </Appenders>
      <Loggers>
        <!-- The team's log -->
        <Root level="INFO">
          <AppenderRef ref="OUT"/>
        </Root>
      </Loggers>
    </Configuration>
  z:   last
`);
  });

  it.each([
    ['log4j.properties', ['log4j2.xml', 'log4j2.yaml', 'log4j2.properties']],
    ['connect-log4j.properties', ['connect-log4j2.xml', 'connect-log4j2.yaml', 'connect-log4j2.properties']],
    ['"tools-log4j.properties"', ['tools-log4j2.xml', 'tools-log4j2.yaml', 'tools-log4j2.properties']],
    // A chart mounts it under a name of its own, as YAML.
    ['log4j', ['log4j2']],
  ])('%s becomes %j', (key, names) => {
    const document = open(configMap(key));
    const after = conversions(document).map((action) => open(carriedOut(document, action)));
    expect(after.map((one) => Object.keys(parse(one.text()).data).filter((name) => name.includes('log4j')))).toEqual(
      names.map((name) => [name]),
    );
    for (const one of after) expect(found(one)).toEqual([]);
  });

  describe.each([
    ['double quotes', 'kafka.yaml', (text: string) => `data:\n  log4j.properties: ${JSON.stringify(text)}   # why\n  z: 1\n`],
    [
      'single quotes',
      'kafka.yaml',
      (text: string) => `data:\n  log4j.properties: '${text.replaceAll("'", "''").replaceAll('\n', '\n\n    ')}'\n  z: 1\n`,
    ],
    ['braces', 'kafka.yaml', (text: string) => `data: {log4j.properties: ${JSON.stringify(text)}, z: 1}\n`],
    ['JSON', 'kafka.json', (text: string) => `${JSON.stringify({ data: { 'log4j.properties': text, z: '1' } }, null, 2)}\n`],
    ['JSON in one line', 'kafka.json', (text: string) => JSON.stringify({ data: { z: '1', 'log4j.properties': text } })],
  ])('between %s', (_, path, quoted) => {
    const wrap = (text: string): string =>
      path.endsWith('json')
        ? quoted(text).replace('{', '{"apiVersion": "v1", "kind": "ConfigMap", "kafka": 1,')
        : `# kafka\napiVersion: v1\nkind: ConfigMap\n${quoted(text)}`;

    it.each([logging.replace("The team's", 'A "good"'), logging.trimEnd()])('%j', (text) => {
      const document = open(wrap(text), path);
      const actions = conversions(document);
      expect(actions).toHaveLength(3);
      for (const [i, to] of (['xml', 'yaml', 'properties'] as const).entries()) {
        const result = actions[i] === undefined ? '' : carriedOut(document, actions[i]);
        const converted = convertLog4j(text, { to });
        const output = 'output' in converted ? converted.output : '';
        const { data, ...rest } = parse(result);
        expect(data).toEqual({
          ...parse(wrap(text)).data,
          'log4j.properties': undefined,
          [`log4j2.${to}`]: text.endsWith('\n') ? output : output.trimEnd(),
        });
        expect(rest.kind).toBe('ConfigMap');
        expect(result.includes('# why')).toBe(wrap(text).includes('# why'));
        expect(found(open(result, path))).toEqual([]);
      }
    });
  });

  it('what is lost is said at its head, and counted', () => {
    const text = `${logging}log4j.appender.X=com.example.TeamAppender\nlog4j.logger.a=INFO, X\n`;
    const document = open(configMap('log4j.properties', '|', text));
    for (const action of conversions(document)) {
      expect(action.title).toMatch(/; \d+ things? (is|are) not kept$/);
      expect(carriedOut(document, action)).toContain('Not kept: ');
      expect(found(open(carriedOut(document, action)))).not.toContain('log4j2-not-well-formed');
    }
  });

  it.each([
    ['where the new name is taken', `${configMap('log4j.properties')}  log4j2.xml: x\n  log4j2.yaml: x\n  log4j2.properties: x\n`],
    ['for what an anchor marks', configMap('log4j.properties', '&log |')],
    ['for a template', configMap('log4j.properties', '|', logging.replace('INFO', '{{ .Values.level }}'))],
    ['where a template decides on lines', configMap('log4j.properties').replace('    log4j.appender.OUT=', '{{- if .Values.x }}\n$&')],
  ])('not %s', (_, text) => {
    expect(conversions(open(text))).toEqual([]);
  });

  it('the rest of the document stays as it is, whatever the text', () => {
    const word = fc.constantFrom(
      'INFO',
      'WARN, A',
      'DEBUG, A, B',
      'a b',
      '${x}',
      'org.apache.log4j.ConsoleAppender',
      "it's #1",
      'é\\u00e9',
    );
    const key = fc.constantFrom(
      'log4j.logger.kafka',
      'log4j.logger.a.b$c',
      'log4j.appender.A',
      'log4j.appender.A.layout',
      'log4j.appender.B.File',
      'log4j.additivity.kafka',
      'x',
    );
    const pair = fc.tuple(key, fc.constantFrom('=', ' = ', ':'), word).map((parts) => parts.join(''));
    const line = fc.oneof({ weight: 6, arbitrary: pair }, fc.constantFrom('', '# remark -- with dashes', '! other', 'long=\\\n  more'));
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom('|', '|-', '|+', '| # why'),
        fc.constantFrom(2, 4, 7),
        fc.constantFrom('\n', '\r\n'),
        (lines, header, by, eol) => {
          const text = ['log4j.rootLogger=INFO, A', ...lines].join('\n');
          const above = `# kafka${eol}kind: ConfigMap${eol}data:${eol}  "a b": {c: 1}   # keep`;
          const below = `  z: 'x'${eol}${eol}---${eol}a: b`;
          const source = [above, `  log4j.properties: ${header}`, indented(text, 2 + by), below].join('\n').replace(/\r?\n/g, eol);
          const document = open(source);
          for (const [i, to] of (['xml', 'yaml', 'properties'] as const).entries()) {
            const action = conversions(document)[i];
            const result = action && carriedOut(document, action);
            if (result === undefined) throw new Error('no conversion');
            expect(result.startsWith(above) && result.endsWith(below)).toBe(true);
            expect(result.replace(/\r\n/g, '').includes('\r')).toBe(false);
            const data = parse(result.split(`${eol}---`)[0] ?? '').data;
            const converted = convertLog4j(parse(source.split(`${eol}---`)[0] ?? '').data['log4j.properties'], { to });
            const output = 'output' in converted ? converted.output : '';
            const kept = (data[`log4j2.${to}`] as string).split('\n').filter((one) => !one.includes('Not kept: '));
            expect(kept.join('\n').trimEnd()).toBe(output.trimEnd());
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('whether Kafka reads a log4j 1 text is a matter of what the file runs', () => {
  const map = configMap('log4j.properties');
  const pod = (image: string): string =>
    `---\napiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: kafka\nspec:\n  template:\n    spec:\n      containers:\n        - name: kafka\n          image: ${image}\n`;

  it.each([
    ['a container', `${map}${pod('confluentinc/cp-kafka:7.6.0')}`, []],
    ['a newer one', `${map}${pod('confluentinc/cp-kafka:8.0.0')}`, ['log4j1-not-read']],
    ['several', `${map}${pod('apache/kafka:4.0.0')}${pod('apache/kafka:3.9.0')}`, []],
    ['something else', `${map}${pod('busybox:1.0')}`, ['log4j1-not-read']],
    ['a chart', `image:\n  repository: bitnami/kafka\n  tag: 3.9.0-debian-12-r1\nlog4j: |\n${indented(logging, 2)}`, []],
    ['a newer chart', `image:\n  repository: bitnami/kafka\n  tag: 4.0.0\nlog4j: |\n${indented(logging, 2)}`, ['log4j1-not-read']],
    [
      'an operator',
      `${map}---\napiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nmetadata:\n  name: k\nspec:\n  kafka:\n    version: 3.9.0\n    logging:\n      type: external\n`,
      [],
    ],
  ])('%s', (_, text, expected) => {
    expect(found(open(text, 'values.yaml'))).toEqual(expected);
  });

  it('it can be converted all the same', () => {
    const document = open(`${map}${pod('apache/kafka:3.9.0')}`);
    const line = document.lines.findIndex((one) => one.includes('ConversionPattern'));
    const at = { line, character: 10 };
    const rewrites = rewritesAt(document, { start: at, end: at });
    expect(rewrites.map(({ title }) => title)).toEqual(['Convert to Log4j2 XML', 'Convert to Log4j2 YAML', 'Convert to Log4j2 properties']);
    const [xml] = rewrites;
    expect(xml && applyEdits(document.lines, xml.edits, '\n')).toContain('  log4j2.xml: |\n    <?xml');
    for (const outside of [
      { line: 4, character: 4 },
      { line: 1000, character: 0 },
    ])
      expect(rewritesAt(document, { start: outside, end: outside })).toEqual([]);
  });

  it('the verdict follows the image that is typed', () => {
    const text = `${map}${pod('apache/kafka:4.0.0')}`;
    const document = open(text);
    const line = document.lines.findIndex((one) => one.includes('image:'));
    const at = (document.lines[line] ?? '').indexOf('4.0.0');
    expect(found(document)).toEqual(['log4j1-not-read']);
    document.change({ range: { start: { line, character: at }, end: { line, character: at + 5 } }, text: '3.9.0' });
    expect(found(document)).toEqual([]);
  });
});

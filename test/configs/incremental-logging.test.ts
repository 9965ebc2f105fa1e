import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../server/src/features/diagnostics.ts';
import { Document } from '../../server/src/features/document.ts';
import { symbols } from '../../server/src/features/symbols.ts';
import type { Format } from '../../server/src/formats/format.ts';
import { json } from '../../server/src/formats/json.ts';
import { yaml } from '../../server/src/formats/yaml.ts';

/** Logging in other files, and lines that may be typed into it. */
const files: readonly { readonly name: string; readonly format?: Format; readonly text: string; readonly lines: readonly string[] }[] = [
  {
    name: 'Log4j2 XML in a ConfigMap',
    text: 'kind: ConfigMap\napiVersion: v1\n# kafka\ndata:\n  log4j2.xml: |\n    <Configuration staus="x">\n      <Appenders>\n        <Console name="A"/>\n      </Appenders>\n      <Loggers>\n        <Root level="LOUD"><AppenderRef ref="B"/></Root>\n      </Loggers>\n    </Configuration>\n  b: c\n',
    lines: [
      '        <!-- kafka-config: ignore=all -->',
      '        <Console name="B"/>',
      '      <Appenders>',
      '    <!-- kafka-config: ignore-file=log4j2-invalid-level -->',
      '  log4j2.yaml: |',
      '   x',
      '    image: apache/kafka:3.9.0',
      '# kafka-config: version=3.9',
    ],
  },
  {
    name: 'Log4j2 YAML and log4j 1 in a chart',
    text: 'image:\n  repository: bitnami/kafka\n  tag: 4.0.0\nlog4j2: |\n  Configuration:\n    Loggers:\n      Root:\n        level: LOUD\n        AppenderRef:\n          - ref: B\nlog4j: |\n  log4j.rootLogger=LOUD, A\n  log4j.appender.A=org.apache.log4j.ConsoleAppender\n',
    lines: [
      '  tag: 3.9.0',
      '  # kafka-config: ignore=all',
      '        leve: INFO',
      '  log4j.logger.a=INFO, B \\',
      'log4j: |-',
      '    Loggers: {{ .Values.loggers }}',
      '  rootLogger.level=x',
    ],
  },
  {
    name: 'Strimzi’s loggers',
    text: 'apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nspec:\n  kafka:\n    version: 4.0.0\n    logging:\n      type: inline\n      loggers:\n        kafka.root.logger.level: LOUD\n        logger.a.level: x\n  entityOperator:\n    topicOperator:\n      logging:\n        type: inline\n        loggers:\n          rootLogger.level: LOUD\n',
    lines: [
      '        log4j.rootLogger: INFO, B',
      '        rootLogger.level: LOUD',
      '        # kafka-config: ignore=all',
      '    version: 3.9.0',
      '      type: external',
      '  zookeeper:',
      '        logger.a.name:',
      '          x',
      'kind: KafkaBridge',
    ],
  },
  {
    name: 'texts between quotes',
    text: `kind: ConfigMap\napiVersion: v1\n# kafka\ndata:\n  log4j2.xml: "<Configuration staus='x'>\\n  <Loggers>\n    <Root level='LOUD'/>\\n\\\n    </Loggers>\\n</Configuration>\\n"\n  log4j.properties: 'log4j.rootLogger=LOUD, A\n\n    log4j.logger.a=NOISY'\n`,
    lines: [
      '    <Root/>',
      '\\n',
      '"',
      "'",
      '    <!-- kafka-config: ignore=all -->',
      '  log4j2.yaml: "Configuration:\\n  a: b"',
      '    log4j.rootLogger=INFO',
      '# kafka-config: version=3.9',
    ],
  },
  {
    name: 'texts in JSON',
    format: json,
    text: `{\n  "kind": "ConfigMap",\n  "apiVersion": "v1",\n  "metadata": {"name": "kafka"},\n  "data": {\n    "log4j2.xml": "<Configuration staus='x'>\\n  <Loggers><Root level='LOUD'/></Loggers>\\n</Configuration>\\n",\n    "log4j.properties": "log4j.rootLogger=LOUD, A\\nlog4j.logger.a=NOISY\\n"\n  }\n}`,
    lines: [
      '\\n',
      '"',
      '    "log4j2.yaml": "Configuration:\\n  staus: x\\n",',
      '  },',
      '    "a": "b",',
      '<!-- kafka-config: ignore=all -->',
    ],
  },
  {
    name: 'Confluent’s lists and maps',
    text: 'apiVersion: platform.confluent.io/v1beta1\nkind: Kafka\nmetadata:\n  annotations:\n    a: b\nspec:\n  image:\n    application: confluentinc/cp-server:8.0.0\n  configOverrides:\n    log4j:\n      - log4j.rootLogger=LOUD, A\n    log4j2:\n      Configuration:\n        Loggers:\n          Logger:\n            - name: a\n              levle: x\n              level: LOUD\n',
    lines: [
      '    application: confluentinc/cp-server:7.6.0',
      '    platform.confluent.io/use-log4j1: "true"',
      '      - log4j.logger.a = INFO',
      '            - name: b',
      '              level: NOISY',
      '          Root: {level: LOUD}',
      '    log4j:',
      '              AppenderRef:',
      '        # kafka-config: ignore=all',
    ],
  },
];

function summary(document: Document): unknown {
  const said = document
    .reports(new Map())
    .map(({ rule, finding, severity }) =>
      JSON.stringify([rule.id, severity, finding.message, rangeOf(finding.at.entry, finding.part ?? 'value')]),
    );
  return [said.sort(), symbols(document)];
}

describe.each(files.map((file) => [file.name, file] as const))('%s', (_, { text, lines, format = yaml }) => {
  it('is judged after edits as if it were opened afresh', () => {
    expect(new Document(text, format, { path: 'values.yaml' }).reports(new Map()).length).toBeGreaterThan(1);
    const typed = fc.oneof({ arbitrary: fc.constantFrom(...lines), weight: 4 }, { arbitrary: fc.string({ maxLength: 4 }), weight: 1 });
    const edit = fc.record({
      line: fc.nat(20),
      character: fc.oneof(fc.constant(0), fc.nat(30)),
      length: fc.nat(1),
      text: fc.array(typed, { maxLength: 2 }).map((parts) => parts.join('\n')),
      whole: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
        const document = new Document(text, format, { path: 'values.yaml' });
        document.reports(new Map());
        for (const { line, character, length, text: fresh, whole } of edits) {
          const at = line % document.lines.length;
          const until = Math.min(at + length, document.lines.length - 1);
          const start = whole ? 0 : Math.min(character, document.lines[at]?.length ?? 0);
          const end = { line: until, character: until === at ? start : Math.min(start, document.lines[until]?.length ?? 0) };
          document.change({ range: { start: { line: at, character: start }, end }, text: whole ? `${fresh}\n` : fresh });
          document.reports(new Map());
        }
        const afresh = new Document(document.text(), format, { path: 'values.yaml' });
        expect(summary(document), document.text()).toEqual(summary(afresh));
      }),
      { numRuns: 300 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { placedEdits } from '../../server/src/features/actions.ts';
import { rangeOf } from '../../server/src/features/diagnostics.ts';
import { Document } from '../../server/src/features/document.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { marked } from '../marked.ts';

function open(path: string, text: string): Document {
  return new Document(text, pickFormat(path) ?? properties, { path });
}

/** Rules by what they mark. */
function found(document: Document): readonly (readonly [string, unknown])[] {
  return document.reports(new Map()).map(({ rule, finding }) => [rule.id, rangeOf(finding.at.entry, finding.part ?? 'value')]);
}

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<!-- the team's log -->
<Configuration status="warn">
  <Appenders>
    <Console name="OUT" «taget»="SYSTEM_ERR">
      <PatternLayout pattern="%d %highlight{%-5p} %m%n"/>
    </Console>
  </Appenders>
  <Loggers>
    <Root level="INFO">
      <AppenderRef ref="«OUTT»"/>
      <AppenderRef ref="OUT"/>
    </Root>
  </Loggers>
</Configuration>
`;

describe('a Log4j2 file is judged', () => {
  it.each([
    ['config/log4j2.xml', xml, ['log4j2-unknown-attribute', 'log4j2-undefined-appender']],
    ['config/logging.xml', xml, ['log4j2-unknown-attribute', 'log4j2-undefined-appender']],
    [
      'connect-log4j2.yaml',
      'Configuration:\n  Appenders:\n    Console:\n      name: OUT\n  Loggers:\n    Root:\n      level: «LOUD»\n      AppenderRef:\n        - ref: OUT\n',
      ['log4j2-invalid-level'],
    ],
    [
      'log4j2-test.json',
      '// tests\n{ "Configuration": { "Appenders": { "Null": { "name": "OUT" } }, "Loggers": { "Root": { "AppenderRef": { "ref": «"OTU"» } },\n"Logger": { "name": "a", "AppenderRef": { "ref": "OUT" } } } } }\n',
      ['log4j2-undefined-appender'],
    ],
    ['any.properties', 'appender.x.type = Null\nappender.x.name = OUT\nrootLogger = INFO, OUT, «OTU»\n', ['log4j2-undefined-appender']],
    [
      'logging.yaml',
      'kind: ConfigMap\napiVersion: v1\nmetadata:\n  name: kafka-logging\ndata:\n  log4j2.properties: |\n    appender.x.type = Null\n    appender.x.name = OUT\n    rootLogger = «LOUD», OUT\n',
      ['log4j2-invalid-level'],
    ],
  ])('%s', (path, example, rules) => {
    const { text, ranges } = marked(example);
    const document = open(path, text);
    expect(document.placement.configs.map(({ identity }) => identity.family)).toEqual(['log4j2']);
    expect(found(document)).toEqual(rules.map((rule, i) => [rule, ranges[i]]));
  });
});

describe('another program’s file is left alone', () => {
  it.each([
    ['pom.xml', '<project>\n  <configuration>\n    <appenders/>\n  </configuration>\n</project>\n'],
    [
      'logback.xml',
      '<configuration>\n  <appender name="A" class="x.Y"/>\n  <root level="LOUD"><appender-ref ref="B"/></root>\n</configuration>\n',
    ],
    ['core-site.xml', '<?xml version="1.0"?>\n<configuration>\n  <property><name>a</name><value>b</value></property>\n</configuration>\n'],
    ['log4j2.yaml', 'Configuration:\n  Appenders: {{ .Values.appenders }}\n'],
    ['log4j2.xml', ''],
    ['changes/log4j2-3.xml', '<entry>\n  <description>Appenders</description>\n</entry>\n'],
    ['log4j2.yaml', 'kind: ConfigMap\napiVersion: v1\ndata:\n  logging.conf: x\n  # Configuration:\n'],
    ['log4j2-values.yaml', 'logging:\n  level: LOUD\n'],
    ['log4j.xml', '<log4j:configuration><root><level value="LOUD"/></root></log4j:configuration>\n'],
  ])('%s', (path, text) => {
    const document = open(path, text);
    expect(document.placement.configs).toEqual([]);
    expect(found(document)).toEqual([]);
  });
});

describe('in a Log4j2 file', () => {
  it('a fix changes the word and nothing else', () => {
    const { text } = marked(xml);
    const document = open('log4j2.xml', text);
    const fixes = document.reports(new Map()).flatMap(({ finding }) => finding.fixes ?? []);
    const fixed = fixes.map((fix) => applyEdits(document.lines, placedEdits(document, fix) ?? [], '\n'));
    expect(fixes.map(({ title }) => title)).toEqual(['Change to `target`', 'Change to `OUT`']);
    expect(fixed).toEqual([text.replace('taget', 'target'), text.replace('OUTT', 'OUT')]);
  });

  it('a comment silences rules for the file', () => {
    const { text } = marked(xml.replace("the team's log", 'kafka-config: ignore-file=log4j2-unknown-attribute'));
    expect(found(open('log4j2.xml', text)).map(([rule]) => rule)).toEqual(['log4j2-undefined-appender']);
  });

  it('the verdict follows what is typed', () => {
    const { text } = marked(xml);
    const document = open('log4j2.xml', text);
    expect(found(document)).toHaveLength(2);
    document.change({ range: { start: { line: 4, character: 24 }, end: { line: 4, character: 29 } }, text: 'target' });
    expect(found(document).map(([rule]) => rule)).toEqual(['log4j2-undefined-appender']);
  });

  it('a text that cannot be read is marked where it breaks', () => {
    const { text, ranges } = marked('<Configuration>\n  <Appenders>\n</«Configuration»>\n');
    expect(found(open('log4j2.xml', text))).toEqual([['log4j2-not-well-formed', ranges[0]]]);
  });
});

import { describe, expect, it } from 'vitest';
import { actionsAt } from '../../server/src/features/actions.ts';
import { rangeOf } from '../../server/src/features/diagnostics.ts';
import { Document } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { symbols } from '../../server/src/features/symbols.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { marked } from '../marked.ts';

function open(text: string, path = 'kafka-logging.yaml'): Document {
  return new Document(text, pickFormat(path) ?? yaml, { path });
}

/** Rules by what they mark. */
function found(document: Document): readonly (readonly [string, unknown])[] {
  return document.reports(new Map()).map(({ rule, finding }) => [rule.id, rangeOf(finding.at.entry, finding.part ?? 'value')]);
}

function rules(text: string, path?: string): readonly string[] {
  return document(text, path).map(([rule]) => rule);
}

function document(text: string, path?: string): readonly (readonly [string, unknown])[] {
  return found(open(text, path));
}

const indented = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));

const configMap = (key: string, text: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: kafka-logging\ndata:\n  before: x\n  ${key}: |-\n${indented(text, 4)}  after: y\n`;

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<Configuration status="warn">
  <Appenders>
    <Console name="OUT"
             «taget»="SYSTEM_ERR">
      <PatternLayout pattern="%d %m%n"/>
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

const yamlForm = `Configuration:
  Appenders:
    Console:
      name: OUT
      «folow»: true
  Loggers:
    Root:
      level: «LOUD»
      AppenderRef:
        - ref: OUT
`;

const json = `{
  "Configuration": {
    "Appenders": { "Console": { "name": "OUT", «"taget"»: "SYSTEM_ERR" } },
    "Loggers": { "Root": { "level": "INFO", "AppenderRef": { "ref": "OUT" } } }
  }
}
`;

describe('a Log4j2 configuration in a ConfigMap is judged where it stands', () => {
  it.each([
    ['log4j2.xml', xml, ['log4j2-unknown-attribute', 'log4j2-undefined-appender']],
    ['connect-log4j2.yaml', yamlForm, ['log4j2-unknown-attribute', 'log4j2-invalid-level']],
    ['log4j2.json', json, ['log4j2-unknown-attribute']],
    // By what it holds.
    ['logging', xml, ['log4j2-unknown-attribute', 'log4j2-undefined-appender']],
    ['logging', yamlForm, ['log4j2-unknown-attribute', 'log4j2-invalid-level']],
    ['logging', json, ['log4j2-unknown-attribute']],
  ])('%s', (key, example, expected) => {
    const { text, ranges } = marked(configMap(key, example));
    const here = open(text);
    expect(here.placement.configs.map(({ identity }) => identity.family)).toEqual(['log4j2']);
    expect(found(here)).toEqual(expected.map((rule, i) => [rule, ranges[i]]));
  });

  it('in the values of a chart as well', () => {
    const { text, ranges } = marked(`image:\n  repository: bitnami/kafka\n  tag: 4.0.0\nlog4j2: |\n${indented(yamlForm, 2)}`);
    expect(document(text, 'values.yaml')).toEqual([
      ['log4j2-unknown-attribute', ranges[0]],
      ['log4j2-invalid-level', ranges[1]],
    ]);
  });

  it.each(['log4j2-configmap.yaml', 'kafka-log4j2.cm.yml'])('whatever the file is called: %s', (path) => {
    const { text, ranges } = marked(configMap('log4j2.yaml', yamlForm));
    expect(document(text, path)).toEqual([
      ['log4j2-unknown-attribute', ranges[0]],
      ['log4j2-invalid-level', ranges[1]],
    ]);
  });

  it('where it cannot be read it is marked where it breaks', () => {
    const { text, ranges } = marked(configMap('log4j2.xml', '<Configuration>\n  <Appenders>\n</«Configuration»>\n'));
    expect(document(text)).toEqual([['log4j2-not-well-formed', ranges[0]]]);
  });

  it.each([
    ['log4j2.yaml', 'Configuration:\n  Appenders: {{ toYaml .Values.appenders | nindent 4 }}\n'],
    ['logback.xml', '<configuration>\n  <root level="LOUD"><appender-ref ref="B"/></root>\n</configuration>\n'],
    ['core-site.xml', '<configuration>\n  <property><name>a</name></property>\n</configuration>\n'],
    ['application.yaml', 'configuration:\n  level: LOUD\n'],
  ])('nothing is said of %s', (key, example) => {
    const here = open(configMap(key, example));
    expect(here.placement.configs).toEqual([]);
    expect(found(here)).toEqual([]);
  });
});

describe('in a Log4j2 configuration in a ConfigMap', () => {
  const { text } = marked(configMap('log4j2.xml', xml));

  it('a fix changes the word and nothing else', () => {
    const here = open(text);
    const fixed = here.reports(new Map()).flatMap(({ finding }) =>
      actionsAt(here, rangeOf(finding.at.entry, finding.part ?? 'value'), new Map())
        .slice(0, 1)
        .map(({ edits }) => applyEdits(here.lines, edits, here.eol)),
    );
    expect(fixed).toEqual([text.replace('taget', 'target'), text.replace('OUTT', 'OUT')]);
  });

  it('a hover explains the attribute under the cursor, and marks it', () => {
    const { text: clean, cursor } = marked(configMap('log4j2.xml', xml.replace(/[«»]/g, '').replace('status=', 'sta¦tus=')));
    const found = cursor && hover(open(clean), cursor, undefined);
    expect(found?.markdown).toContain('of `Configuration`');
    expect(found?.range.start).toEqual({ line: 8, character: 19 });
  });

  it('the outline names the elements', () => {
    expect(symbols(open(text)).map(({ name, detail }) => `${name} ${detail}`.trim())).toEqual([
      'Configuration',
      'Appenders',
      'Console OUT',
      'PatternLayout',
      'Loggers',
      'Root INFO',
      'AppenderRef OUTT',
      'AppenderRef OUT',
    ]);
  });

  it('what is typed is judged as if it were opened afresh', () => {
    const here = open(text);
    const line = here.lines.findIndex((one) => one.includes('taget'));
    const at = (here.lines[line] ?? '').indexOf('taget');
    here.reports(new Map());
    here.change({ range: { start: { line, character: at }, end: { line, character: at + 5 } }, text: 'target' });
    expect(found(here)).toEqual(document(text.replace('taget', 'target')));
    here.change({ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '# kafka\n' });
    expect(found(here)).toEqual(document(`# kafka\n${text.replace('taget', 'target')}`));
  });
});

describe('comments silence what stands below them, or on their line', () => {
  const words = 'kafka-config: ignore=log4j2-unknown-attribute';
  const both = ['log4j2-unknown-attribute', 'log4j2-undefined-appender'];
  const plain = xml.replace(/[«»]/g, '');
  const alone = (where: RegExp): string => plain.replace(where, (tag) => `<!-- ${words} -->\n    ${tag}`);

  it.each([
    ['above the element, whatever lines it goes over', alone(/<Console/), both.slice(1)],
    ['above another', alone(/<PatternLayout/), both],
    ['above other comments', alone(/<Console/).replace(/<Console/, '<!-- team A -->\n<Console'), both.slice(1)],
    ['over several lines', alone(/<Console/).replace(' -->', '\n because of x -->'), both.slice(1)],
    ['behind it', plain.replace('"SYSTEM_ERR">', `$& <!-- ${words} -->`), both.slice(1)],
    ['behind another', plain.replace('<Appenders>', `$& <!-- ${words} -->`), both],
    ['every rule', alone(/<AppenderRef ref="OUTT"/).replace(/ignore=[\w-]+/, 'ignore=all'), both.slice(0, 1)],
    ['for the text', `<!-- kafka-config: ignore-file=all -->\n${plain.replace(/<\?.*\n/, '')}`, []],
  ])('in XML %s', (_, example, expected) => {
    expect(rules(example, 'log4j2.xml')).toEqual(expected);
    expect(rules(configMap('log4j2.xml', example))).toEqual(expected);
  });

  it.each([
    ['above', `      # ${words}\n      folow: true`, ['log4j2-invalid-level']],
    ['behind', `      folow: true # ${words}`, ['log4j2-invalid-level']],
    ['far above', `      # ${words}\n\n      # more\n      folow: true`, ['log4j2-invalid-level']],
    ['in a value', `      folow: "true # ${words}"`, ['log4j2-unknown-attribute', 'log4j2-invalid-level']],
  ])('in YAML %s', (_, line, expected) => {
    const example = yamlForm.replace(/[«»]/g, '').replace('      folow: true', line);
    expect(rules(example, 'log4j2.yaml')).toEqual(expected);
    expect(rules(configMap('log4j2.yaml', example))).toEqual(expected);
  });

  it('in JSON', () => {
    const example = json.replace(/[«»]/g, '').replace('    "Appenders"', `    // ${words}\n    "Appenders"`);
    expect(rules(example, 'log4j2.json')).toEqual([]);
    expect(rules(configMap('log4j2.json', example))).toEqual([]);
  });

  it('in the properties form', () => {
    const example = `appender.a.type=Null\nappender.a.name=A\n# ${words}\nappender.a.nme=B\nrootLogger=LOUD, A\n`;
    expect(rules(example, 'log4j2.properties')).toEqual(['log4j2-invalid-level']);
    expect(rules(configMap('log4j2.properties', example))).toEqual(['log4j2-invalid-level']);
    expect(rules(configMap('log4j2.properties', `# kafka-config: ignore-file=all\n${example}`))).toEqual([]);
  });

  it('a text in a ConfigMap speaks for itself alone', () => {
    const silent = configMap('log4j2.xml', `<!-- kafka-config: ignore-file=all -->\n${plain.replace(/<\?.*\n/, '')}`);
    expect(rules(`${silent}  log4j2.yaml: |\n${indented(yamlForm.replace(/[«»]/g, ''), 4)}`)).toEqual([
      'log4j2-unknown-attribute',
      'log4j2-invalid-level',
    ]);
  });

  it.each([
    ['log4j2.xml', plain],
    ['log4j2.xml', `<?xml version="1.0"?><Configuration staus="x">${plain.replace(/^.*\n.*\n/, '')}`],
    ['log4j2.yaml', yamlForm.replace(/[«»]/g, '')],
    ['log4j2.json', json.replace(/[«»]/g, '')],
    ['log4j2.properties', 'appender.a.type=Null\nappender.a.nme=B\nrootLogger=LOUD, A\n'],
  ])('the action writes one that works: %s', (name, example) => {
    for (const [path, text] of [
      [name, example],
      ['kafka.yaml', configMap(name, example)],
    ] as const) {
      const here = open(text, path);
      const reports = here.reports(new Map());
      expect(reports.length).toBeGreaterThan(0);
      for (const { finding, rule } of reports) {
        const action = actionsAt(here, rangeOf(finding.at.entry, finding.part ?? 'value'), new Map()).find(
          ({ title, report }) => title.startsWith('Ignore') && report.finding === finding,
        );
        const silenced = applyEdits(here.lines, action?.edits ?? [], here.eol);
        expect(silenced.split('\n').filter((line) => !line.includes('kafka-config:')).length).toBeGreaterThanOrEqual(here.lines.length);
        const left = open(silenced, path).reports(new Map());
        expect(
          left.map((report) => [report.rule.id, report.finding.message]),
          silenced,
        ).toEqual(
          reports
            .filter((report) => !(report.rule === rule && report.finding === finding))
            .map((report) => [report.rule.id, report.finding.message]),
        );
      }
    }
  });
});

describe('in resources that hold the values of a chart, or texts', () => {
  it.each([
    ['HelmRelease', 'helm.toolkit.fluxcd.io/v2', 'values:\n  image:\n    repository: bitnami/kafka\n    tag: 4.0.0\n  log4j2: |\n', 4],
    ['Application', 'argoproj.io/v1alpha1', 'source:\n  helm:\n    valuesObject:\n      kafka:\n        log4j2: |\n', 10],
    ['KafkaCluster', 'kafka.banzaicloud.io/v1beta1', 'brokerConfigGroups:\n  default:\n    log4jConfig: |\n', 6],
  ])('%s', (kind, apiVersion, head, by) => {
    const example = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: kafka\nspec:\n${indented(head + indented(yamlForm, by), 2)}`;
    const { text, ranges } = marked(example);
    expect(document(text)).toEqual([
      ['log4j2-unknown-attribute', ranges[0]],
      ['log4j2-invalid-level', ranges[1]],
    ]);
  });
});

describe('in a Compose file', () => {
  const compose = (content: string): string =>
    `services:\n  kafka:\n    image: apache/kafka:4.0.0\n    configs: [logging]\nconfigs:\n  logging:\n    content: |\n${indented(content, 6)}`;

  it('the files that it holds are judged', () => {
    const { text, ranges } = marked(compose(yamlForm));
    expect(document(text, 'compose.yaml')).toEqual([
      ['log4j2-unknown-attribute', ranges[0]],
      ['log4j2-invalid-level', ranges[1]],
    ]);
    expect(rules(compose('log4j.rootLogger=INFO\nlog4j.logger.kafka=INFO\n'), 'compose.yaml')).toEqual(['log4j1-not-read']);
    expect(rules(compose('log4j.rootLogger=INFO\nlog4j.logger.kafka=INFO\n').replace('4.0.0', '3.9.0'), 'compose.yaml')).toEqual([]);
  });
});

/** Ways to write a text between quotes. */
const quotings: readonly (readonly [string, string, (key: string, text: string) => string])[] = [
  [
    'double quotes',
    'kafka.yaml',
    (key, text) => `kind: ConfigMap\napiVersion: v1\n# kafka\ndata:\n  ${key}: ${JSON.stringify(text)}\n  z: y\n`,
  ],
  [
    'single quotes over several lines',
    'kafka.yaml',
    (key, text) =>
      `kind: ConfigMap\napiVersion: v1\n# kafka\ndata:\n  ${key}: '${text.trim().replaceAll("'", "''").replaceAll(/^ +/gm, '').replaceAll('\n', '\n\n    ')}'\n  z: y\n`,
  ],
  [
    'JSON',
    'kafka.json',
    (key, text) =>
      JSON.stringify({ kind: 'ConfigMap', apiVersion: 'v1', metadata: { name: 'kafka' }, data: { [key]: text, z: 'y' } }, null, 2),
  ],
];

describe.each(quotings)('a Log4j2 configuration between %s', (_, path, quote) => {
  it('is judged where it stands', () => {
    const { text } = marked(quote('log4j2.xml', xml.replace(/[«»]/g, '')));
    const here = open(text, path);
    const marks = here.reports(new Map()).map(({ rule, finding }) => {
      const { start, end } = rangeOf(finding.at.entry, finding.part ?? 'value');
      return [rule.id, start.line === end.line ? here.lines[start.line]?.slice(start.character, end.character) : undefined];
    });
    expect(marks).toEqual([
      ['log4j2-unknown-attribute', 'taget'],
      ['log4j2-undefined-appender', 'OUTT'],
    ]);
  });

  it('fixes keep the quotes and the rest', () => {
    const { text } = marked(quote('log4j2.xml', xml.replace(/[«»]/g, '')));
    const here = open(text, path);
    for (const { finding } of here.reports(new Map())) {
      const [action] = actionsAt(here, rangeOf(finding.at.entry, finding.part ?? 'value'), new Map());
      const [wrong = '', right = ''] = finding.message.includes('taget') ? ['taget', 'target'] : ['OUTT', 'OUT'];
      expect(action && applyEdits(here.lines, action.edits, here.eol)).toBe(text.replace(wrong, right));
    }
  });

  it('a hover, the outline and comments work', () => {
    const { text, cursor } = marked(quote('log4j2.xml', xml.replace(/[«»]/g, '').replace('status=', 'sta¦tus=')));
    const here = open(text, path);
    expect(cursor && hover(here, cursor, undefined)?.markdown).toContain('`Configuration`');
    expect(symbols(here).map(({ name }) => name)).toContain('PatternLayout');
    const silent = xml.replace(/[«»]/g, '').replace('<Console', '<!-- kafka-config: ignore=all -->\n<Console');
    expect(rules(quote('log4j2.xml', silent), path)).toEqual(['log4j2-undefined-appender']);
  });
});

describe('a template of a chart', () => {
  it('is judged where nothing is filled in', () => {
    const text =
      '{{- if .Values.logging }}\n{{- tpl .Values.logging . | nindent 4 }}\n{{- else }}\nappender.console.type = Console\nappender.console.name = OUT\nappender.console.layout.type = PatternLayout\nrootLogger.level = {{ .Values.level }}\nrootLogger.appenderRef.a.ref = OUT\nlogger.a.name = a\nlogger.a.level = LOUD\n{{- end }}\n';
    expect(rules(configMap('log4j2.properties', text))).toEqual(['log4j2-invalid-level']);
    expect(rules(configMap('log4j2.xml', `{{- if .Values.a }}\n${xml.replace(/[«»]/g, '')}{{- end }}\n`))).toEqual([]);
  });
});

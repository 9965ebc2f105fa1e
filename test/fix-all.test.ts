import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixAll } from '../server/src/features/actions.ts';
import { Document } from '../server/src/features/document.ts';
import { pickFormat } from '../server/src/formats/pick.ts';
import { parseProperties, properties } from '../server/src/formats/properties.ts';
import { rules } from '../server/src/rules/index.ts';
import type { Role } from '../server/src/schema/roles.ts';
import { latestVersion, printVersion } from '../server/src/schema/version.ts';
import { edited } from './formats/keeping.ts';
import { plain } from './marked.ts';
import { javaText, type Pairs, type Place, said } from './places.ts';

function pairsOf(text: string): Pairs {
  return Array.from(parseProperties(text.split('\n')).entries(), (entry) => [entry.key, entry.value] as const);
}

function open(text: string, path: string, role?: Role): Document {
  return new Document(text, pickFormat(path) ?? properties, {
    path,
    ...(role !== undefined && { role, said: 'the test', kafka: latestVersion() }),
  });
}

/** The settings that examples of rules with a safe fix are made of, by their role. */
const faulty = new Map<Role, Pairs[]>();
for (const rule of rules.filter(({ family }) => family === undefined || family === 'java' || family === 'any'))
  for (const { text, role = rule.roles === 'all' ? 'producer' : rule.roles[0], only, kafka } of rule.examples) {
    if (only !== undefined || kafka !== undefined || role === undefined || text.includes('kafka-config:')) continue;
    if (fixAll(open(plain(text), 'a.properties', role), new Map()).length === 0) continue;
    faulty.set(role, [...(faulty.get(role) ?? []), pairsOf(plain(text))]);
  }

/** Settings of several examples of a role; of those that set a key twice the first. */
const mixture = fc
  .constantFrom(...[...faulty].filter(([, all]) => all.length > 1))
  .chain(([role, all]) =>
    fc
      .array(fc.constantFrom(...all), { minLength: 1, maxLength: 5 })
      .map((some) => ({ role, pairs: [...new Map(some.flat().toReversed())].toReversed() as Pairs })),
  );

/** The settings of a document that count. */
function settingsOf(document: Document, role: Role): ReadonlyMap<string, string> {
  const config = document.placement.configs.find((one) => one.role === role);
  return new Map(Array.from(config?.settings() ?? [], ({ entry }) => [entry.key, entry.value]));
}

/** A text after rounds of all fixes; as often as there is something to fix, but no more than some times. */
function rounds(text: string, path: string, role?: Role): readonly string[] {
  const texts = [text];
  for (;;) {
    const now = texts.at(-1) ?? '';
    const edits = fixAll(open(now, path, role), new Map());
    if (edits.length === 0) return texts;
    if (texts.length > 5) throw new Error(`never done: ${now}`);
    texts.push(edited(now, edits));
  }
}

const whole = said.filter(({ partial }) => !partial);

describe('all fixes at once', () => {
  it('have examples', () => {
    expect([...faulty.values()].flat().length).toBeGreaterThan(20);
  });

  it.each(whole.map((place) => [place.name, place] as const))('come to the same in %s as in a file of properties', (_, place) => {
    fc.assert(
      fc.property(mixture, ({ role, pairs }) => {
        const text = printedIn(place, pairs);
        if (text === undefined) return;
        const here = rounds(text, place.path, role);
        const there = rounds(printedIn(flat, pairs) ?? '', flat.path, role);
        expect(here.map((one) => settingsOf(open(one, place.path, role), role))).toEqual(
          there.map((one) => settingsOf(open(one, flat.path, role), role)),
        );
        const last = (here.at(-1) ?? '').replace(/: \{\}(?=\n)/, ':');
        expect(last.startsWith(place.head) && last.endsWith(place.tail), last).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

const flat: Place = {
  name: 'a file of properties',
  path: 'a.properties',
  roles: 'all',
  head: '',
  tail: '',
  print: (pairs) => `${javaText(pairs)}\n`,
};

function printedIn(place: Place, pairs: Pairs): string | undefined {
  const body = place.print(pairs, printVersion(latestVersion()));
  return body === undefined ? undefined : place.head + body + place.tail;
}

/** A text after one round, with nothing that the author's words say about it. */
function once(path: string, text: string): string {
  return edited(text, fixAll(open(text, path), new Map()));
}

describe('fixes side by side', () => {
  const converter = 'org.apache.kafka.connect.json.JsonConverter';

  it('take the right commas with them in JSON', () => {
    const connector = (own: string): string =>
      `{\n  "name": "x",\n  "config": {\n    "connector.class": "com.example.Sink", "key.converter": "${converter}",\n    "value.converter": "${converter}",\n    "header.converter": "${converter}"${own}\n  }\n}\n`;
    const types = ['key', 'value', 'header'].map((one) => `"${one}.converter.converter.type": "${one === 'key' ? 'value' : 'key'}"`);
    expect(once('x.json', connector(`, ${types.join(', ')}`))).toBe(connector(''));
    expect(once('x.json', connector(`,\n    ${types.join(',\n    ')}`))).toBe(connector(''));
  });

  it('leave a map where they leave nothing in it', () => {
    const text = (own: string): string =>
      `apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nspec:\n  bootstrapServers: a:1 # behind\n  config:${own}\n  replicas: 1\n`;
    const types = '\n    # of both\n    key.converter.converter.type: value\n    value.converter.converter.type: key';
    expect(once('x.yaml', text(types))).toBe(text(' {}\n    # of both'));
  });
});

describe('a map that a template puts more into', () => {
  const text = (own: string): string =>
    `# kafka\napiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nspec:\n  bootstrapServers: a:1\n  config:\n${own}  replicas: 1\n`;
  const types = '    key.converter.converter.type: value\n';

  it.each([
    `    {{- toYaml .Values.config | nindent 4 }}\n`,
    `{{- range $k, $v := .Values.config }}\n    {{ $k }}: {{ $v }}\n{{- end }}\n`,
    `    {% for k in config %}\n    {% endfor %}\n`,
  ])('is left to it: %j', (template) => {
    expect(once('x.yaml', text(types + template))).toBe(text(template));
    expect(once('x.yaml', text(template + types))).toBe(text(template));
  });

  it('is known while it is typed', () => {
    const document = open(text(types), 'x.yaml');
    document.reports(new Map());
    document.change({
      range: { start: { line: 7, character: 0 }, end: { line: 7, character: 0 } },
      text: '    {{- toYaml .Values.config | nindent 4 }}\n',
    });
    expect(edited(document.text(), fixAll(document, new Map()))).not.toContain('{}');
    document.change({ range: { start: { line: 7, character: 0 }, end: { line: 8, character: 0 } }, text: '' });
    expect(edited(document.text(), fixAll(document, new Map()))).toContain('config: {}');
  });
});

describe('fixes that add a key', () => {
  it('are made at once where the key comes to stand in several maps', () => {
    const login = 'sasl.jaas.config: org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b";';
    const client = (of: string, own: string): string =>
      `    ${of}:\n      properties:\n        security.protocol: SASL_SSL\n        ${login}\n${own}`;
    const text = (own: string): string => `spring:\n  kafka:\n${client('producer', own)}${client('consumer', own)}`;
    expect(once('application.yml', text(''))).toBe(text('        sasl.mechanism: PLAIN\n'));
  });
});

describe('a fix of what an anchor marks', () => {
  const compose = (one: string, other: string, mechanisms: string): string =>
    `x-env: &env\n  KAFKA_PROCESS_ROLES: broker\n  KAFKA_SASL_ENABLED_MECHANISMS: ${mechanisms} # of both\nservices:\n  a:\n    image: apache/kafka:${one}\n    environment:\n      <<: *env\n  b:\n    image: apache/kafka:${other}\n    environment: *env\n`;

  it('is made where all have need of it', () => {
    expect(once('compose.yaml', compose('4.4.0', '4.4.0', '"PLAIN,PLAIN"'))).toBe(compose('4.4.0', '4.4.0', '"PLAIN"'));
  });

  it('is left to a person where one has', () => {
    const text = compose('4.4.0', '3.9.0', '"PLAIN,PLAIN"');
    expect(
      open(text, 'compose.yaml')
        .reports(new Map())
        .some(({ rule }) => rule.id === 'list-names-twice'),
    ).toBe(true);
    expect(once('compose.yaml', text)).toBe(text);
  });
});

import { describe, expect, it } from 'vitest';
import { type EnvNames, envNames } from '../server/src/configs/env-names.ts';
import { Document } from '../server/src/features/document.ts';
import { pickFormat } from '../server/src/formats/pick.ts';
import { parseProperties, properties } from '../server/src/formats/properties.ts';
import { editsOf } from '../server/src/rules/fix.ts';
import { rules } from '../server/src/rules/index.ts';
import type { Example, Rule } from '../server/src/rules/rule.ts';
import type { Role } from '../server/src/schema/roles.ts';
import { type KafkaVersion, latestVersion, parseVersion, printVersion } from '../server/src/schema/version.ts';
import { placeEdits } from '../server/src/text/edit.ts';
import { edited } from './formats/keeping.ts';
import { plain } from './marked.ts';

type Pairs = readonly (readonly [string, string])[];

/** A file in which settings of a role stand among other things. */
interface Place {
  readonly name: string;
  readonly path: string;
  readonly roles: 'all' | readonly Role[];
  readonly head: string;
  readonly tail: string;
  /** The settings, each with the lines it needs; undefined where they cannot be written there. */
  print(pairs: Pairs, kafka: string): string | undefined;
  /** True where the place does not say the role itself. */
  readonly said?: true;
}

const yamlKey = (key: string): string => (/^[\w.-]+$/.test(key) ? key : JSON.stringify(key));
const javaText = (pairs: Pairs): string =>
  pairs
    .map(
      ([key, value]) =>
        `${key.replace(/[ :=\\]/g, '\\$&')}=${value.replace(/\\/g, '\\\\').replace(/^ /, '\\ ').replace(/\n/g, '\\n').replace(/\t/g, '\\t')}`,
    )
    .join('\n');
const printed = (pairs: Pairs, one: (key: string, value: string) => string): string =>
  pairs.map(([key, value]) => one(key, value)).join('');

const resource = '# kafka\nkind: ConfigMap\napiVersion: v1\ndata:\n  first: x # behind\n';

const said: readonly Place[] = [
  {
    name: 'single quotes',
    path: 'a.yaml',
    roles: 'all',
    said: true,
    head: '# kafka\nother: [a, "b"]\nkafka:\n  # above\n',
    tail: 'last: 1\n',
    print: (pairs) =>
      pairs.some(([, value]) => /[^\x20-\x7e]/.test(value))
        ? undefined
        : printed(pairs, (key, value) => `  ${yamlKey(key)}: '${value.replaceAll("'", "''")}'\n`),
  },
  {
    name: 'braces over lines',
    path: 'a.yaml',
    roles: 'all',
    said: true,
    head: '# kafka\nkafka: { # open\n',
    tail: '  } # closed\nlast: 1\n',
    print: (pairs) => `  ${pairs.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n  ')}\n`,
  },
  {
    name: 'a block scalar with Windows line ends',
    path: 'a.yaml',
    roles: 'all',
    said: true,
    head: `${resource}  server.properties: |-\n`.replaceAll('\n', '\r\n'),
    tail: '  last: 1\r\n',
    print: (pairs) => `${javaText(pairs).replace(/^/gm, '    ')}\n`.replaceAll('\n', '\r\n'),
  },
  {
    name: 'a text between quotes',
    path: 'a.yaml',
    roles: 'all',
    said: true,
    head: `${resource}  server.properties: "`,
    tail: '"\n  last: 1\n',
    print: (pairs) => (pairs.length < 2 ? undefined : JSON.stringify(javaText(pairs)).slice(1, -1)),
  },
];

const places: readonly Place[] = [
  {
    name: 'a here-document of Terraform’s',
    path: 'main.tf',
    roles: ['broker'],
    head: 'module "msk" {\n  server_properties = <<-EOT\n',
    tail: '  EOT\n  name = "x" # behind\n}\n',
    print: (pairs) => `${javaText(pairs).replace(/^/gm, '    ')}\n`,
  },
  {
    name: 'a map of Terraform’s',
    path: 'main.tf',
    roles: ['topic'],
    head: 'resource "kafka_topic" "t" {\n  config = {\n',
    tail: '  }\n}\n',
    print: (pairs) =>
      printed(pairs, (key, value) => `    ${JSON.stringify(key)} = ${JSON.stringify(value).replace(/([$%])\{/g, '$1$1{')}\n`),
  },
  ...(['producer', 'consumer', 'admin', 'streams'] as const).flatMap((role): readonly Place[] => [
    {
      name: `Spring’s maps for ${role}`,
      path: 'application.yml',
      roles: [role],
      head: `server:\n  port: 1\nspring:\n  kafka:\n    ${role}:\n      properties:\n`,
      tail: 'logging: {a: b}\n',
      print: (pairs) =>
        printed(pairs, (key, value) => `        ${/^[\w.-]+$/.test(key) ? key : JSON.stringify(`[${key}]`)}: ${JSON.stringify(value)}\n`),
    },
    {
      name: `Spring’s dotted keys for ${role}`,
      path: 'application.properties',
      roles: [role],
      head: 'server.port=1\n# above\n',
      tail: 'logging.level.root=INFO',
      print: (pairs) => printed(pairs, (key, value) => `${javaText([[`spring.kafka.${role}.properties.${key}`, value]])}\n`),
    },
  ]),
  {
    name: 'Confluent’s lists',
    path: 'kafka.yaml',
    roles: ['broker'],
    head: 'apiVersion: platform.confluent.io/v1beta1\nkind: Kafka\nspec:\n  configOverrides:\n    server:\n',
    tail: '  replicas: 3\n',
    print: (pairs) =>
      pairs.some(([key]) => !/^\w[\w-]*\.[\w.-]+$/.test(key))
        ? undefined
        : printed(pairs, (key, value) => `      - ${JSON.stringify(`${key}=${value}`)}\n`),
  },
  ...(
    [
      ['apache/kafka', 'apache'],
      ['bitnami/kafka', 'bitnami'],
    ] as const
  ).flatMap(([image, family]): readonly Place[] => {
    const names = envNames(family, false);
    const head = 'services:\n  other:\n    image: x\n  kafka:\n';
    const place = (style: string, item: (name: string, value: string) => string): Place => ({
      name: `variables of ${image}, ${style}`,
      path: 'compose.yaml',
      roles: ['broker'],
      head,
      tail: '    ports: [ "9092:9092" ] # behind\n',
      print: (pairs, kafka) =>
        pairs.every(([key, value]) => spellable(names, key) && value === value.trim())
          ? `    image: ${image}:${kafka}\n    environment:\n${printed(pairs, (key, value) => item(names.spell(key) ?? '', value))}`
          : undefined,
    });
    return [
      place('as a list', (name, value) => `      - ${JSON.stringify(`${name}=${value}`)}\n`),
      place('as a map', (name, value) => `      ${name}: ${JSON.stringify(value)} # behind\n`),
    ];
  }),
];

function spellable(names: EnvNames, key: string): boolean {
  return names.spell(key) !== undefined;
}

function pairsOf(text: string): Pairs {
  return Array.from(parseProperties(text.split('\n')).entries(), (entry) => [entry.key, entry.value] as const);
}

function roleOf(rule: Rule, example: Example): Role {
  return example.role ?? (rule.roles === 'all' ? 'producer' : (rule.roles[0] ?? 'producer'));
}

function kafkaOf(rule: Rule, example: Example): KafkaVersion {
  const newest = rule.kafka?.until === undefined ? latestVersion() : parseVersion(rule.kafka.until);
  return (example.kafka === undefined ? newest : parseVersion(example.kafka)) ?? latestVersion();
}

/** Keys that come once: nested formats have no place for a second. */
function isFlat(example: Example): boolean {
  const keys = pairsOf(plain(example.text)).map(([key]) => key);
  return keys.length > 0 && new Set(keys).size === keys.length && !plain(example.text).includes('kafka-config:');
}

const portable = rules.filter((rule) => rule.family === undefined || rule.family === 'java' || rule.family === 'any');

describe.each([...said, ...places])('in $name', (place) => {
  const open = (text: string, role: Role, kafka: KafkaVersion): Document =>
    new Document(text, pickFormat(place.path) ?? properties, { path: place.path, kafka, ...(place.said && { role, said: 'the test' }) });
  const cases = portable.flatMap((rule) => {
    const examples = rule.examples.filter((example) => {
      const role = roleOf(rule, example);
      return example.only === undefined && isFlat(example) && (place.roles === 'all' || place.roles.includes(role));
    });
    return examples.length === 0 ? [] : [[rule.id, rule, examples] as const];
  });

  it.each(cases)('%s says what it says of a file of properties, and its fixes keep what is around', (_, rule, examples) => {
    for (const example of examples) check(rule, example);
  });

  let carriedOut = 0;

  it('carries fixes out', () => {
    expect(carriedOut).toBeGreaterThan(1);
  });

  function check(rule: Rule, example: Example): void {
    const [role, kafka] = [roleOf(rule, example), kafkaOf(rule, example)];
    const pairs = pairsOf(plain(example.text));
    const body = place.print(pairs, printVersion(kafka));
    if (body === undefined) return;
    const text = place.head + body + place.tail;
    const here = open(text, role, kafka);
    const config = here.placement.configs.find((one) => one.role === role && one.size > 0);
    if (config === undefined || (!place.said && config.kafka !== kafka)) return;
    const there = new Document(plain(example.text), properties, { path: 'a.properties', role, kafka, said: 'the test' });
    const saidOf = (document: Document): readonly string[] =>
      document.reports(new Map()).flatMap(({ rule: of, finding }) => (of.id === rule.id ? [`${finding.at.key}: ${finding.message}`] : []));
    if (place.said) expect(saidOf(here), text).toEqual(saidOf(there));
    for (const report of here.reports(new Map())) {
      const [fix] = report.finding.fixes ?? [];
      const edits = report.rule.id === rule.id && fix !== undefined ? editsOf(fix) : undefined;
      if (edits === undefined) continue;
      carriedOut += 1;
      const after = edited(text, placeEdits(edits, here.eol));
      // A map that is left without a member says so.
      const around = after.replace(/: \{\}(?=\n)/, ':');
      expect(around.startsWith(place.head) && around.endsWith(place.tail), after).toBe(true);
      const fixed = open(after, role, kafka);
      const before = new Set(here.reports(new Map()).map((one) => one.rule.id));
      const renamed = new Set(fix?.steps.flatMap((step) => (step.do === 'rename' ? [step.key] : [])));
      const now = fixed.reports(new Map());
      expect(
        now.filter((one) => !renamed.has(one.finding.at.key) && !before.has(one.rule.id)).map((one) => one.finding.message),
        after,
      ).toEqual([]);
      const same = (one: (typeof now)[number]): boolean => one.rule.id === rule.id && one.finding.message === report.finding.message;
      expect(now.filter(same).length, after).toBeLessThan(here.reports(new Map()).filter(same).length);
    }
  }
});

import { type EnvNames, envNames } from '../server/src/configs/env-names.ts';
import type { Role } from '../server/src/schema/roles.ts';

export type Pairs = readonly (readonly [string, string])[];

/** A file in which settings of a role stand among other things. */
export interface Place {
  readonly name: string;
  readonly path: string;
  readonly roles: 'all' | readonly Role[];
  readonly head: string;
  readonly tail: string;
  /** The settings, each with the lines it needs; undefined where they cannot be written there. */
  print(pairs: Pairs, kafka: string): string | undefined;
  /** True where the place does not say the role itself. */
  readonly said?: true;
  /** True where more may be set elsewhere: what is missing is not said to be. */
  readonly partial?: true;
}

const yamlKey = (key: string): string => (/^[\w.-]+$/.test(key) ? key : JSON.stringify(key));
/** The lines of a properties file. */
export const javaText = (pairs: Pairs): string =>
  pairs
    .map(
      ([key, value]) =>
        `${key.replace(/[ :=\\]/g, '\\$&')}=${value.replace(/\\/g, '\\\\').replace(/^ /, '\\ ').replace(/\n/g, '\\n').replace(/\t/g, '\\t')}`,
    )
    .join('\n');
const printed = (pairs: Pairs, one: (key: string, value: string) => string): string =>
  pairs.map(([key, value]) => one(key, value)).join('');

const resource = '# kafka\nkind: ConfigMap\napiVersion: v1\ndata:\n  first: x # behind\n';

/** What the author says to be of some role. */
export const said: readonly Place[] = [
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
  {
    name: 'an INI file',
    path: 'a.ini',
    roles: 'all',
    said: true,
    partial: true,
    head: '; kafka\n',
    tail: '# last',
    print: (pairs) =>
      pairs.some(([key, value]) => /[=: ]/.test(key) || /^\s|\s$|\n/.test(value))
        ? undefined
        : printed(pairs, (key, value) => `${key} = ${value}\n`),
  },
];

/** What says itself what it is. */
export const places: readonly Place[] = [
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

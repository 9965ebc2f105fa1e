import type { SettingRule } from '../rule.ts';

const head = 'name=x\nconnector.class=com.example.Sink\nvalue.converter=org.apache.kafka.connect.json.JsonConverter\n';
const simple: ReadonlySet<unknown> = new Set(['boolean', 'int8', 'int16', 'int32', 'int64', 'float', 'double', 'bytes', 'string']);

export const jsonConverterSchema: SettingRule = {
  id: 'json-converter-schema',
  title: 'A schema for the JSON converter, written in JSON',
  why: 'The converter reads the schema of all values when it is made, as it would read one inside a message, and is refused with one that it cannot read.',
  severity: 'error',
  roles: ['connect-distributed', 'connect-standalone', 'connector'],
  kafka: { since: '4.2' },
  source: 'KIP-1054; org.apache.kafka.connect.json.JsonConverter#configure, asConnectSchema',
  examples: [
    {
      text: `${head}value.converter.schema.content=«{"type":"struct"}»\n`,
      role: 'connector',
      message: '`value.converter.schema.content` must be a schema in JSON: a struct has `fields`.',
    },
    {
      text: `${head}value.converter.schema.content=«{'type':'string'}»\n`,
      role: 'connector',
      message: '`value.converter.schema.content` must be a schema in JSON.',
    },
    { text: `${head}value.converter.schema.content=«{"type":"int"}»\n`, role: 'connector' },
    { text: `${head}value.converter.schema.content={"type":"struct","fields":[{"field":"id","type":"int64"}]}\n`, role: 'connector' },
    { text: `${head}value.converter.schema.content=\n`, role: 'connector' },
  ],
  reads: 'each',
  of: ({ key }) => key.endsWith('.converter.schema.content'),
  *check(setting) {
    if (setting.definition === undefined || setting.unknown || setting.value === '') return;
    const json = readJson(setting.entry.value);
    const fault = json === undefined ? '' : json === null ? undefined : faultOf(json);
    if (fault !== undefined)
      yield { at: setting, message: `\`${setting.key}\` must be a schema in JSON${fault === '' ? '' : `: ${fault}`}.` };
  },
};

/** An object of the schema's text. */
interface Node {
  readonly type?: unknown;
  readonly items?: unknown;
  readonly keys?: unknown;
  readonly values?: unknown;
  readonly fields?: unknown;
  readonly field?: unknown;
  readonly parameters?: unknown;
}

const texts = /"(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})|[^"\\])*"/g;
const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;
/** An object or array whose parts are folded already, with `\ue000` for a text and `\ue001` for any other value. */
const folded = /\{(?:\ue000:[\ue000\ue001](?:,\ue000:[\ue000\ue001])*)?\}|\[(?:[\ue000\ue001](?:,[\ue000\ue001])*)?\]/g;

/** The value that a text of JSON holds; undefined where it is none, null also where something stands behind it, which Kafka does not look at. */
function readJson(text: string): unknown {
  let rest = text.replace(texts, '\ue000').replace(plain, '\ue001').replace(/\s+/g, '');
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(folded, '\ue001');
  }
  if (!/^[\ue000\ue001]/.test(rest)) return undefined;
  return rest.length > 1 ? null : JSON.parse(text);
}

/** What a schema lacks, as the end of a sentence; empty where nothing can be said. */
function faultOf(schema: unknown): string | undefined {
  if (!isObject(schema) || typeof schema.type !== 'string') return 'a schema has a `type`';
  return faultOfType(schema) ?? faultOfParameters(schema.parameters);
}

function faultOfType(schema: Node): string | undefined {
  if (schema.type === 'array') return isObject(schema.items) ? faultOf(schema.items) : 'an array has `items`';
  if (schema.type === 'map') {
    if (!isObject(schema.keys) || !isObject(schema.values)) return 'a map has `keys` and `values`';
    return faultOf(schema.keys) ?? faultOf(schema.values);
  }
  if (schema.type !== 'struct') return simple.has(schema.type) ? undefined : 'a `type` is `string`, `int32`, `struct` or its like';
  if (!Array.isArray(schema.fields)) return 'a struct has `fields`';
  for (const field of schema.fields) {
    const fault = isObject(field) && typeof field.field === 'string' ? faultOf(field) : 'each of its fields is named by `field`';
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOfParameters(parameters: unknown): string | undefined {
  return isObject(parameters) && Object.values(parameters).some((value) => typeof value !== 'string')
    ? 'its `parameters` are texts'
    : undefined;
}

function isObject(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

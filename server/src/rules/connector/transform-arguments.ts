import type { Config, Setting } from '../../configs/config.ts';
import { splitList } from '../../schema/value.ts';
import { atLeast } from '../../schema/version.ts';
import { withoutEnd } from '../../text/split.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { isFieldPath } from './field-path.ts';
import { aliases } from './scopes.ts';

const home = 'org.apache.kafka.connect.transforms.';
/** The types that Cast takes, in any case. */
const castTypes = /^(int8|int16|int32|int64|float32|float64|boolean|string)$/i;

export const transformArguments: RelationRule = {
  id: 'transform-arguments',
  title: 'What Kafka’s own transformations make of their properties',
  why: 'Their definitions take any text. The classes read it when the connector is checked or its tasks start, and refuse what they cannot use.',
  severity: 'error',
  roles: ['connector', 'mirror-maker'],
  kafka: { since: '0.11.0' },
  source: 'org.apache.kafka.connect.transforms.Cast, ReplaceField, HeaderFrom, InsertField, SetSchemaMetadata, TimestampConverter',
  examples: [
    {
      text: `name=x\nconnector.class=com.example.Source\ntransforms=t\ntransforms.t.type=${home}Cast$Value\ntransforms.t.spec=«id:int»\n`,
      message: '`transforms.t.spec` must be a type or a list of `field:type`; `id:int` is none.',
    },
    {
      text: `name=x\nconnector.class=com.example.Source\ntransforms=t\ntransforms.t.type=${home}ReplaceField$Value\ntransforms.t.renames=«a->b»\n`,
      message: '`transforms.t.renames` must be a list of `old:new`; `a->b` is none.',
    },
    {
      text: `name=x\nconnector.class=com.example.Source\ntransforms=t\ntransforms.t.type=${home}ReplaceField$Value\ntransforms.t.renames=«a:b,»\n`,
      message: '`transforms.t.renames` must be a list of `old:new`; what stands beside a comma is none.',
    },
    {
      text: `name=x\nconnector.class=com.example.Source\ntransforms=t\ntransforms.t.type=${home}TimestampConverter$Value\ntransforms.t.target.type=string\ntransforms.t.format=«yyyy-MM-ddTHH:mm»\n`,
      message: "`transforms.t.format` must be a pattern of dates such as `yyyy-MM-dd'T'HH:mm:ss`.",
    },
    {
      text: `name=x\nconnector.class=com.example.Source\ntransforms=t\ntransforms.t.type=«${home}InsertField$Value»\n`,
      message: '`transforms.t.type` inserts nothing: one of its fields must be set.',
    },
    {
      text: `name=x\nconnector.class=com.example.Source\ntransforms=t\ntransforms.t.type=${home}Cast$Value\ntransforms.t.spec=«id:bytes»\n`,
    },
    {
      text: `name=x\nconnector.class=com.example.Source\ntransforms=t\ntransforms.t.type=${home}ExtractField$Value\ntransforms.t.field.syntax.version=V2\ntransforms.t.field=«a.\`b»\n`,
    },
    {
      text: `name=x\nconnector.class=com.example.Source\ntransforms=t\ntransforms.t.type=${home}ExtractField$Value\ntransforms.t.field.syntax.version=V2\ntransforms.t.field=a.\`b.c\`.d\n`,
    },
    {
      text: `name=x\nconnector.class=com.example.Source\ntransforms=t\ntransforms.t.type=${home}Cast$Value\ntransforms.t.spec=id:int32,age:STRING\n`,
    },
    { text: `name=x\nconnector.class=com.example.Source\ntransforms=t\ntransforms.t.type=${home}Cast$Value\ntransforms.t.spec=int32\n` },
    {
      text: `name=x\nconnector.class=com.example.Source\ntransforms=t\ntransforms.t.type=${home}TimestampConverter$Value\ntransforms.t.target.type=«date»\n`,
      kafka: '2.8',
      message: '`transforms.t.target.type` must be `string`, `unix`, `Date`, `Time` or `Timestamp`.',
    },
    {
      text: `name=x\nconnector.class=com.example.Source\ntransforms=t\ntransforms.t.type=${home}TimestampConverter$Value\ntransforms.t.target.type=string\ntransforms.t.format=yyyy-MM-dd'T'HH:mm:ss.SSSXXX ''z\n`,
    },
  ],
  reads: ['transforms', 'transforms.*'],
  *check(config) {
    for (const alias of aliases(config, 'transforms')) {
      const type = config.own(`${alias}.type`);
      if (type === undefined || type.unknown || !type.value.startsWith(home)) continue;
      const simple = type.value.slice(home.length).replace(/\$(Key|Value)$/, '');
      yield* checks[simple]?.(config, type, alias) ?? [];
    }
  },
};

type Check = (config: Config, type: Setting, prefix: string) => Generator<Finding>;

const checks: Readonly<Record<string, Check>> = {
  *Cast(config, _type, prefix) {
    const spec = known(config, `${prefix}.spec`);
    if (spec === undefined) return;
    const parts = splitList(spec.value);
    const whole = parts.find((part) => javaSplit(part).length === 1);
    const wrong = parts.find((part) => !isCast(javaSplit(part)));
    if (parts.length === 0) yield { at: spec, part: 'key', message: `\`${spec.key}\` must name at least one field to cast.` };
    else if (wrong !== undefined)
      yield { at: spec, message: `\`${spec.key}\` must be a type or a list of \`field:type\`; ${words(wrong)} is none.` };
    else if (whole !== undefined && parts.length > 1)
      yield { at: spec, message: `\`${spec.key}\` must be one type alone where the whole is cast.` };
  },
  *ReplaceField(config, _type, prefix) {
    const renames = known(config, `${prefix}.renames`);
    const wrong = splitList(renames?.value ?? '').find((part) => javaSplit(part).length !== 2);
    if (renames !== undefined && wrong !== undefined)
      yield { at: renames, message: `\`${renames.key}\` must be a list of \`old:new\`; ${words(wrong)} is none.` };
  },
  *ExtractField(config, _type, prefix) {
    if (!atLeast(config.kafka, '3.8')) return;
    const field = config.own(`${prefix}.field.syntax.version`)?.value.toUpperCase() === 'V2' ? known(config, `${prefix}.field`) : undefined;
    if (field !== undefined && !isFieldPath(field.value))
      yield {
        at: field,
        message: `\`${field.key}\` must close each backtick at the end of a step; one that is meant has a \`\\\` before it.`,
      };
  },
  *HeaderFrom(config, _type, prefix) {
    const fields = known(config, `${prefix}.fields`);
    const headers = known(config, `${prefix}.headers`);
    if (fields === undefined || headers === undefined || splitList(fields.value).length === splitList(headers.value).length) return;
    yield { at: headers, message: `\`${headers.key}\` must have as many elements as \`${fields.key}\`.` };
  },
  *InsertField(config, type, prefix) {
    const names = ['topic', 'partition', 'offset', 'timestamp', 'static'].map((part) => `${prefix}.${part}.field`);
    if (!names.some((name) => config.has(name)))
      yield { at: type, message: `\`${type.key}\` inserts nothing: one of its fields must be set.` };
    const field = config.own(`${prefix}.static.field`);
    if (field !== undefined && !config.has(`${prefix}.static.value`))
      yield { at: field, message: `\`${prefix}.static.value\` must be set where \`${field.key}\` is.` };
  },
  *SetSchemaMetadata(config, type, prefix) {
    if (config.has(`${prefix}.schema.name`) || config.has(`${prefix}.schema.version`)) return;
    yield { at: type, message: `\`${prefix}.schema.name\` or \`${prefix}.schema.version\` must be set.` };
  },
  *TimestampConverter(config, _type, prefix) {
    const target = known(config, `${prefix}.target.type`);
    const format = config.own(`${prefix}.format`);
    if (format !== undefined && !format.unknown && !isDatePattern(format.value))
      yield { at: format, message: `\`${format.key}\` must be a pattern of dates such as \`yyyy-MM-dd'T'HH:mm:ss\`.` };
    // Later releases define which there are.
    if (target !== undefined && !atLeast(config.kafka, '3.2') && !timestampTypes.has(target.value))
      yield { at: target, message: `\`${target.key}\` must be \`string\`, \`unix\`, \`Date\`, \`Time\` or \`Timestamp\`.` };
    if (target?.value !== 'string' || format?.unknown || (format?.value ?? '').trim() !== '') return;
    yield { at: target, message: `\`${prefix}.format\` must be set where \`${target.key}\` is \`string\`.` };
  },
};

/** A comma too many leaves an element of nothing. */
function words(part: string): string {
  return part === '' ? 'what stands beside a comma' : `\`${part}\``;
}

const timestampTypes: ReadonlySet<string> = new Set(['string', 'unix', 'Date', 'Time', 'Timestamp']);

/** `String#split`, which drops what is empty at the end. */
function javaSplit(part: string): readonly string[] {
  return withoutEnd(part, ':').split(':');
}

function isCast(pair: readonly string[]): boolean {
  return pair.length <= 2 && castTypes.test((pair.at(-1) ?? '').trim());
}

/** `java.text.SimpleDateFormat`: letters mean something or stand in quotes, which are closed; a zone `X` has three at most. */
function isDatePattern(pattern: string): boolean {
  const bare = pattern.replace(/'[^']*'/g, ' ');
  return !/'|X{4}|(?![GyYMLwWDdFEuaHkKhmsSzZX])[a-zA-Z]/.test(bare);
}

function known(config: Config, key: string): Setting | undefined {
  const setting = config.own(key);
  return setting === undefined || setting.unknown ? undefined : setting;
}

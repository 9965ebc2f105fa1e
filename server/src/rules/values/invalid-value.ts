import type { Config, Setting } from '../../configs/config.ts';
import { hasPlaceholder } from '../../configs/placeholder.ts';
import { componentTable } from '../../schema/tables.ts';
import { mayRefuse, refusalOf, splitList } from '../../schema/value.ts';
import { isMadePlain, setByWorker } from '../connect/worker-clients.ts';
import { isOfMirror } from '../mirror/flows.ts';
import { isReadByMirror } from '../mirror/read-by-mirror.ts';
import type { SettingRule } from '../rule.ts';
import { accepts } from './accepted-value.ts';

/** True where nothing in Kafka reads the setting, so that no value of it is refused: of the other kind of connector, of a flow that is not made, or what a worker sets itself. */
export function isNotRead(setting: Setting): boolean {
  const { config, definition, key } = setting;
  if (config.role === 'connector') return isOfTheOtherKind(setting);
  if (config.role === 'mirror-maker') return !isReadByMirror(setting);
  // MirrorMaker keeps the places of its consumers itself.
  if (config.role === 'consumer') return key === 'enable.auto.commit' && isOfMirror(config);
  if (config.role !== 'connect-distributed' || definition?.from === undefined) return false;
  return setByWorker.has(key) || (key === 'enable.idempotence' && isMadePlain(config));
}

/** What a chart's values leave empty, whoever installs the chart fills in. */
function isLeftOpen({ value, config: { identity } }: Setting): boolean {
  return value === '' && identity.scalars === 'printed';
}

/** Of a transformation, predicate or group of topics that its list does not name. */
function isUnlisted(config: Config, key: string): boolean {
  const [, list, name] = /^(transforms|predicates|topic\.creation)\.([^.]+)\./.exec(key) ?? [];
  if (list === undefined || name === undefined || (list === 'topic.creation' && name === 'default')) return false;
  const setting = config.get(list === 'topic.creation' ? 'topic.creation.groups' : list);
  return setting?.unknown !== true && !splitList(setting?.value ?? '').includes(name);
}

/** A source connector's own setting on a sink, or the other way round, as far as the name of the class tells. */
function isOfTheOtherKind({ config, key }: Setting): boolean {
  const className = config.value('connector.class') ?? '';
  if (isUnlisted(config, key)) return true;
  const kind = /Sink(Connector)?$/.test(className) ? 'sink' : /Source(Connector)?$/.test(className) ? 'source' : undefined;
  if (kind === undefined) return false;
  if (kind === 'sink' && key.startsWith('topic.creation.')) return true;
  const has = (component: string) => componentTable(component, config.kafka).has(key);
  return has(kind === 'sink' ? 'connect-source' : 'connect-sink') && !has(`connect-${kind}`) && !has('connect-connector');
}

export const invalidValue: SettingRule = {
  id: 'invalid-value',
  title: 'A value that Kafka cannot take',
  why: 'Kafka parses every value by the property’s type and checks its range or list of values; the program does not start when that fails.',
  severity: 'error',
  roles: 'all',
  source: 'org.apache.kafka.common.config.ConfigDef#parseType and the validator of each property',
  supersedes: ['rebalance-protocols', 'early-access-protocol', 'kraft-needs-node-id'],
  examples: [
    { text: 'linger.ms=«5s»\nacks=all\n', role: 'producer', message: '`linger.ms` must be a whole number.' },
    { text: 'acks=«ALL»\n', role: 'producer', message: '`acks` must be `all`, `-1`, `0` or `1`.', fixed: 'acks=all\n' },
    { text: 'batch.size=«16_384»\n', role: 'producer', message: '`batch.size` must be a whole number.', fixed: 'batch.size=16384\n' },
    {
      text: 'enable.idempotence=«yes»\n',
      role: 'producer',
      message: '`enable.idempotence` must be `true` or `false`.',
      fixed: 'enable.idempotence=true\n',
    },
    { text: 'session.timeout.ms=«45.000»\n', role: 'consumer', message: '`session.timeout.ms` must be a whole number.' },
    { text: 'session.timeout.ms=«1.800.000»\n', role: 'consumer', fixed: 'session.timeout.ms=1800000\n' },
    { text: 'enable.idempotence=TRUE\nacks=all␠\n', role: 'producer' },
    { text: 'acks=${env:ACKS}\n', role: 'producer' },
    { text: 'clusters=A,B\nA->B.enabled=true\nproducer.acks=9\n', role: 'mirror-maker' },
    {
      text: 'clusters=A,B\nA->B.enabled=true\nadmin.timeout.ms=«1m»\n',
      role: 'mirror-maker',
      message: '`admin.timeout.ms` must be a whole number.',
    },
    {
      text: 'clusters=A,B\nA->B.enabled=true\nA->B.transforms=r\nA->B.transforms.r.type=org.apache.kafka.connect.transforms.RegexRouter\nA->B.transforms.r.regex=«(»\nA->B.transforms.r.replacement=x\nB->A.transforms.r.regex=(\n',
      role: 'mirror-maker',
      message: '`A->B.transforms.r.regex` must be a regular expression.',
    },
    {
      text: 'clusters=A,B\nA->B.enabled=true\nA.producer.acks=«9»\n',
      role: 'mirror-maker',
      message: '`acks` must be `all`, `-1`, `0` or `1`.',
    },
  ],
  reads: 'each',
  of: ({ definition }) => definition !== undefined && mayRefuse(definition),
  when: ({ definition, value }) => definition !== undefined && !accepts(definition, value),
  *check(setting) {
    const { definition, value, key, entry } = setting;
    if (definition === undefined || setting.unknown || hasPlaceholder(entry.value) || isNotRead(setting) || isLeftOpen(setting)) return;
    const refusal = refusalOf(definition, value);
    if (refusal === undefined) return;
    const { meant } = refusal;
    yield {
      at: setting,
      message: `\`${key}\` must be ${refusal.wants}.`,
      ...(meant !== undefined && {
        fixes: [{ title: `Set \`${key}\` to \`${meant}\``, safe: true, steps: [{ do: 'set', setting, value: meant }] }],
      }),
    };
  },
};

import type { Setting } from '../../configs/config.ts';
import { splitList } from '../../schema/value.ts';
import { atLeast, parseVersion } from '../../schema/version.ts';
import type { SettingRule } from '../rule.ts';
import { isNotRead } from './invalid-value.ts';

/** Connectors look at a list before its twins are dropped, brokers at the tags of a group; MirrorMaker's own too, which get all but these, and the providers in all releases but 4.2.2. */
function isRefused({ config, definition, key }: Setting): boolean {
  if (config.role === 'connector' || config.role === 'group' || key === 'group.streams.rack.aware.assignment.tags') return true;
  const isOfConnectors = definition?.from === undefined && key !== 'clusters' && key !== 'bootstrap.servers';
  return (
    config.role === 'mirror-maker' &&
    isOfConnectors &&
    (key !== 'config.providers' || atLeast(config.kafka, '4.3') || config.kafka < (parseVersion('4.2.2') ?? 0))
  );
}

export const listNamesTwice: SettingRule = {
  id: 'list-names-twice',
  title: 'An element that a list names twice',
  why: 'Since 4.2 Kafka drops what a list names a second time and warns. Connect refuses it in a connector.',
  severity: 'warning',
  roles: 'all',
  kafka: { since: '4.2' },
  source: 'KIP-1161; org.apache.kafka.common.config.ConfigDef#parseValue',
  examples: [
    {
      text: 'bootstrap.servers=«kafka-1:9092,kafka-2:9092,kafka-1:9092»\n',
      role: 'producer',
      message: '`bootstrap.servers` names `kafka-1:9092` twice: Kafka drops the second one.',
      fixed: 'bootstrap.servers=kafka-1:9092,kafka-2:9092\n',
    },
    {
      text: 'name=x\nconnector.class=com.example.Sink\ntopics=«a,a»\n',
      role: 'connector',
      severity: 'error',
      message: '`topics` must name `a` once.',
    },
    {
      text: 'clusters=A,B\nA->B.enabled=true\ntopics=«a,a»\n',
      role: 'mirror-maker',
      kafka: '4.2',
      severity: 'error',
      message: '`topics` must name `a` once.',
    },
    { text: 'clusters=A,B\nA->B.enabled=true\nconfig.providers=«a,a»\n', role: 'mirror-maker', kafka: '4.2.1', severity: 'error' },
    { text: 'clusters=A,B\nA->B.enabled=true\nconfig.providers=«a,a»\n', role: 'mirror-maker', kafka: '4.2.2', severity: 'warning' },
    {
      text: 'streams.rack.aware.assignment.tags=«zone,zone»\n',
      role: 'group',
      kafka: '4.4',
      severity: 'error',
      message: '`streams.rack.aware.assignment.tags` must name `zone` once.',
    },
    { text: 'bootstrap.servers=kafka-1:9092,kafka-2:9092\n', role: 'producer' },
  ],
  reads: 'each',
  of: ({ definition }) => definition?.validator?.kind === 'list',
  when: ({ entry }) => entry.value.includes(','),
  *check(setting) {
    const { definition, key, config } = setting;
    if (definition?.validator?.kind !== 'list' || definition.validator.unique !== true || setting.unknown || !atLeast(config.kafka, '4.2'))
      return;
    const elements = splitList(setting.value);
    const twin = firstTwin(elements);
    if (twin === undefined || isNotRead(setting)) return;
    const refused = isRefused(setting);
    yield {
      at: setting,
      severity: refused ? 'error' : 'warning',
      message: refused ? `\`${key}\` must name \`${twin}\` once.` : `\`${key}\` names \`${twin}\` twice: Kafka drops the second one.`,
      fixes: [{ title: 'Name each element once', safe: true, steps: [{ do: 'set', setting, value: [...new Set(elements)].join(',') }] }],
    };
  },
};

/** The first element that stood there before. */
function firstTwin(elements: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (const element of elements) {
    if (element !== '' && seen.has(element)) return element;
    seen.add(element);
  }
  return undefined;
}

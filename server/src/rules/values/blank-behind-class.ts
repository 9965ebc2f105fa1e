import type { Setting } from '../../configs/config.ts';
import { atLeast } from '../../schema/version.ts';
import type { SettingRule } from '../rule.ts';

const home = 'org.apache.kafka.connect.';
const connector = `name=x\nconnector.class=${home}file.FileStreamSinkConnector\ntopics=a\nfile=/x\n`;
const converters = ['key.converter', 'value.converter', 'header.converter'];

export const blankBehindClass: SettingRule = {
  id: 'blank-behind-class',
  title: 'A blank at the end of a plug-in’s name',
  why: 'Kafka drops the blanks around most values, but looks these up as they stand in the file: with the blank it is the name of something else, which is nowhere.',
  severity: 'error',
  roles: ['connector', 'connect-distributed', 'connect-standalone'],
  kafka: { since: '2.8' },
  source: 'org.apache.kafka.connect.runtime.ConnectorConfig#enrich, AbstractHerder#validateConnectorConfig, Worker',
  examples: [
    {
      text: `name=x\n«connector.class=${home}file.FileStreamSinkConnector␠»\ntopics=a\nfile=/x\n`,
      message: '`connector.class` must have no blanks around its value: Kafka looks for the name with them.',
      fixed: connector,
    },
    { text: `${connector}transforms=t\n«transforms.t.type=${home}transforms.Flatten$Value␠»\n`, kafka: '4.1' },
    { text: `${connector}transforms=t\ntransforms.t.type=${home}transforms.Flatten$Value␠\n`, kafka: '4.0' },
    { text: `${connector}«key.converter=${home}storage.StringConverter␠»\n` },
    { text: `${connector}key.converter=${home}storage.StringConverter␠\n`, kafka: '2.8' },
    {
      text: `name=x\nconnector.class=${home}mirror.MirrorHeartbeatConnector\n«key.converter=${home}converters.ByteArrayConverter␠»\n`,
      kafka: '3.9',
      severity: 'warning',
    },
    {
      text: `name=x\nconnector.class=com.example.Sink\ntopics=a\n«key.converter=${home}storage.StringConverter␠»\n`,
      kafka: '3.9',
      severity: 'warning',
    },
    { text: `${connector}transforms=t\ntransforms.t.type=${home}transforms.Flatten$Value\ntransforms.t.delimiter=_␠\n` },
  ],
  reads: 'each',
  of: ({ key }) => converters.includes(key) || isNamed(key),
  when: ({ entry }) => /^\s|\s$/.test(entry.value),
  *check(setting) {
    if (setting.unknown || setting.value === '' || !isLookedUp(setting)) return;
    yield {
      at: setting,
      part: 'entry',
      ...(isOnlyLogged(setting) && { severity: 'warning' }),
      message: `\`${setting.key}\` must have no blanks around its value: Kafka looks for the name with them.`,
      fixes: [{ title: 'Drop the blanks', safe: true, steps: [{ do: 'set', setting, value: setting.value.trim() }] }],
    };
  },
};

/** Whether this Kafka takes the value raw. */
function isLookedUp({ config, key }: Setting): boolean {
  if (config.role !== 'connector') return converters.includes(key) && atLeast(config.kafka, '4.1');
  if (converters.includes(key)) return atLeast(config.kafka, '3.8');
  return isNamed(key) && (!key.endsWith('.type') || atLeast(config.kafka, '4.1'));
}

/** Names of classes, and of predicates, in a connector. */
function isNamed(key: string): boolean {
  return key === 'connector.class' || /^(?:transforms\.[^.]+\.(?:type|predicate)|predicates\.[^.]+\.type)$/.test(key);
}

/** The connectors of MirrorMaker define converters too, which hid the error before 4.1; others may do so. */
function isOnlyLogged({ config, key }: Setting): boolean {
  if (config.role !== 'connector' || !converters.includes(key) || atLeast(config.kafka, '4.1')) return false;
  const name = config.value('connector.class') ?? '';
  return /\.Mirror\w+Connector$/.test(name) || !/^org\.apache\.kafka\.|^FileStream(?:Sink|Source)(?:Connector)?$/.test(name);
}

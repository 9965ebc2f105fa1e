import { atLeast } from '../../schema/version.ts';
import type { SettingRule } from '../rule.ts';

const json = 'org.apache.kafka.connect.json.JsonConverter';

export const converterTypeSet: SettingRule = {
  id: 'converter-type-set',
  title: 'Connect says itself what a converter is for',
  why: 'Connect tells each converter whether it is for keys, values or headers, whatever the configuration says.',
  severity: 'warning',
  roles: ['connect-distributed', 'connect-standalone', 'connector'],
  kafka: { since: '2.0' },
  source: 'org.apache.kafka.connect.runtime.isolation.Plugins#newConverter, newHeaderConverter',
  supersedes: ['invalid-value'],
  examples: [
    {
      text: `group.id=connect\nvalue.converter=${json}\n«value.converter.converter.type»=key\n`,
      role: 'connect-distributed',
      message: '`value.converter.converter.type` is ignored: Connect sets it itself.',
      fixed: `group.id=connect\nvalue.converter=${json}\n`,
    },
    {
      text: `name=x\nconnector.class=com.example.Sink\nheader.converter=${json}\n«header.converter.converter.type»=key\n`,
      role: 'connector',
    },
    {
      text: `name=x\nconnector.class=com.example.Sink\nvalue.converter=com.example.Own\nvalue.converter.converter.type=key\n`,
      role: 'connector',
    },
    {
      text: `name=x\nconnector.class=com.example.Sink\nvalue.converter=${json}\nvalue.converter.converter.type=value\n`,
      role: 'connector',
    },
  ],
  reads: 'each',
  of: ({ key }) => /^(key|value|header)\.converter\.converter\.type$/.test(key),
  *check(setting, { role, kafka }) {
    const { definition, key, value } = setting;
    // A connector's is looked at before it is set, since 3.8.
    const taken = ['key', 'value', 'header'].includes(value) || !atLeast(kafka, '3.8');
    if (definition === undefined || setting.unknown || key.startsWith(`${value}.`) || (role === 'connector' && !taken)) return;
    yield {
      at: setting,
      part: 'key',
      tag: 'unnecessary',
      message: `\`${key}\` is ignored: Connect sets it itself.`,
      fixes: [{ title: `Remove \`${key}\``, safe: true, steps: [{ do: 'remove', setting }] }],
    };
  },
};

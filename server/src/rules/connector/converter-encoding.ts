import { mayBeCharset } from '../../schema/java-charset.ts';
import { atLeast } from '../../schema/version.ts';
import type { SettingRule } from '../rule.ts';

const strings = 'org.apache.kafka.connect.storage.StringConverter';

export const converterEncoding: SettingRule = {
  id: 'converter-encoding',
  title: 'An encoding that Java knows',
  why: 'The converter of text is made when a task starts, and fails where the JVM has no character set of that name.',
  severity: 'error',
  roles: ['connect-distributed', 'connect-standalone', 'connector'],
  source: 'org.apache.kafka.connect.storage.StringConverter#configure; java.nio.charset.Charset',
  examples: [
    {
      text: `name=x\nconnector.class=com.example.Source\nvalue.converter=${strings}\nvalue.converter.converter.encoding=«nope»\n`,
      role: 'connector',
      message: '`value.converter.converter.encoding` must be the name of a character set such as `UTF-8`.',
    },
    {
      text: `name=x\nconnector.class=com.example.Source\nvalue.converter=${strings}\nvalue.converter.converter.encoding=ISO-8859-15\n`,
      role: 'connector',
    },
    {
      text: `name=x\nconnector.class=com.example.Source\nvalue.converter=${strings}\nvalue.converter.converter.encoding=«Latin-1»\n`,
      role: 'connector',
    },
    { text: `name=x\nconnector.class=com.example.Source\nvalue.converter.converter.encoding=nope\n`, role: 'connector' },
  ],
  reads: 'each',
  of: ({ key }) => key.endsWith('.converter.encoding'),
  when: ({ entry }) => !mayBeCharset(entry.value.trim()),
  *check(setting, config) {
    if (setting.unknown || config.value(setting.key.slice(0, -'.converter.encoding'.length)) !== strings) return;
    if (config.role !== 'connector' && setting.key.startsWith('internal.')) return;
    // Before 3.8 the first record fails instead.
    yield {
      at: setting,
      severity: atLeast(config.kafka, '3.8') ? 'error' : 'warning',
      message: `\`${setting.key}\` must be the name of a character set such as \`UTF-8\`.`,
    };
  },
};

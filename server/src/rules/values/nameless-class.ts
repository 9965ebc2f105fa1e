import type { Setting } from '../../configs/config.ts';
import { splitList } from '../../schema/value.ts';
import { atLeast } from '../../schema/version.ts';
import { isOfMirror } from '../mirror/flows.ts';
import type { FixStep, SettingRule } from '../rule.ts';
import { isOfProgramAlone } from './class-kind.ts';
import { isNotRead } from './invalid-value.ts';

const jmx = 'org.apache.kafka.common.metrics.JmxReporter';
/** The lists whose classes are made when a program starts, each since the release that does. */
const made: ReadonlyMap<string, string> = new Map([
  ['metric.reporters', '0.8.2'],
  ['interceptor.classes', '0.10.0'],
  ['rest.extension.classes', '2.0'],
  ['group.consumer.assignors', '3.6'],
  ['group.share.assignors', '4.1'],
]);

export const namelessClass: SettingRule = {
  id: 'nameless-class',
  title: 'A comma with no class beside it',
  why: 'Kafka makes an object of every element of such a list. A comma too many leaves an element without a name, and there is no such class. From 4.2 on the list itself is refused.',
  severity: 'error',
  roles: [
    'producer',
    'consumer',
    'share-consumer',
    'admin',
    'streams',
    'connect-distributed',
    'connect-standalone',
    'mirror-maker',
    'broker',
    'controller',
  ],
  kafka: { until: '4.1' },
  source:
    'org.apache.kafka.common.config.AbstractConfig#getConfiguredInstances; org.apache.kafka.connect.runtime.isolation.Plugins#newPlugins',
  examples: [
    {
      text: `metric.reporters=«${jmx},»\n`,
      role: 'producer',
      kafka: '4.1',
      message: '`metric.reporters` must have a class beside each comma.',
      fixed: `metric.reporters=${jmx}\n`,
    },
    { text: 'interceptor.classes=«,»\n', role: 'consumer', kafka: '3.9', fixed: '' },
    { text: 'interceptor.classes=«com.example.A,,com.example.B»\n', role: 'producer', kafka: '2.8' },
    { text: `metric.reporters=${jmx},com.example.Own\n`, role: 'admin', kafka: '4.1' },
    { text: 'interceptor.classes=\n', role: 'producer', kafka: '4.1' },
    {
      text: 'clusters=A,B\nA->B.enabled=true\nB.rest.extension.classes=com.example.A,,com.example.B\n',
      role: 'mirror-maker',
      kafka: '4.1',
    },
  ],
  reads: 'each',
  of: ({ definition }) => definition?.type === 'list' && made.has(definition.describedAs ?? definition.name),
  when: ({ value }) => value.includes(','),
  *check(setting) {
    const { config, definition, key, value } = setting;
    const since = made.get(definition?.describedAs ?? definition?.name ?? '');
    if (
      since === undefined ||
      !atLeast(config.kafka, since) ||
      setting.unknown ||
      isOfFlow(setting) ||
      isNotRead(setting) ||
      isOfProgramAlone(setting)
    )
      return;
    const names = splitList(value);
    const named = names.filter((name) => name !== '');
    if (named.length === names.length) return;
    const step: FixStep = named.length > 0 ? { do: 'set', setting, value: named.join(',') } : { do: 'remove', setting };
    const title = named.length > 0 ? 'Drop the comma too many' : `Remove \`${key}\``;
    yield { at: setting, message: `\`${key}\` must have a class beside each comma.`, fixes: [{ title, safe: true, steps: [step] }] };
  },
};

/** MirrorMaker parses the list of a flow, and makes its classes only in a task; its workers have no extensions. */
function isOfFlow({ config, key }: Setting): boolean {
  if (key === 'rest.extension.classes') return config.role === 'mirror-maker' || isOfMirror(config);
  return config.role === 'mirror-maker' && key.includes('->');
}

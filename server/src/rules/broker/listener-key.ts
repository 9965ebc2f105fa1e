import type { Setting } from '../../configs/config.ts';
import type { Definition } from '../../schema/definition.ts';
import { define } from '../../schema/schema.ts';
import { refusalOf } from '../../schema/value.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { controllerNames, graphKeys, interBrokerName, listenersOf } from './listener-graph.ts';

const node = 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n';

export const listenerKey: RelationRule = {
  id: 'listener-key',
  title: 'Settings of the whole node behind the name of a listener',
  why: 'For one listener Kafka reads what concerns its security, its connections and its network threads. Other settings behind `listener.name.` are parsed, and refused where they cannot be, but then nothing reads them.',
  severity: 'warning',
  roles: ['broker', 'controller'],
  kafka: { since: '1.0' },
  source: 'org.apache.kafka.common.config.AbstractConfig#valuesWithPrefixOverride; kafka.network.SocketServer',
  examples: [
    {
      text: `${node}«listener.name.plaintext.message.max.bytes»=1000\n`,
      message: '`message.max.bytes` counts for the whole node: Kafka ignores it behind `listener.name.plaintext.`.',
    },
    {
      text: `${node}listener.name.plaintext.connections.max.idle.ms=«10m»\n`,
      severity: 'error',
      message: '`listener.name.plaintext.connections.max.idle.ms` must be a whole number.',
    },
    { text: `${node}listener.name.plaintext.max.connections=10\nlistener.name.plaintext.own.setting=x\n` },
  ],
  reads: ['listener.name.*', ...graphKeys],
  *check(config) {
    const listeners = listenersOf(config)?.map(({ name }) => name);
    const controllers = controllerNames(config);
    if (listeners === undefined || controllers === undefined) return;
    const names = new Set([...listeners, ...controllers.map((name) => name.toUpperCase()), interBrokerName(config) ?? '']);
    for (const setting of config.settings()) {
      const [prefix, name = '', key = ''] = /^listener\.name\.([^.]+)\.(.+)$/.exec(setting.key) ?? [];
      const known = prefix === undefined || setting.definition !== undefined || key === 'security.providers';
      if (known || setting.unknown || name !== name.toLowerCase() || !names.has(name.toUpperCase())) continue;
      yield* ofNode(setting, name, key);
    }
  },
};

/** Kafka looks for the property itself, then for it behind one more part: the name of a mechanism. */
function* ofNode(setting: Setting, listener: string, key: string): Generator<Finding> {
  const { role, kafka } = setting.config;
  const own = define(role, kafka, key);
  const definition: Definition | undefined = own ?? define(role, kafka, key.slice(key.indexOf('.') + 1));
  const refusal = definition === undefined ? undefined : refusalOf(definition, setting.value);
  if (refusal !== undefined) yield { at: setting, severity: 'error', message: `\`${setting.key}\` must be ${refusal.wants}.` };
  else if (own !== undefined)
    yield {
      at: setting,
      part: 'key',
      message: `\`${key}\` counts for the whole node: Kafka ignores it behind \`listener.name.${listener}.\`.`,
    };
}

import { atLeast } from '../../schema/version.ts';
import type { RelationRule } from '../rule.ts';
import { wrongKind } from '../values/shipped-kind.ts';
import { controllerNames, graphKeys, isBroker, listenersOf } from './listener-graph.ts';

const managers = ['remote.log.storage.manager.class.name', 'remote.log.metadata.manager.class.name'] as const;

export const remoteStorageManager: RelationRule = {
  id: 'remote-storage-manager',
  title: 'Tiered storage needs its plug-in and a listener',
  why: 'Kafka brings no remote storage of its own: a class has to be named that writes to it. Its metadata travel over the listener that is named.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '3.5' },
  source: 'KIP-405; org.apache.kafka.server.log.remote.storage.RemoteLogManager, kafka.server.BrokerServer',
  examples: [
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nremote.log.storage.system.enable=«true»\n',
      message: '`remote.log.storage.manager.class.name` must be set while `remote.log.storage.system.enable` is `true`.',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nremote.log.storage.system.enable=true\nremote.log.storage.manager.class.name=com.example.Store\nremote.log.storage.manager.class.path=/opt/store/*\nremote.log.metadata.manager.listener.name=«INTERNAL»\n',
      message: '`remote.log.metadata.manager.listener.name` must be a listener for brokers: `PLAINTEXT`.',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nremote.log.storage.system.enable=true\nremote.log.storage.manager.class.name=com.example.Store\nremote.log.storage.manager.class.path=/opt/store/*\nremote.log.metadata.manager.listener.name=PLAINTEXT\n',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nremote.log.storage.system.enable=true\nremote.log.storage.manager.class.name=«org.apache.kafka.server.log.remote.storage.RemoteStorageManager»\n',
      message: '`remote.log.storage.manager.class.name` must name another class: `RemoteStorageManager` is what such classes implement.',
    },
  ],
  reads: ['remote.log.storage.system.enable', 'remote.log.metadata.manager.listener.name', ...managers, ...graphKeys],
  *check(config) {
    const at = config.get('remote.log.storage.system.enable');
    if (at === undefined || config.boolean(at.key) !== true || isBroker(config) !== true) return;
    for (const key of managers) {
      if (config.get(key) !== undefined || config.default(key) !== undefined || !config.identity.whole) continue;
      yield { at, message: `\`${key}\` must be set while \`remote.log.storage.system.enable\` is \`true\`.`, lacks: [key] };
      return;
    }
    for (const key of managers) {
      const manager = config.own(key);
      if (manager !== undefined && atLeast(config.kafka, '3.6')) yield* wrongKind(manager);
    }
    const named = config.get('remote.log.metadata.manager.listener.name');
    const controllers = controllerNames(config) ?? [];
    const listeners = listenersOf(config)
      ?.map((listener) => listener.name)
      .filter((name) => !controllers.includes(name));
    if (named === undefined || named.unknown || listeners === undefined || listeners.includes(named.value.toUpperCase())) return;
    yield {
      at: named,
      message: `\`${named.key}\` must be a listener for brokers: ${listeners.map((name) => `\`${name}\``).join(' or ')}.`,
    };
  },
};

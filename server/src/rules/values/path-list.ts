import type { RelationRule } from '../rule.ts';

const keys = ['plugin.path', 'log.dirs'] as const;

export const pathList: RelationRule = {
  id: 'path-list',
  title: 'Directories with something else than commas between them',
  why: 'Kafka divides lists at commas. Directories with a `:` or `;` between them, as in `PATH`, are one directory with a long name: a worker finds no plug-ins there, and a broker makes it.',
  severity: 'warning',
  roles: ['connect-distributed', 'connect-standalone', 'broker', 'controller'],
  source: 'org.apache.kafka.connect.runtime.isolation.PluginUtils#pluginLocations; org.apache.kafka.common.config.ConfigDef#parseType',
  examples: [
    {
      text: 'group.id=g\nplugin.path=«/usr/share/java:/opt/connectors»\n',
      role: 'connect-distributed',
      message: '`plugin.path` must have commas between the directories.',
      fixed: 'group.id=g\nplugin.path=/usr/share/java,/opt/connectors\n',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.listener.names=C\ncontroller.quorum.bootstrap.servers=c:9093\nlog.dirs=«/data/a;/data/b»\n',
      role: 'broker',
      message: '`log.dirs` must have commas between the directories.',
      fixed:
        'process.roles=broker\nnode.id=1\ncontroller.listener.names=C\ncontroller.quorum.bootstrap.servers=c:9093\nlog.dirs=/data/a,/data/b\n',
    },
    { text: 'group.id=g\nplugin.path=/usr/share/java,/opt/a b\n', role: 'connect-distributed' },
    { text: 'group.id=g\nplugin.path=C:/connectors,D:/connectors\n', role: 'connect-distributed' },
  ],
  reads: keys,
  *check(config) {
    for (const key of keys) {
      const setting = config.own(key);
      if (setting === undefined || setting.unknown || !/^\/[^:;,]*[:;]\s*\//.test(setting.value)) continue;
      const value = setting.value.replace(/(?<!\s)\s*[:;]\s*(?=\/)/g, ',');
      yield {
        at: setting,
        message: `\`${key}\` must have commas between the directories.`,
        fixes: [{ title: 'Put commas between the directories', safe: true, steps: [{ do: 'set', setting, value }] }],
      };
    }
  },
};

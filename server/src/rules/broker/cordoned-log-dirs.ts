import type { RelationRule } from '../rule.ts';
import { partOf } from './endpoints.ts';
import { isBroker } from './listener-graph.ts';

export const cordonedLogDirs: RelationRule = {
  id: 'cordoned-log-dirs',
  title: 'Only a log directory can be cordoned',
  why: '`cordoned.log.dirs` names directories of `log.dirs` that take no new partitions, or `*` for all of them.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '4.3' },
  source: 'KIP-1066; kafka.server.KafkaConfig#validateCordonedLogDirs',
  examples: [
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlog.dirs=/data/1,/data/2\ncordoned.log.dirs=«/data/3»\n',
      message: '`/data/3` must be one of the `log.dirs`.',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlog.dirs=/data/1,/data/2\ncordoned.log.dirs=/data/2\n',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlog.dirs=/data/1,/data/2\ncordoned.log.dirs=*\n',
    },
    {
      text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlog.dirs=/data/1,/data/2\ncordoned.log.dirs=«*,/data/2»\n',
      message: '`cordoned.log.dirs` must be `*` alone, or name directories.',
    },
  ],
  reads: ['process.roles', 'cordoned.log.dirs', 'log.dirs', 'log.dir'],
  *check(config) {
    const setting = config.own('cordoned.log.dirs');
    const directories = config.get('log.dirs') === undefined ? config.list('log.dir') : config.list('log.dirs');
    const cordoned = config.list('cordoned.log.dirs');
    if (setting === undefined || directories === undefined || cordoned === undefined || isBroker(config) !== true) return;
    if (cordoned.includes('*')) {
      if (cordoned.length > 1) yield { at: setting, message: '`cordoned.log.dirs` must be `*` alone, or name directories.' };
      return;
    }
    for (const directory of cordoned) {
      if (!directories.includes(directory))
        yield { at: setting, part: partOf(setting, directory), message: `\`${directory}\` must be one of the \`log.dirs\`.` };
    }
  },
};

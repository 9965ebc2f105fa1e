import type { Config, Setting } from '../../configs/config.ts';
import { atLeast } from '../../schema/version.ts';
import { splitAtCommas } from '../../text/split.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { partOf } from './endpoints.ts';
import { isBroker } from './listener-graph.ts';

export const logDirectories: RelationRule = {
  id: 'log-directories',
  title: 'A node needs directories for its data, each named once',
  why: 'A node without a log directory, or with the same one twice, does not start.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source: 'kafka.server.KafkaConfig#validateValues, kafka.log.LogManager#createAndValidateLogDirs',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\n«log.dirs»=\n',
      kafka: '3.9',
      message: '`log.dirs` must name at least one directory.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.dirs=/data/1,«/data/1/»\n',
      kafka: '3.9',
      message: '`/data/1/` must be named once only.',
    },
    { text: 'broker.id=1\nzookeeper.connect=zk:2181\nlog.dirs=/data/1,/data/2\n', kafka: '3.9' },
  ],
  reads: ['log.dirs', 'log.dir', 'process.roles'],
  *check(config) {
    const setting = config.get('log.dirs') ?? config.get('log.dir');
    if (setting === undefined || setting.unknown) return;
    const directories = splitAtCommas(setting.value).filter((directory) => directory !== '');
    if (directories.length === 0 && !atLeast(config.kafka, '4.2'))
      yield { at: setting, message: `\`${setting.key}\` must name at least one directory.` };
    // A node that is only a controller keeps no logs of topics there, and does not look.
    if (isBroker(config) === true) yield* repeated(setting, directories, config);
  },
};

/** From 4.2 on the very same text may be repeated: lists drop what they have already. */
function* repeated(setting: Setting, directories: readonly string[], config: Config): Generator<Finding> {
  const distinct = atLeast(config.kafka, '4.2') ? [...new Set(directories)] : directories;
  const seen = new Set<string>();
  for (const directory of distinct) {
    const path = canonical(directory);
    if (seen.has(path))
      yield {
        at: setting,
        part: partOf(setting, directory, distinct.filter((one) => one === directory).length - 1),
        message: `\`${directory}\` must be named once only.`,
      };
    seen.add(path);
  }
}

/** The path without empty steps, `.` and `..`: what it is a link to cannot be known here. */
function canonical(directory: string): string {
  const steps: string[] = [];
  for (const step of directory.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return `${directory.startsWith('/') ? '/' : ''}${steps.join('/')}`;
}

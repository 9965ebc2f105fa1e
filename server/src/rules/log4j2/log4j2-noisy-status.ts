import type { RelationRule } from '../rule.ts';
import { log4j2FaultsOf } from './faults.ts';

export const log4j2NoisyStatus: RelationRule = {
  id: 'log4j2-noisy-status',
  title: 'Log4j2 reports its own work',
  why: 'Every element and every file that it looks at is printed on the console.',
  severity: 'information',
  roles: 'all',
  family: 'log4j2',
  source: 'org.apache.logging.log4j.core.config.status.StatusConfiguration',
  examples: [
    {
      text: 'status=«trace»\nappender.x.type=Null\nappender.x.name=A\nrootLogger=INFO, A\n',
      message: 'With `status` at `trace` Log4j2 reports its own work on the console; `warn` is meant for production.',
    },
    { text: 'status=warn\nappender.x.type=Null\nappender.x.name=A\nrootLogger=INFO, A\n' },
  ],
  reads: ['*'],
  check: (config) => log4j2FaultsOf(config, 'noisy-status'),
};

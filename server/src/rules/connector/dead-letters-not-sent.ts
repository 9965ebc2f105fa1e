import type { RelationRule } from '../rule.ts';

const topic = 'errors.deadletterqueue.topic.name';

export const deadLettersNotSent: RelationRule = {
  id: 'dead-letters-not-sent',
  title: 'Records go to the dead letter topic only where errors are tolerated',
  why: 'With `errors.tolerance=none`, the default, the first bad record stops the task, and nothing is sent to the dead letter topic. With `all` and no topic, bad records are dropped.',
  severity: 'information',
  roles: ['connector'],
  kafka: { since: '2.0' },
  source: 'KIP-298; org.apache.kafka.connect.runtime.errors.RetryWithToleranceOperator',
  examples: [
    {
      text: `name=x\nconnector.class=com.example.Sink\ntopics=a\n${topic}=«a-dead»\n`,
      message: '`errors.tolerance` must be `all` for records to reach the dead letter topic.',
      fixed: `name=x\nconnector.class=com.example.Sink\ntopics=a\n${topic}=a-dead\nerrors.tolerance=all\n`,
    },
    { text: `name=x\nconnector.class=com.example.Sink\ntopics=a\nerrors.tolerance=all\n${topic}=a-dead\n` },
    { text: 'name=x\nconnector.class=com.example.Sink\ntopics=a\n' },
  ],
  reads: ['errors.tolerance', topic],
  *check(config) {
    const setting = config.own(topic);
    const tolerance = config.get('errors.tolerance');
    if (setting === undefined || setting.value === '' || tolerance?.unknown || (tolerance !== undefined && tolerance.value !== 'none'))
      return;
    const step =
      tolerance === undefined
        ? ({ do: 'add', after: setting, key: 'errors.tolerance', value: 'all' } as const)
        : ({ do: 'set', setting: tolerance, value: 'all' } as const);
    yield {
      at: setting,
      message: '`errors.tolerance` must be `all` for records to reach the dead letter topic.',
      fixes: [{ title: 'Set `errors.tolerance` to `all`', safe: false, steps: [step] }],
    };
  },
};

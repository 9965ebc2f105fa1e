import type { Setting } from '../../configs/config.ts';
import { matchesWhole } from '../../schema/java-regex.ts';
import { splitList } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';
import { isNotRead } from '../values/invalid-value.ts';

const sink = 'connector.class=org.apache.kafka.connect.file.FileStreamSinkConnector';
const dead = 'errors.deadletterqueue.topic.name';

export const connectorTopics: RelationRule = {
  id: 'connector-topics',
  title: 'The topics of a sink connector',
  why: 'A sink reads either a list of topics or those that match an expression; Connect refuses both together. What it sends to the dead letter topic must not come back to it.',
  severity: 'error',
  roles: ['connector'],
  kafka: { since: '1.1' },
  source: 'KIP-215, KIP-298; org.apache.kafka.connect.runtime.SinkConnectorConfig#validate',
  examples: [
    {
      text: `name=x\n${sink}\ntopics=a\n«topics.regex»=b.*\n`,
      message: '`topics.regex` cannot be set beside `topics`.',
      fixed: `name=x\n${sink}\ntopics=a\n`,
    },
    { text: `name=x\n${sink}\ntopics=a,b\n${dead}=«b»\n`, message: `\`${dead}\` must not be one of the topics that the connector reads.` },
    { text: `name=x\n${sink}\ntopics.regex=orders.*\n${dead}=«orders-dead»\n` },
    { text: `name=x\n${sink}\ntopics.regex=(orders\n${dead}=orders\n` },
    { text: `name=x\n${sink}\ntopics=a\n${dead}=a-dead\n` },
    { text: `name=x\n${sink}\ntopics=a\ntopics.regex=\n` },
    { text: `name=x\n${sink}\ntopics=a\ntopics.regex=\${file:/a:topics}\n` },
  ],
  reads: ['topics', 'topics.regex', dead, 'connector.class'],
  *check(config) {
    const topics = config.get('topics');
    const regex = config.get('topics.regex');
    // A source reads no topics.
    if ([topics, regex].some((setting) => setting !== undefined && isNotRead(setting))) return;
    if (isGiven(topics) && regex !== undefined && isGiven(regex)) {
      yield {
        at: regex,
        part: 'key',
        message: '`topics.regex` cannot be set beside `topics`.',
        fixes: [{ title: 'Remove `topics.regex`', safe: false, steps: [{ do: 'remove', setting: regex }] }],
      };
      return;
    }
    const letters = config.get(dead);
    if (letters === undefined || letters.unknown || letters.value === '') return;
    const listed = topics !== undefined && !topics.unknown && splitList(topics.value).includes(letters.value);
    const matched = regex !== undefined && !regex.unknown && matchesWhole(regex.value, letters.value);
    if (listed || matched === true) yield { at: letters, message: `\`${dead}\` must not be one of the topics that the connector reads.` };
  },
};

/** What a placeholder becomes may be empty. */
function isGiven(setting: Setting | undefined): boolean {
  return setting !== undefined && !setting.unknown && setting.value !== '';
}

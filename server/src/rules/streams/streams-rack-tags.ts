import type { Config } from '../../configs/config.ts';
import { splitList } from '../../schema/value.ts';
import { atLeast } from '../../schema/version.ts';
import { inOrder } from '../in-order.ts';
import type { Finding, RelationRule } from '../rule.ts';

const key = 'rack.aware.assignment.tags';
const prefix = 'client.tag.';

export const streamsRackTags: RelationRule = {
  id: 'streams-rack-tags',
  title: 'Tags for the placing of standby tasks',
  why: 'Each tag that assignments look at needs a value on this client. Streams takes at most five tags, with names of 20 and values of 30 characters.',
  severity: 'error',
  roles: ['streams'],
  kafka: { since: '3.2' },
  source: 'KIP-708; org.apache.kafka.streams.StreamsConfig#validateRackAwarenessConfiguration',
  supersedes: ['invalid-value'],
  examples: [
    { text: `${key}=«zone,cluster»\nclient.tag.zone=a\n`, message: '`client.tag.cluster` must be set for the tag `cluster`.' },
    { text: `«client.tag.a-name-that-is-too-long»=x\n`, message: 'A tag’s name must have at most 20 characters.' },
    {
      text: `client.tag.zone=«a-value-that-has-more-than-thirty-characters»\n`,
      message: '`client.tag.zone` must have at most 30 characters.',
    },
    { text: `${key}=«zone,»\nclient.tag.zone=a\n`, message: `\`${key}\` must not hold empty names.` },
    { text: `${key}=zone,cluster\nclient.tag.zone=a\nclient.tag.cluster=b\n` },
  ],
  reads: [key, `${prefix}*`],
  *check(config) {
    yield* checkTags(config);
    const tags = inOrder(config, (setting) => setting.key.startsWith(prefix));
    for (const tag of tags) {
      if (tag.key.length > prefix.length + 20) yield { at: tag, part: 'key', message: 'A tag’s name must have at most 20 characters.' };
      else if (!tag.unknown && tag.value.length > 30) yield { at: tag, message: `\`${tag.key}\` must have at most 30 characters.` };
      else if (tag.value === '' && atLeast(config.kafka, '4.3'))
        yield { at: tag, part: 'key', message: `\`${tag.key}\` must have a value.` };
    }
    const sixth = tags[5];
    if (sixth !== undefined) yield { at: sixth, part: 'key', message: 'Streams takes at most five client tags.' };
  },
};

function* checkTags(config: Config): Generator<Finding> {
  const setting = config.get(key);
  if (setting === undefined || setting.unknown) return;
  const names = splitList(setting.value);
  if (names.includes('')) {
    yield { at: setting, message: `\`${key}\` must not hold empty names.` };
    return;
  }
  const missing = names.find((name) => !config.has(prefix + name));
  if (missing === undefined) return;
  yield { at: setting, message: `\`${prefix}${missing}\` must be set for the tag \`${missing}\`.`, lacks: [prefix + missing] };
}

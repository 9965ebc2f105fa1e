import type { RelationRule } from '../rule.ts';

const tags = 'rack.aware.assignment.tags';
const standbys = 'num.standby.replicas';

export const streamsRackTagsUnused: RelationRule = {
  id: 'streams-rack-tags-unused',
  title: 'Rack tags place standby tasks, and there are none',
  why: 'Streams looks at the tags of clients where it places standby replicas. Without any the tags change nothing.',
  severity: 'information',
  roles: ['streams'],
  kafka: { since: '3.2' },
  source: 'KIP-708; org.apache.kafka.streams.processor.internals.assignment.StandbyTaskAssignorFactory',
  examples: [
    {
      text: `«${tags}»=zone\nclient.tag.zone=a\n`,
      message: `\`${tags}\` has no effect while \`${standbys}\` is 0: it places standby replicas.`,
    },
    { text: `${tags}=zone\nclient.tag.zone=a\n${standbys}=1\n` },
    { text: `${tags}=zone\nclient.tag.zone=a\n${standbys}=\${env:STANDBYS}\n` },
    { text: 'client.tag.zone=a\n' },
  ],
  reads: [tags, standbys],
  *check(config) {
    const setting = config.own(tags);
    if (setting === undefined || setting.value === '' || config.number(standbys) !== 0) return;
    yield {
      at: setting,
      part: 'key',
      tag: 'unnecessary',
      message: `\`${tags}\` has no effect while \`${standbys}\` is 0: it places standby replicas.`,
    };
  },
};

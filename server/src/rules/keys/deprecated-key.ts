import type { SettingRule } from '../rule.ts';

export const deprecatedKey: SettingRule = {
  id: 'deprecated-key',
  title: 'A deprecated property',
  why: 'Kafka still reads it, and a coming major release will not.',
  severity: 'information',
  roles: 'all',
  source: 'the definitions of each release (schemas/facts)',
  examples: [
    { text: 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=C\n«log.cleaner.enable»=true\n', role: 'broker', kafka: '4.2' },
    { text: 'acks=all\n', role: 'producer' },
  ],
  reads: 'each',
  when: ({ definition }) => definition?.deprecated === true,
  *check(setting, config) {
    const { definition, key } = setting;
    if (definition?.deprecated !== true) return;
    const successor = definition.replacedBy;
    const rename = successor !== undefined && !successor.includes(' ') && config.get(successor) === undefined;
    yield {
      at: setting,
      part: 'key',
      tag: 'deprecated',
      message: `\`${key}\` is deprecated${successor === undefined ? '' : `: use \`${successor}\``}.`,
      ...(rename && { fixes: [{ title: `Change to \`${successor}\``, safe: false, steps: [{ do: 'rename', setting, key: successor }] }] }),
    };
  },
};

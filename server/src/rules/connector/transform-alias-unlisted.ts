import type { Config, Setting } from '../../configs/config.ts';
import { splitList } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';

export const transformAliasUnlisted: RelationRule = {
  id: 'transform-alias-unlisted',
  title: 'Settings of a transformation that is not in the list',
  why: 'Connect applies only what `transforms` names, and reads only the predicates that `predicates` names. Settings of other names are ignored.',
  severity: 'warning',
  roles: ['connector'],
  kafka: { since: '0.10.2' },
  source: 'KIP-66, KIP-585; org.apache.kafka.connect.runtime.ConnectorConfig#transformationStages',
  supersedes: ['unknown-key', 'class-of-another-release'],
  examples: [
    {
      text: 'name=x\nconnector.class=com.example.Source\ntransforms=a\ntransforms.a.type=com.example.A\n«transforms.b.type»=com.example.B\n',
      message: '`transforms.b.type` is ignored: `transforms` does not name `b`.',
    },
    {
      text: 'name=x\nconnector.class=com.example.Source\n«transforms.b.type»=com.example.B\n',
      message: '`transforms.b.type` is ignored: `transforms` does not name `b`.',
    },
    { text: 'name=x\nconnector.class=com.example.Source\ntransforms=b\ntransforms.b.type=com.example.B\n' },
    { text: 'name=x\nconnector.class=com.example.Source\ntransforms=${env:T}\ntransforms.b.type=com.example.B\n' },
  ],
  reads: ['transforms', 'predicates', 'transforms.*', 'predicates.*'],
  *check(config) {
    for (const list of ['transforms', 'predicates']) {
      for (const setting of unlisted(config, list)) {
        const name = setting.key.slice(list.length + 1, -'.type'.length);
        yield {
          at: setting,
          part: 'key',
          tag: 'unnecessary',
          message: `\`${setting.key}\` is ignored: \`${list}\` does not name \`${name}\`.`,
        };
      }
    }
  },
};

/** The `type` stands for all of an alias’s settings: one fault, one finding. */
function unlisted(config: Config, list: string): readonly Setting[] {
  const written = config.get(list);
  if (written?.unknown) return [];
  const names = new Set(splitList(written?.value ?? ''));
  const types = [...config.settings()].filter(
    ({ key }) => key.startsWith(`${list}.`) && key.endsWith('.type') && key.split('.').length === 3,
  );
  return types.filter(({ key }) => !names.has(key.slice(list.length + 1, -'.type'.length)));
}

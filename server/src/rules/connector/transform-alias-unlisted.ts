import type { Config, Setting } from '../../configs/config.ts';
import { splitList } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';
import { connectorScopes, type Scope } from './scopes.ts';

const clusters = 'clusters=A,B\nA.bootstrap.servers=a:1\nB.bootstrap.servers=b:1\nA->B.enabled=true\n';

export const transformAliasUnlisted: RelationRule = {
  id: 'transform-alias-unlisted',
  title: 'Settings of a transformation that is not in the list',
  why: 'Connect applies only what `transforms` names, and reads only the predicates that `predicates` names. Settings of other names are ignored.',
  severity: 'warning',
  roles: ['connector', 'mirror-maker'],
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
    {
      text: `${clusters}«A->B.transforms.t.type»=org.apache.kafka.connect.transforms.DropHeaders\n`,
      role: 'mirror-maker',
      kafka: '2.8',
      message: '`A->B.transforms.t.type` is ignored: `transforms` does not name `t`.',
    },
    { text: `${clusters}transforms=t\nA->B.transforms.t.type=com.example.T\n`, role: 'mirror-maker' },
    { text: 'name=x\nconnector.class=com.example.Source\ntransforms=${env:T}\ntransforms.b.type=com.example.B\n' },
  ],
  reads: ['transforms', 'predicates', 'transforms.*', 'predicates.*'],
  *check(config) {
    for (const scope of connectorScopes(config)) {
      for (const list of ['transforms', 'predicates'] as const) {
        for (const setting of unlisted(config, scope, list)) {
          const name = setting.key.slice(`${scope.prefix}${list}.`.length, -'.type'.length);
          yield {
            at: setting,
            part: 'key',
            tag: 'unnecessary',
            message: `\`${setting.key}\` is ignored: \`${list}\` does not name \`${name}\`.`,
          };
        }
      }
    }
  },
};

/** The `type` stands for all of an alias’s settings: one fault, one finding. */
function unlisted(config: Config, { prefix, list }: Scope, key: 'transforms' | 'predicates'): readonly Setting[] {
  const written = list(key);
  if (written?.unknown) return [];
  const names = new Set(splitList(written?.value ?? ''));
  const start = `${prefix}${key}.`;
  return [...config.settings()].filter((setting) => {
    if (!setting.key.startsWith(start) || !setting.key.endsWith('.type')) return false;
    const name = setting.key.slice(start.length, -'.type'.length);
    return name !== '' && !name.includes('.') && !names.has(name);
  });
}

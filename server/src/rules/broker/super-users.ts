import type { Setting } from '../../configs/config.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { partOf } from './endpoints.ts';

/** The authorizers of Kafka itself, which read the list alike. */
const known = [
  'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  'kafka.security.authorizer.AclAuthorizer',
  'kafka.security.auth.SimpleAclAuthorizer',
];

export const superUsers: RelationRule = {
  id: 'super-users',
  title: 'Super users are written `User:name`, with semicolons between them',
  why: 'A name of a TLS client has commas in it, so the list is divided at semicolons. Without an authorizer there are no permissions, and the list does nothing.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.8' },
  source:
    'org.apache.kafka.metadata.authorizer.StandardAuthorizer#getConfiguredSuperUsers, org.apache.kafka.common.utils.SecurityUtils#parseKafkaPrincipal',
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nauthorizer.class.name=kafka.security.authorizer.AclAuthorizer\nsuper.users=User:kafka;«admin»\n',
      kafka: '3.9',
      message: '`admin` must be a kind and a name such as `User:admin`.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nauthorizer.class.name=kafka.security.authorizer.AclAuthorizer\nsuper.users=«User:kafka,User:admin»\n',
      kafka: '3.9',
      severity: 'warning',
      message: 'Super users must be divided by `;`: with a comma this is one user with a long name.',
      fixed:
        'broker.id=1\nzookeeper.connect=zk:2181\nauthorizer.class.name=kafka.security.authorizer.AclAuthorizer\nsuper.users=User:kafka;User:admin\n',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nauthorizer.class.name=kafka.security.authorizer.AclAuthorizer\nsuper.users=User:kafka;«user:admin»\n',
      kafka: '3.9',
      severity: 'warning',
      message: '`user:admin` must begin with `User:`: Kafka takes another spelling for another kind.',
      fixed:
        'broker.id=1\nzookeeper.connect=zk:2181\nauthorizer.class.name=kafka.security.authorizer.AclAuthorizer\nsuper.users=User:kafka;User:admin\n',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\n«super.users»=User:kafka\n',
      kafka: '3.9',
      severity: 'warning',
      message: 'Kafka ignores `super.users` without `authorizer.class.name`.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nauthorizer.class.name=kafka.security.authorizer.AclAuthorizer\nsuper.users=User:CN=kafka,O=Example;User:admin\n',
      kafka: '3.9',
    },
  ],
  reads: ['super.users', 'authorizer.class.name', 'principal.builder.class'],
  *check(config) {
    const setting = config.own('super.users');
    const authorizer = config.get('authorizer.class.name');
    if (setting === undefined || setting.unknown || authorizer?.unknown) return;
    if (authorizer === undefined || authorizer.value === '') {
      if (config.identity.whole)
        yield { at: setting, part: 'key', severity: 'warning', message: 'Kafka ignores `super.users` without `authorizer.class.name`.' };
      return;
    }
    if (!known.includes(authorizer.value)) return;
    for (const user of setting.value.split(';').map((one) => one.trim())) {
      if (user === '' || user.includes(':')) continue;
      yield { at: setting, part: partOf(setting, user), message: `\`${user}\` must be a kind and a name such as \`User:${user}\`.` };
    }
    yield* inOtherCase(setting);
    if (!/,\s*User:/.test(setting.value)) return;
    const value = setting.value.replace(/,\s*(?=User:)/g, ';');
    yield {
      at: setting,
      severity: 'warning',
      message: 'Super users must be divided by `;`: with a comma this is one user with a long name.',
      fixes: [{ title: 'Put semicolons between them', safe: true, steps: [{ do: 'set', setting, value }] }],
    };
  },
};

/** Kinds are compared as they are written, and clients are of the kind `User` unless a class of one's own says otherwise. */
function* inOtherCase(setting: Setting): Generator<Finding> {
  const other = /(?:^|;)\s*((?!User:)[Uu][Ss][Ee][Rr]:[^;]*)/.exec(setting.value)?.[1]?.trim();
  if (other === undefined || setting.config.has('principal.builder.class')) return;
  const value = setting.value.replace(/(^|;)(\s*)user:/gi, '$1$2User:');
  yield {
    at: setting,
    part: partOf(setting, other),
    severity: 'warning',
    message: `\`${other}\` must begin with \`User:\`: Kafka takes another spelling for another kind.`,
    fixes: [{ title: `Change to \`${value}\``, safe: true, steps: [{ do: 'set', setting, value }] }],
  };
}

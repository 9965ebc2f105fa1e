import type { Config, Setting } from '../../configs/config.ts';
import { mayBeRegex } from '../../schema/java-regex.ts';
import { splitList } from '../../schema/value.ts';
import { atLeast } from '../../schema/version.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { clientRoles } from './clients.ts';

const home = 'org.apache.kafka.common.config.provider.';
const head = `config.providers=p\nconfig.providers.p.class=${home}`;

export const configProviderParameters: RelationRule = {
  id: 'config-provider-parameters',
  title: 'What Kafka’s own config providers make of their parameters',
  why: 'Providers are made before any other property is looked at. Kafka’s own want absolute paths and regular expressions, and are refused otherwise.',
  severity: 'error',
  roles: [...clientRoles, 'broker', 'controller', 'connector'],
  kafka: { since: '3.5' },
  source: 'KIP-887, KIP-993; org.apache.kafka.common.config.internals.AllowedPaths, EnvVarConfigProvider#configure',
  examples: [
    {
      text: `${head}FileConfigProvider\nconfig.providers.p.param.allowed.paths=«secrets»\n`,
      role: 'producer',
      message:
        '`config.providers.p.param.allowed.paths` must hold absolute paths, with nothing but a comma between them; `secrets` is none.',
    },
    { text: `${head}DirectoryConfigProvider\nconfig.providers.p.param.allowed.paths=«/a, /b»\n`, role: 'producer' },
    {
      text: `${head}EnvVarConfigProvider\nconfig.providers.p.param.allowlist.pattern=«*_KAFKA»\n`,
      role: 'consumer',
      message: '`config.providers.p.param.allowlist.pattern` must be a regular expression.',
    },
    { text: `${head}FileConfigProvider\nconfig.providers.p.param.allowed.paths=/a,/b\n`, role: 'producer' },
    { text: `${head}FileConfigProvider\nconfig.providers.p.param.allowed.paths=secrets\n`, role: 'producer', kafka: '3.7' },
    {
      text: `config.providers=q\nconfig.providers.p.class=${home}FileConfigProvider\nconfig.providers.p.param.allowed.paths=secrets\n`,
      role: 'producer',
    },
  ],
  reads: ['config.providers', 'config.providers.*'],
  *check(config) {
    const listed = config.own('config.providers');
    if (listed === undefined || listed.unknown) return;
    for (const provider of new Set(splitList(listed.value))) yield* parametersOf(config, `config.providers.${provider}`);
  },
};

function* parametersOf(config: Config, prefix: string): Generator<Finding> {
  const className = config.own(`${prefix}.class`)?.value ?? '';
  const paths = known(config, `${prefix}.param.allowed.paths`);
  if (paths !== undefined && atLeast(config.kafka, '3.8') && /^(File|Directory)ConfigProvider$/.test(className.slice(home.length))) {
    const wrong =
      paths.value === '' ? undefined : paths.value.split(',').find((path) => !path.startsWith('/') && !/^[A-Za-z]:[\\/]/.test(path));
    if (wrong !== undefined)
      yield {
        at: paths,
        message: `\`${paths.key}\` must hold absolute paths, with nothing but a comma between them; \`${wrong.trim()}\` is none.`,
      };
  }
  const pattern = known(config, `${prefix}.param.allowlist.pattern`);
  if (pattern !== undefined && className === `${home}EnvVarConfigProvider` && !mayBeRegex(pattern.value))
    yield { at: pattern, message: `\`${pattern.key}\` must be a regular expression.` };
}

function known(config: Config, key: string): Setting | undefined {
  const setting = config.own(key);
  return setting === undefined || setting.unknown ? undefined : setting;
}

import type { Config, Setting } from '../../configs/config.ts';
import { splitList } from '../../schema/value.ts';
import type { RelationRule } from '../rule.ts';
import { clientRoles } from './clients.ts';

const home = 'org.apache.kafka.common.config.provider.';
const file = `config.providers.file.class=${home}FileConfigProvider\n`;

export const configProviderUnlisted: RelationRule = {
  id: 'config-provider-unlisted',
  title: 'A config provider without its name or its class',
  why: 'Kafka makes the providers that `config.providers` names, of the class in `config.providers.<name>.class`. Where one of the two is missing there is no provider, and `${name:…}` stays as it is written.',
  severity: 'warning',
  roles: [...clientRoles, 'broker', 'controller', 'mirror-maker'],
  kafka: { since: '2.8' },
  source:
    'KIP-297, KIP-421; org.apache.kafka.common.config.AbstractConfig#instantiateConfigProviders; connect.runtime.isolation.Plugins#newConfigProvider',
  supersedes: ['unknown-key', 'class-of-another-release'],
  examples: [
    {
      text: `config.providers=file\n${file}«config.providers.env.class»=${home}EnvVarConfigProvider\n`,
      role: 'consumer',
      message: '`config.providers.env.class` is ignored: `config.providers` does not name `env`.',
    },
    {
      text: `config.providers=«file,vault»\n${file}`,
      role: 'producer',
      message: '`config.providers.vault.class` must name the class of `vault`: Kafka passes over a provider without one.',
    },
    { text: `config.providers=file, env\n${file}config.providers.env.class=com.example.Env\n`, role: 'producer' },
    { text: `config.providers=\${env:PROVIDERS}\n${file}`, role: 'producer' },
    { text: file, role: 'producer' },
  ],
  reads: ['config.providers', 'config.providers.*'],
  *check(config) {
    const list = config.own('config.providers');
    if (list === undefined || list.unknown) return;
    const names = splitList(list.value).filter((name) => name !== '');
    for (const [name, setting] of classes(config))
      if (!names.includes(name))
        yield {
          at: setting,
          part: 'key',
          tag: 'unnecessary',
          message: `\`${setting.key}\` is ignored: \`config.providers\` does not name \`${name}\`.`,
        };
    const bare = names.find((name) => !config.has(`config.providers.${name}.class`));
    if (bare === undefined) return;
    const key = `config.providers.${bare}.class`;
    yield { at: list, message: `\`${key}\` must name the class of \`${bare}\`: Kafka passes over a provider without one.`, lacks: [key] };
  },
};

/** The class stands for all that is said of a provider: one fault, one finding. */
function* classes(config: Config): Generator<readonly [name: string, Setting]> {
  for (const setting of config.settings()) {
    const name = /^config\.providers\.([^.]+)\.class$/.exec(setting.key)?.[1];
    if (name !== undefined) yield [name, setting];
  }
}

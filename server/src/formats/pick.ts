import { batch } from './batch.ts';
import { dockerfile } from './dockerfile.ts';
import { env } from './env.ts';
import type { Format } from './format.ts';
import { ini } from './ini.ts';
import { json } from './json.ts';
import { propertiesOrJson } from './properties-or-json.ts';
import { shell } from './shell.ts';
import { systemd } from './systemd.ts';
import { terraform } from './terraform.ts';
import { whole } from './whole.ts';
import { yaml } from './yaml.ts';

/** The format of a document, by the editor's language id where it says one, else by the file's name; undefined = none of ours. */
export function pickFormat(path: string, languageId?: string): Format | undefined {
  const name = path.split(/[\\/]/).pop() ?? '';
  if (log4j2.test(name) && !aroundLog4j2.test(name)) return whole;
  const said = languageId === undefined ? undefined : formats.find(({ languages }) => languages.includes(languageId));
  return (said ?? formats.find(({ names }) => names.test(name)))?.format;
}

/** Log4j2 reads these as a whole; its properties form is made of entries, as all properties are. */
const log4j2 = /log4j2[^/]*\.(xml|ya?ml|jsn|json)$/i;
/** What is called after Log4j2 and is a resource of Kubernetes or the values of a chart. */
const aroundLog4j2 = /(?:config-?map|\bcm|values|secret|manifest|resource)s?\b[^/]*\.(?:ya?ml|json)$/i;

interface Pick {
  readonly format: Format;
  readonly languages: readonly string[];
  readonly names: RegExp;
}

const unit = /\.service(?:\.(?:j2|tmpl|in|template))?$/i;

/** Kafka's own programs have no ending: `kafka-server-start`, `connect-distributed`. */
const programs = /^(?:kafka|connect|zookeeper)-[a-z-]+$/;

/** What editors call the languages, and what files of each are called. The first that fits is taken. */
const formats: readonly Pick[] = [
  { format: terraform, languages: ['terraform', 'opentofu'], names: /\.(tf|tofu)$/i },
  { format: ini, languages: ['ini'], names: /\.ini(\.(sample|example|template|dist))?$/i },
  {
    format: propertiesOrJson,
    languages: ['properties', 'java-properties', 'spring-boot-properties', 'quarkus-properties', 'microprofile-properties'],
    names: /\.(properties|config|conf|delta|cfg)(\.(sample|example|template|orig|bak|dist|tmpl|j2))?$/i,
  },
  {
    format: yaml,
    languages: ['yaml', 'dockercompose', 'helm', 'spring-boot-properties-yaml', 'home-assistant'],
    names: /\.ya?ml(\.(sample|example|template|orig|bak|dist|tmpl|j2))?$/i,
  },
  { format: json, languages: ['json', 'jsonc', 'json5'], names: /\.jsonc?(\.(sample|example|template|orig|bak|dist|tmpl))?$/i },
  { format: whole, languages: ['xml'], names: /\.xml$/i },
  { format: env, languages: ['dotenv', 'env'], names: /^\.env(\.|$)|\.env(\.(sample|example|template|dist|local|dev|prod))?$/i },
  { format: dockerfile, languages: ['dockerfile'], names: /^(?:.*\.)?(?:Docker|Container)file(?:[.-][\w.-]+)?$|\.dockerfile$/i },
  { format: systemd, languages: ['systemd-unit-file', 'systemd'], names: unit },
  { format: batch, languages: ['bat'], names: /\.(?:bat|cmd)$/i },
  { format: shell, languages: ['shellscript'], names: new RegExp(`\\.(?:sh|bash|ksh)$|${programs.source}`) },
];

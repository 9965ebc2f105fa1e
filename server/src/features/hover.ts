import type { Config, Setting } from '../configs/config.ts';
import { envNames } from '../configs/env-names.ts';
import { type Definition, isSecret } from '../schema/definition.ts';
import { history } from '../schema/history.ts';
import { isLibrdkafka, type LibrdkafkaDefinition, librdkafkaHistory } from '../schema/librdkafka.ts';
import type { Role } from '../schema/roles.ts';
import { define } from '../schema/schema.ts';
import { type KafkaVersion, parseVersion, printVersion } from '../schema/version.ts';
import { type AllWords, type Words, wordsAbout } from '../schema/words.ts';
import type { Place } from '../text/block.ts';
import { type Range, rangeOf } from './diagnostics.ts';
import type { Document } from './document.ts';
import { hoverLog4j1, isLog4j1 } from './log4j.ts';
import { hoverLog4j2 } from './log4j2.ts';
import { code, printType } from './markdown.ts';
import { inWords, unitOfName } from './units.ts';

/** What is shown over a key or its value. */
export interface Hover {
  readonly markdown: string;
  readonly range: Range;
}

/** What there is to say about the setting at a place; `words` may still be on their way. */
export function hover(document: Document, place: Place, words: AllWords | undefined): Hover | undefined {
  const setting = settingAt(document, place);
  if (setting === undefined) return undefined;
  const { definition, config } = setting;
  if (isLog4j1(config)) return hoverLog4j1(setting);
  if (config.identity.family === 'log4j2') return hoverLog4j2(document, place, words);
  const markdown =
    definition === undefined ? describeUnread(setting, words) : describe(definition, config.role, config.kafka, words, setting);
  return markdown === undefined ? undefined : { markdown, range: rangeOf(setting.entry, 'entry') };
}

/** What nothing reads here: set by an operator, known to other releases only, or what an image makes of a variable and Kafka does not know. */
function describeUnread(setting: Setting, words: AllWords | undefined): string | undefined {
  const { config, key } = setting;
  const { managedBy, managedRole } = config.identity;
  if (managedBy !== undefined) {
    const definition = managedRole === undefined ? undefined : define(managedRole, config.kafka, key);
    const facts =
      definition === undefined || managedRole === undefined ? `**${key}**` : describe(definition, managedRole, config.kafka, words);
    return `${managedBy} sets this itself and ignores what stands here.\n\n${facts}`;
  }
  const other = config.identity.family === 'java' ? releaseThatKnows(config, key) : undefined;
  const definition = other === undefined ? undefined : define(config.role, other, key);
  if (other !== undefined && definition !== undefined) {
    const no = `Kafka ${printVersion(config.kafka)} ${other < config.kafka ? 'does not know this any more' : 'does not know this yet'}.`;
    return [becomes(setting), no, describe(definition, config.role, other, words)].filter((part) => part !== undefined).join('\n\n');
  }
  const made = becomes(setting);
  return made && `${made}, which Kafka does not know.`;
}

/** The release nearest to a config's own that has a property. */
function releaseThatKnows({ role, kafka }: Config, key: string): KafkaVersion | undefined {
  const periods = history(role, key);
  const last = periods.at(-1)?.until;
  const until = last === undefined ? undefined : parseVersion(last);
  if (until !== undefined && until < kafka) return until;
  const first = periods[0] && parseVersion(periods[0].since);
  return first !== undefined && first > kafka ? first : undefined;
}

/** The setting whose key or value stands at a place. */
function settingAt(document: Document, place: Place): Setting | undefined {
  const entry = document.tree.entryAt(place.line, place.character);
  if (entry === undefined) return undefined;
  const { start, end } = rangeOf(entry, 'entry');
  if (place.line === start.line && place.character < start.character) return undefined;
  if (place.line === end.line && place.character > end.character) return undefined;
  for (const { config, key } of document.placement.assign(entry)) {
    const setting = config.all(key).find((one) => one.entry === entry);
    if (setting !== undefined) return setting;
  }
  return undefined;
}

/** A property in Markdown: facts, the written value in people's units, our words, its history. */
export function describe(
  definition: Definition,
  role: Role,
  kafka: KafkaVersion,
  words: AllWords | undefined,
  at?: Setting | string,
): string {
  const setting = typeof at === 'string' ? undefined : at;
  const value = typeof at === 'string' ? at : at?.value;
  const own = words && wordsFor(words, definition, role);
  const unit = own?.unit ?? unitOfName(definition.name);
  return [
    setting && becomes(setting),
    `**${definition.name}**`,
    facts(definition, unit),
    setting && writtenValue(setting, definition, unit),
    own && prose(own, value),
    isLibrdkafka(definition) ? librdkafkaVersions(definition) : versions(definition, role, kafka),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n');
}

/** A variable, and what the image makes of it. */
function becomes({ entry, key, config }: Setting): string | undefined {
  if (!config.identity.spelling.rewrites || entry.key === key) return undefined;
  const root = outermost(config);
  const { image } = root.identity;
  const whole = image && envNames(image.family, root.role.startsWith('connect')).keyOf(entry.key);
  return `${code(entry.key)} becomes ${code(whole?.endsWith(key) ? whole : key)}`;
}

function outermost(config: Config): Config {
  return config.identity.parent === undefined ? config : outermost(config.identity.parent);
}

function wordsFor(words: AllWords, definition: Definition, role: Role): Words | undefined {
  const { librdkafka: ofLibrdkafka } = words.files;
  if (isLibrdkafka(definition)) return ofLibrdkafka?.[definition.name] ?? ofLibrdkafka?.[definition.alias ?? ''];
  return wordsAbout(words, role, definition);
}

function librdkafkaVersions({ name, alias, deprecated, experimental, only, librdkafka }: LibrdkafkaDefinition): string {
  const parts = [`librdkafka ${librdkafkaHistory(name)[0]?.since ?? ''} and later; shown for ${librdkafka}.`];
  if (only !== undefined) parts.unshift(`Read by ${only}s.`);
  if (alias !== undefined) parts.unshift(`Another name for ${code(alias)}.`);
  if (experimental) parts.unshift('Experimental.');
  if (deprecated) parts.unshift('Deprecated.');
  return `_${parts.join(' ')}_`;
}

function facts(definition: Definition, unit: string | undefined): string {
  const parts = [printType(definition), defaultOf(definition, unit)];
  if (definition.updateMode !== undefined) parts.push(`can change while the broker runs (${definition.updateMode})`);
  if (definition.serverDefault !== undefined) parts.push(`broker default: ${code(definition.serverDefault)}`);
  return parts.join(' · ');
}

function defaultOf(definition: Definition, unit: string | undefined): string {
  if (definition.required) return 'required';
  if (definition.default === undefined) return 'no default';
  if (definition.defaultFrom !== undefined)
    return `default: depends on the ${definition.defaultFrom === 'jvm' ? 'Java version' : 'machine'}`;
  if (definition.default === '') return 'default: empty';
  const people = unit && inWords(definition.default, unit);
  return `default: ${code(definition.default)}${people === undefined ? '' : ` (${people})`}`;
}

function writtenValue(setting: Setting, definition: Definition, unit: string | undefined): string | undefined {
  if (isSecret(definition) || setting.unknown || unit === undefined) return undefined;
  const people = inWords(setting.value, unit);
  return people === undefined ? undefined : `${code(setting.value)} is ${people}.`;
}

function prose(words: Words, value: string | undefined): string {
  const written = value === undefined ? undefined : meantBy(value, words.values ?? {});
  const meaning = written === undefined ? undefined : words.values?.[written];
  const values = Object.entries(words.values ?? {}).map(([one, text]) => `- ${code(one)}: ${text}`);
  return [
    words.what,
    meaning === undefined ? undefined : `${code(written ?? '')}: ${meaning}`,
    words.when,
    values.length > 0 ? values.join('\n') : undefined,
    words.with,
    words.advice,
    words.see && `See ${words.see.map((name) => code(name.replace(/^.*#/, ''))).join(', ')}.`,
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

/** The word that a value is, whatever its case. */
function meantBy(value: string, words: Readonly<Record<string, string>>): string | undefined {
  return Object.hasOwn(words, value) ? value : Object.keys(words).find((word) => word.toLowerCase() === value.toLowerCase());
}

function versions(definition: Definition, role: Role, kafka: KafkaVersion): string {
  const periods = history((definition.from as Role | undefined) ?? role, definition.name);
  const first = periods[0];
  const parts: string[] = [];
  if (definition.deprecated) parts.push(`Deprecated${definition.replacedBy === undefined ? '' : `: use ${code(definition.replacedBy)}`}.`);
  if (first !== undefined) {
    const until = periods.at(-1)?.until;
    parts.push(`Kafka ${first.since}${until === undefined ? ' and later' : ` to ${until}`}; shown for ${printVersion(kafka)}.`);
  }
  const defaults = periods.filter((period) => period.changed.includes('default'));
  const changes = defaults.map(
    ({ facts, since }) => `${facts.default === undefined ? 'none' : facts.default === '' ? 'empty' : code(facts.default)} from ${since} on`,
  );
  // The versions of protocols change with every release.
  if (changes.length > 3) parts.push(`Default: ${changes.at(-1)}, others before.`);
  else if (changes.length > 0) parts.push(`Default: ${changes.join(', ')}.`);
  return parts.length === 0 ? '' : `_${parts.join(' ')}_`;
}

import type { Config, Identity, Setting } from '../configs/config.ts';
import type { Definition } from '../schema/definition.ts';
import type { KafkaVersion } from '../schema/version.ts';
import { minorOf, parseVersion } from '../schema/version.ts';
import { rules } from './index.ts';
import type { RelationRule, Rule, SettingRule } from './rule.ts';

/** The rules that concern a config, arranged by what they read. */
export interface RuleSet {
  readonly each: readonly SettingRule[];
  readonly relations: readonly RelationRule[];
  /** Rules that read the whole config, so that nothing need be written for them to speak. */
  readonly always: readonly RelationRule[];
  readonly byKey: ReadonlyMap<string, readonly RelationRule[]>;
  /** Beginning and end of the keys that a rule reads. */
  readonly byPattern: readonly (readonly [string, string, RelationRule])[];
  /** Finds texts that hold a character which some rule looks for. */
  readonly rare: RegExp;
  readonly concerns: Map<Definition, Concern>;
}

/** The rules that one name concerns. */
export interface Concern {
  readonly each: readonly SettingRule[];
  /** Those of them that look for no character. */
  readonly plain: readonly SettingRule[];
  readonly readers: readonly RelationRule[];
}

/** The rules to ask about a setting, of those that its name concerns. */
export function askedOf({ rare }: RuleSet, { each, plain }: Concern, { entry }: Setting): readonly SettingRule[] {
  return rare.test(entry.block.text) ? each : plain;
}

/** The rules that a setting concerns by its name; found once for every property that is defined by its own name. */
export function concernOf(set: RuleSet, setting: Setting): Concern {
  const { resolution } = setting;
  if (resolution?.kind !== 'known' || resolution.via !== undefined) return findConcern(set, setting);
  const { definition } = resolution;
  const known = set.concerns.get(definition);
  if (known !== undefined) return known;
  const concern = findConcern(set, setting);
  set.concerns.set(definition, concern);
  return concern;
}

function findConcern(set: RuleSet, setting: Setting): Concern {
  const each = set.each.filter((rule) => rule.of?.(setting) ?? true);
  return { each, plain: each.filter(({ chars }) => chars === undefined), readers: readersOf(set, setting.key) };
}

/** The relation rules that read a key; a flow's of MirrorMaker's is what it is for the connectors of that flow, too. */
export function readersOf(set: RuleSet, key: string): readonly RelationRule[] {
  const readers = readersBy(set, key);
  return key.includes('->') ? [...readers, ...readersBy(set, key.replace(/^.+?->.+?\./, ''))] : readers;
}

function readersBy({ byKey, byPattern }: RuleSet, key: string): readonly RelationRule[] {
  const exact = byKey.get(key) ?? [];
  const matching = byPattern.filter(([start, end]) => key.startsWith(start) && key.endsWith(end));
  return matching.length === 0 ? exact : [...exact, ...matching.map(([, , rule]) => rule)];
}

/** The relation rules that read a key behind a prefix, whichever that is: of a view of a view, or of one whose names are spelt otherwise. */
export function readersBehindPrefix(set: RuleSet, key: string): readonly RelationRule[] {
  const end = `.${key}`;
  const exact = readersByEnd(set).get(key) ?? [];
  const matching = set.byPattern.filter(([start, tail]) => start === '' && end.endsWith(tail));
  return matching.length === 0 ? exact : [...exact, ...matching.map(([, , rule]) => rule)];
}

const byEnds = new WeakMap<RuleSet, ReadonlyMap<string, readonly RelationRule[]>>();

/** The rules by what stands behind each dot of the keys that they read. */
function readersByEnd(set: RuleSet): ReadonlyMap<string, readonly RelationRule[]> {
  const known = byEnds.get(set);
  if (known !== undefined) return known;
  const byEnd = new Map<string, RelationRule[]>();
  for (const [name, rules] of set.byKey)
    for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) {
      const end = name.slice(dot + 1);
      byEnd.set(end, [...(byEnd.get(end) ?? []), ...rules]);
    }
  byEnds.set(set, byEnd);
  return byEnd;
}

const ruleSets = new Map<string, RuleSet>();
const setOfConfig = new WeakMap<Config, RuleSet>();

/** The rules for a config. */
export function rulesFor(config: Config): RuleSet {
  const known = setOfConfig.get(config);
  if (known !== undefined) return known;
  const set = findRules(config.identity);
  setOfConfig.set(config, set);
  return set;
}

/** Of what nothing reads nothing is to be said, whatever it is. */
const nothing = arrange([]);
const particular = rules.filter((rule) => rule.in !== undefined);

/** The rules for a config's role, family, version and circumstances; arranged once. */
function findRules(identity: Identity): RuleSet {
  const { role, kafka, family, unread, overlay } = identity;
  if (unread !== undefined) return nothing;
  const id = `${role} ${family} ${minorOf(kafka)} ${overlay ?? false} ${ofParticular(identity)}`;
  const known = ruleSets.get(id);
  if (known !== undefined) return known;
  const set = arrange(rules.filter((rule) => concerns(rule, identity)));
  ruleSets.set(id, set);
  return set;
}

/** Which of the particular rules concern a config, a bit for each. */
function ofParticular(identity: Identity): number {
  let bits = 0;
  for (let i = 0; i < particular.length; i += 1) bits = 2 * bits + Number(particular[i]?.in?.(identity));
  return bits;
}

/** Whether a rule has anything to say about configs such as this. */
function concerns(rule: Rule, identity: Identity): boolean {
  const { role, kafka, family, overlay } = identity;
  if (overlay && rule.reads !== 'each' && rule.single !== true) return false;
  if ((rule.family ?? 'java') !== family && rule.family !== 'any') return false;
  return (rule.roles === 'all' || rule.roles.includes(role)) && inVersions(rule.kafka, kafka) && (rule.in?.(identity) ?? true);
}

function inVersions(range: Rule['kafka'], kafka: KafkaVersion): boolean {
  const since = range?.since === undefined ? undefined : parseVersion(range.since);
  const until = range?.until === undefined ? undefined : parseVersion(range.until);
  return (since === undefined || minorOf(kafka) >= minorOf(since)) && (until === undefined || minorOf(kafka) <= minorOf(until));
}

function arrange(concerned: readonly Rule[]): RuleSet {
  const each: SettingRule[] = [];
  const relations: RelationRule[] = [];
  const always: RelationRule[] = [];
  const byKey = new Map<string, RelationRule[]>();
  const byPattern: [string, string, RelationRule][] = [];
  for (const rule of concerned) {
    if (rule.reads === 'each') {
      each.push(rule);
      continue;
    }
    relations.push(rule);
    for (const key of rule.reads) {
      const star = key.indexOf('*');
      if (key === '*') always.push(rule);
      else if (star !== -1) byPattern.push([key.slice(0, star), key.slice(star + 1), rule]);
      else byKey.set(key, [...(byKey.get(key) ?? []), rule]);
    }
  }
  const rare = new RegExp(`[${each.map(({ chars }) => chars ?? '').join('')}]`);
  return { each, relations, always, byKey, byPattern, rare, concerns: new Map() };
}

import type { Config, Setting } from '../configs/config.ts';
import type { Placement } from '../configs/placement.ts';
import type { Delta, Entry } from '../formats/format.ts';
import { namesClass } from '../schema/plugins.ts';
import type { KafkaVersion } from '../schema/version.ts';
import { minorOf, parseVersion } from '../schema/version.ts';
import { here } from './here.ts';
import { rules } from './index.ts';
import type { Finding, RelationRule, Rule, SettingRule } from './rule.ts';

/** A finding with the rule that made it. */
export interface Verdict {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** The rules that concern a config, arranged by what they read. */
interface RuleSet {
  readonly each: readonly SettingRule[];
  readonly byKey: ReadonlyMap<string, readonly RelationRule[]>;
  /** Beginning and end of the keys that a rule reads. */
  readonly byPattern: readonly (readonly [string, string, RelationRule])[];
  /** Rules that read the whole config, so that nothing need be written for them to speak. */
  readonly always: readonly RelationRule[];
}

/**
 * What the rules say about the configs of a document. Judges everything once, then only what an edit concerns: the settings it
 * changed, and the relations that read their keys.
 */
export class Judge {
  readonly #placement: Placement;
  readonly #each = new Map<Setting, readonly Verdict[]>();
  readonly #relations = new Map<Config, Map<RelationRule, readonly Verdict[]>>();

  constructor(placement: Placement) {
    this.#placement = placement;
    for (const config of placement.configs) this.#judgeAll(config);
  }

  /** Everything the rules say, in no order. */
  *verdicts(): Iterable<Verdict> {
    for (const verdicts of this.#each.values()) yield* verdicts;
    for (const byRule of this.#relations.values()) for (const verdicts of byRule.values()) yield* verdicts;
  }

  /** Brings placement and verdicts up to date after an edit that left the configs what they are. */
  update(delta: Delta): void {
    for (const entry of delta.removed) this.#remove(entry);
    for (const entry of delta.added) for (const { config, key, value } of this.#placement.assign(entry)) config.add(key, entry, value);
    const changed = new Map<Config, Set<string>>();
    for (const entry of [...delta.removed, ...delta.added]) {
      for (const { config, key } of this.#placement.assign(entry)) changed.set(config, (changed.get(config) ?? new Set()).add(key));
    }
    for (const [config, keys] of changed) for (const key of keys) this.#touch(config, key);
    for (const [config, keys] of changed) if (changesUnknown(config, keys, delta, this.#placement)) this.#judgeUnknown(config);
  }

  /** What Kafka does not know may be a slip or a plug-in's own: that hangs on the keys and classes beside it. */
  #judgeUnknown(config: Config): void {
    for (const setting of config.written()) if (setting.resolution?.kind !== 'known') this.#judgeSetting(setting);
    for (const view of config.views) this.#judgeUnknown(view);
  }

  #remove(entry: Entry): void {
    for (const { config, key } of this.#placement.assign(entry)) {
      const setting = config.remove(key, entry);
      if (setting !== undefined) this.#each.delete(setting);
    }
  }

  #judgeAll(config: Config): void {
    const set = rulesFor(config);
    const concerned = new Set<RelationRule>(set.always);
    for (const setting of config.written()) {
      this.#judgeSetting(setting);
      for (const rule of readersOf(set, setting.key)) concerned.add(rule);
    }
    for (const rule of concerned) this.#judgeRelation(config, rule);
    this.#judgeParent(config);
  }

  /** Rules of the config that this is a view of may read the view's keys, by their whole names. */
  #judgeParent(config: Config): void {
    const { parent, spelling } = config.identity;
    if (parent === undefined) return;
    const set = rulesFor(parent);
    const concerned = new Set<RelationRule>();
    for (const { key } of config.settings()) for (const rule of readersOf(set, spelling.spell(key) ?? key)) concerned.add(rule);
    for (const rule of concerned) this.#judgeRelation(parent, rule);
  }

  #judgeSetting(setting: Setting): void {
    let verdicts: Verdict[] | undefined;
    for (const rule of rulesFor(setting.config).each) {
      if (!rule.when(setting)) continue;
      for (const found of rule.check(setting, setting.config)) {
        const finding = here(found);
        if (finding === undefined) continue;
        verdicts ??= [];
        verdicts.push({ rule, finding });
      }
    }
    if (verdicts === undefined) this.#each.delete(setting);
    else this.#each.set(setting, verdicts);
  }

  /** A key changed: every relation that reads it is judged again, in this config, in the views that see it, and in the config that this is a view of; so is what it shadows. */
  #touch(config: Config, key: string): void {
    const set = rulesFor(config);
    for (const rule of new Set([...set.always, ...readersOf(set, key)])) this.#judgeRelation(config, rule);
    for (const setting of config.all(key)) this.#judgeSetting(setting);
    for (const view of config.views) this.#touchRelations(view, key);
    const { parent, spelling } = config.identity;
    const spelled = parent && spelling.spell(key);
    if (parent !== undefined && spelled !== undefined) this.#touchRelations(parent, spelled);
  }

  #touchRelations(config: Config, key: string): void {
    for (const rule of readersOf(rulesFor(config), key)) this.#judgeRelation(config, rule);
    for (const view of config.views) this.#touchRelations(view, key);
  }

  #judgeRelation(config: Config, rule: RelationRule): void {
    const verdicts: Verdict[] = [];
    for (const found of rule.check(config)) {
      const finding = here(found);
      if (finding !== undefined) verdicts.push({ rule, finding });
    }
    const known = this.#relations.get(config);
    if (verdicts.length === 0) known?.delete(rule);
    else if (known === undefined) this.#relations.set(config, new Map([[rule, verdicts]]));
    else known.set(rule, verdicts);
  }
}

/** Whether an edit changed a class that is named, or which of the known keys are written. */
function changesUnknown(config: Config, keys: ReadonlySet<string>, { removed, added }: Delta, placement: Placement): boolean {
  const assigned = (entries: readonly Entry[], key: string): number =>
    entries.flatMap((entry) => placement.assign(entry)).filter((one) => one.config === config && one.key === key).length;
  return [...keys].some((key) => {
    const resolution = config.resolve(key, config.lookup);
    if (resolution?.kind !== 'known') return false;
    return namesClass(resolution.definition) || assigned(removed, key) !== assigned(added, key);
  });
}

const ruleSets = new Map<string, RuleSet>();
const setOfConfig = new WeakMap<Config, RuleSet>();

/** The rules for a config. */
function rulesFor(config: Config): RuleSet {
  const known = setOfConfig.get(config);
  if (known !== undefined) return known;
  const set = findRules(config);
  setOfConfig.set(config, set);
  return set;
}

/** The rules for a config's role, family and version; arranged once. */
function findRules(config: Config): RuleSet {
  const { role, kafka, family } = config.identity;
  const id = `${role} ${family} ${minorOf(kafka)}`;
  const known = ruleSets.get(id);
  if (known !== undefined) return known;
  const set = arrange(rules.filter((rule) => concerns(rule, config)));
  ruleSets.set(id, set);
  return set;
}

/** Whether a rule has anything to say about configs of this role, family and version. */
function concerns(rule: Rule, config: Config): boolean {
  const { role, kafka, family } = config.identity;
  if ((rule.family ?? 'java') !== family && rule.family !== 'any') return false;
  return (rule.roles === 'all' || rule.roles.includes(role)) && inVersions(rule.kafka, kafka);
}

function inVersions(range: Rule['kafka'], kafka: KafkaVersion): boolean {
  const since = range?.since === undefined ? undefined : parseVersion(range.since);
  const until = range?.until === undefined ? undefined : parseVersion(range.until);
  return (since === undefined || minorOf(kafka) >= minorOf(since)) && (until === undefined || minorOf(kafka) <= minorOf(until));
}

function arrange(concerned: readonly Rule[]): RuleSet {
  const each: SettingRule[] = [];
  const byKey = new Map<string, RelationRule[]>();
  const byPattern: [string, string, RelationRule][] = [];
  const always: RelationRule[] = [];
  for (const rule of concerned) {
    if (rule.reads === 'each') each.push(rule);
    else for (const key of rule.reads) file(rule, key, byKey, byPattern, always);
  }
  return { each, byKey, byPattern, always };
}

function file(
  rule: RelationRule,
  key: string,
  byKey: Map<string, RelationRule[]>,
  byPattern: [string, string, RelationRule][],
  always: RelationRule[],
): void {
  const star = key.indexOf('*');
  if (key === '*') always.push(rule);
  else if (star !== -1) byPattern.push([key.slice(0, star), key.slice(star + 1), rule]);
  else byKey.set(key, [...(byKey.get(key) ?? []), rule]);
}

function readersOf(set: RuleSet, key: string): readonly RelationRule[] {
  const exact = set.byKey.get(key) ?? [];
  const matching = set.byPattern.filter(([start, end]) => key.startsWith(start) && key.endsWith(end));
  return matching.length === 0 ? exact : [...exact, ...matching.map(([, , rule]) => rule)];
}

import type { Config, Setting } from '../configs/config.ts';
import type { Followed, Membership, Placement } from '../configs/placement.ts';
import type { Delta, Entry } from '../formats/format.ts';
import { namesClass } from '../schema/plugins.ts';
import { Dependents } from './dependents.ts';
import { dueAfter } from './due.ts';
import { here } from './here.ts';
import type { Finding, RelationRule, Rule, SettingRule } from './rule.ts';
import { askedOf, concernOf, rulesFor } from './rule-set.ts';

/** A finding with the rule that made it. */
export interface Verdict {
  readonly rule: Rule;
  readonly finding: Finding;
}

/**
 * What the rules say about the configs of a document. Judges everything once, then only what an edit concerns: the settings it
 * changed, and the relations that read their keys.
 */
export class Judge {
  #placement: Placement;
  readonly #each = new Map<Setting, Verdict[]>();
  readonly #relations = new Map<Config, Map<RelationRule, readonly Verdict[]>>();

  readonly #judged = new Set<Config>();
  readonly #dependents = new Dependents();

  constructor(placement: Placement) {
    this.#placement = placement;
    this.renew(placement);
  }

  /** Goes on with another placement of the document: of the configs that it still has is said what was said. */
  renew(placement: Placement): void {
    this.#placement = placement;
    const { configs } = placement;
    // Rules of a config may read what its views hold, by whole names: there all of them are asked.
    const parents = new Set(configs.flatMap(({ identity }) => identity.parent ?? []));
    this.#forgetOthers(new Set([...configs, ...parents]));
    for (const config of configs) if (this.#isNew(config)) this.#judgeAll(config, parents.has(config));
    for (const parent of parents) if (this.#isNew(parent) && parent.size === 0) this.#judgeRelations(parent, rulesFor(parent).relations);
  }

  #isNew(config: Config): boolean {
    const { size } = this.#judged;
    return this.#judged.add(config).size > size;
  }

  #forgetOthers(configs: ReadonlySet<Config>): void {
    for (const config of this.#judged) if (!configs.has(config)) this.#judged.delete(config);
    for (const config of this.#relations.keys()) if (!configs.has(config)) this.#relations.delete(config);
    for (const setting of this.#each.keys()) if (!configs.has(setting.config)) this.#each.delete(setting);
  }

  /** Everything the rules say, in no order. */
  *verdicts(): Iterable<Verdict> {
    for (const verdicts of this.#each.values()) yield* verdicts;
    for (const byRule of this.#relations.values()) for (const verdicts of byRule.values()) yield* verdicts;
  }

  /** Brings placement and verdicts up to date after an edit that left the configs what they are. */
  update({ removed, added }: Delta, { placement, moved, before }: Followed): void {
    const changes: Changes = new Map();
    for (const entry of [...removed, ...moved]) this.#remove(entry, before?.get(entry) ?? this.#placement.assign(entry), changes);
    this.#placement = placement;
    for (const entry of [...added, ...moved]) this.#add(entry, changes);
    for (const config of changes.keys()) this.#judged.add(config);
    const hanging = this.#thoseThatHangOn(changes);
    for (const setting of hanging) setting.forgetResolution();
    const { relations, settings } = dueAfter(changes);
    for (const [config, rules] of relations) this.#judgeRelations(config, rules);
    for (const setting of [...settings, ...hanging]) this.#judgeSetting(setting);
    for (const config of changes.keys()) if (!isInUse(config)) this.#relations.delete(config);
    this.#renewThoseAt(new Set(removed));
  }

  /** What is missing is said at the first setting: where that is another now, though no key that the rule reads, it is said there. */
  #renewThoseAt(gone: ReadonlySet<Entry>): void {
    for (const [config, byRule] of this.#relations)
      for (const [rule, verdicts] of byRule)
        if (verdicts.some(({ finding }) => gone.has(finding.at.entry))) this.#judgeRelations(config, [rule]);
  }

  /** What Kafka does not know may be a slip or a plug-in's own, and a plug-in's own is what its class says: both hang on the keys beside it. */
  #thoseThatHangOn(changes: Changes): ReadonlySet<Setting> {
    const hanging = new Set([...this.#dependents.on(changes)].filter(({ config }) => this.#judged.has(config)));
    for (const [config, keys] of changes) {
      if (this.#dependents.knows(config) || !changesUnknown(config, keys)) continue;
      this.#dependents.know(config);
      for (const setting of unsettledOf(config)) hanging.add(setting);
    }
    return hanging;
  }

  #remove(entry: Entry, from: readonly Membership[], changes: Changes): void {
    for (const { config, key } of from) {
      const setting = config.remove(key, entry);
      if (setting !== undefined) this.#drop(setting);
      count(changes, config, key, -1);
    }
  }

  #drop(setting: Setting): void {
    this.#each.delete(setting);
    this.#dependents.forget(setting);
  }

  #add(entry: Entry, changes: Changes): void {
    for (const { config, key, value } of this.#placement.assign(entry)) {
      config.add(key, entry, value);
      count(changes, config, key, 1);
    }
  }

  #judgeAll(config: Config, everything: boolean): void {
    const set = rulesFor(config);
    const concerned = new Set(set.always);
    const add = (rule: RelationRule): void => void concerned.add(rule);
    const knows = this.#dependents.knows(config);
    if (knows) for (const setting of config.written()) this.#judgeSetting(setting);
    config.eachWritten((setting) => {
      const concern = concernOf(set, setting);
      if (!knows) this.#ask(askedOf(set, concern, setting), setting);
      concern.readers.forEach(add);
    });
    if (everything) for (const rule of set.relations) if (isAsked(rule, config)) concerned.add(rule);
    if (isInUse(config)) for (const rule of concerned) this.#keep(config, rule, verdictsOf(rule, config));
  }

  #judgeSetting(setting: Setting): void {
    this.#each.delete(setting);
    const set = rulesFor(setting.config);
    const judge = (): void => this.#ask(askedOf(set, concernOf(set, setting), setting), setting);
    if (!this.#dependents.knows(setting.config) || !isUnsettled(setting)) {
      judge();
      return;
    }
    // What its name means is looked up while somebody listens.
    setting.forgetResolution();
    this.#dependents.note(setting, judge);
  }

  /** Counts, because an iterator would leave an object behind for each rule, and this is done for each line of a file. */
  #ask(rules: readonly SettingRule[], setting: Setting): void {
    for (let i = 0; i < rules.length; i += 1) {
      const rule = rules[i];
      if (rule !== undefined && (rule.when === undefined || rule.when(setting))) this.#check(rule, setting);
    }
  }

  #check(rule: SettingRule, setting: Setting): void {
    for (const found of rule.check(setting, setting.config)) {
      const finding = here(found);
      if (finding !== undefined) this.#say(setting, { rule, finding });
    }
  }

  #say(setting: Setting, verdict: Verdict): void {
    const others = this.#each.get(setting);
    if (others === undefined) this.#each.set(setting, [verdict]);
    else others.push(verdict);
  }

  #judgeRelations(config: Config, rules: Iterable<RelationRule>): void {
    if (!isInUse(config)) this.#relations.delete(config);
    else for (const rule of rules) this.#keep(config, rule, isAsked(rule, config) ? verdictsOf(rule, config) : undefined);
  }

  #keep(config: Config, rule: RelationRule, verdicts: readonly Verdict[] | undefined): void {
    const known = this.#relations.get(config);
    if (verdicts === undefined) known?.delete(rule);
    else if (known === undefined) this.#relations.set(config, new Map([[rule, verdicts]]));
    else known.set(rule, verdicts);
  }
}

/** A view of which nothing is left is no config of the document's any more, unless others fall back to it. */
function isInUse({ identity, size, views }: Config): boolean {
  return identity.parent === undefined || size > 0 || views.some((view) => view.size > 0);
}

/** What a view falls back to counts for the keys that it writes itself: a rule that reads none of these is not asked about it. */
function isAsked(rule: RelationRule, config: Config): boolean {
  if (config.identity.parent === undefined || config.views.some(({ size }) => size > 0)) return true;
  return rule.reads.some((key) => {
    const star = key.indexOf('*');
    if (star === -1) return config.all(key).length > 0;
    const [start, end] = [key.slice(0, star), key.slice(star + 1)];
    return key === '*' || [...config.written()].some((setting) => setting.key.startsWith(start) && setting.key.endsWith(end));
  });
}

/** What a rule says about a config; undefined where it says nothing, as most do. */
function verdictsOf(rule: RelationRule, config: Config): readonly Verdict[] | undefined {
  if (rule.needs !== undefined && !config.has(rule.needs)) return undefined;
  let verdicts: Verdict[] | undefined;
  for (const found of rule.check(config)) {
    const finding = here(found);
    if (finding === undefined) continue;
    verdicts ??= [];
    verdicts.push({ rule, finding });
  }
  return verdicts;
}

/** Whether other keys have a say in what the name of a setting means. */
function isUnsettled({ resolution }: Setting): boolean {
  return resolution?.kind !== 'known' || resolution.via !== undefined;
}

/** Those of a config and its views of which that is so. */
function unsettledOf(config: Config): readonly Setting[] {
  return [...[...config.written()].filter(isUnsettled), ...config.views.flatMap(unsettledOf)];
}

/** Whether an edit changed a class that is named, or which of the known keys are written. */
function changesUnknown(config: Config, keys: ReadonlyMap<string, number>): boolean {
  return [...keys].some(([key, more]) => {
    const resolution = config.resolve(key, config.lookup);
    if (resolution?.kind !== 'known') return classOfOthers.test(key);
    return more !== 0 || namesClass(resolution.definition);
  });
}

/** What names the class of others, though this release, or this file, does not read it. */
const classOfOthers = /(?:type|class|converter)$/;

/** The keys that an edit touched, by config, and how many more of each there are now. */
type Changes = Map<Config, Map<string, number>>;

function count(changes: Changes, config: Config, key: string, more: 1 | -1): void {
  const keys = changes.get(config) ?? new Map<string, number>();
  changes.set(config, keys.set(key, (keys.get(key) ?? 0) + more));
}

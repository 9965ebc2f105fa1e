import type { Config, Setting } from '../configs/config.ts';
import type { RelationRule } from './rule.ts';
import { type RuleSet, readersBehindPrefix, readersOf, rulesFor } from './rule-set.ts';

/** What is to be asked again, each once, however many keys of an edit ask for it. */
export interface Due {
  readonly settings: Set<Setting>;
  readonly relations: Map<Config, Set<RelationRule>>;
}

/** What is due after an edit, by the configs and keys that it changed. */
export function dueAfter(changes: ReadonlyMap<Config, ReadonlyMap<string, unknown>>): Due {
  const due: Due = { settings: new Set(), relations: new Map() };
  for (const [config, keys] of changes) for (const key of keys.keys()) touch(config, key, due);
  return due;
}

function ask(due: Due, config: Config, rules: readonly RelationRule[]): void {
  if (rules.length === 0) return;
  const known = due.relations.get(config);
  if (known === undefined) due.relations.set(config, new Set(rules));
  else for (const rule of rules) known.add(rule);
}

/** A key changed: every relation that reads it is judged again, in this config, in the views that see it, and in the configs that this is a view of; so is what it shadows. */
function touch(config: Config, key: string, due: Due): void {
  const set = rulesFor(config);
  ask(due, config, [...set.always, ...readersOf(set, key)]);
  for (const setting of config.all(key)) due.settings.add(setting);
  touchViews(config, key, due);
  touchParents(config, key, due);
}

/** Rules look into the views of a config, and the views of these, by whole names, or ask each of them for its own key. */
function touchParents({ identity: { parent, spelling } }: Config, key: string, due: Due): void {
  const spelled = parent === undefined ? undefined : spelling.spell(key);
  for (let at = parent; at !== undefined; at = at.identity.parent) {
    const set = rulesFor(at);
    const readers = [...readersOf(set, key), ...readersBehindPrefix(set, key), ...(spelled === undefined ? [] : readersOf(set, spelled))];
    ask(due, at, [...set.always, ...readers]);
  }
}

function touchViews(config: Config, key: string, due: Due): void {
  let set: RuleSet | undefined;
  let readers: readonly RelationRule[] = [];
  for (const view of config.views) {
    const own = rulesFor(view);
    if (own !== set) readers = readersOf(own, key);
    set = own;
    ask(due, view, readers);
    touchViews(view, key, due);
  }
}

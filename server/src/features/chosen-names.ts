import type { Config } from '../configs/config.ts';
import { type DynamicName, dynamicNames } from '../schema/dynamic-names.ts';
import { pluginProperties, shippedName } from '../schema/plugins.ts';
import { names } from '../schema/schema.ts';
import { componentTable } from '../schema/tables.ts';

/** What an author calls things, by the part of a name that holds it. */
type Parts = Readonly<Record<string, string>>;

/**
 * Names with parts that the author chose: `transforms.mask.type` where `transforms` lists `mask`. What is long, such as all that can be set
 * for one listener, is there as soon as what is typed begins like it.
 */
export function* chosenNames(config: Config, typed: string): Iterable<string> {
  for (const family of dynamicNames(config.role, config.kafka)) {
    for (const parts of partsOf(family.name, config, typed)) {
      const name = fill(family.name, parts);
      if (!name.endsWith('{*}')) yield name;
      else yield* continued(family, name.slice(0, -'{*}'.length), parts, config, typed);
    }
  }
}

function* continued(family: DynamicName, prefix: string, parts: Parts, config: Config, typed: string): Iterable<string> {
  const head = family.name.slice(0, family.name.indexOf('{'));
  const begun = typed.startsWith(head === '' ? prefix : head);
  if (family.plugin === undefined && (!begun || prefix === '')) return;
  for (const rest of restsOf(family, parts, config)) yield prefix + rest;
}

/** What may stand behind the prefix. */
function restsOf({ plugin, view, also, component, only }: DynamicName, parts: Parts, { kafka, lookup }: Config): readonly string[] {
  if (plugin !== undefined) {
    const className = shippedName(kafka, lookup(fill(plugin, parts))?.trim() ?? '');
    return className === undefined ? [] : pluginProperties(kafka, className).map(({ name }) => name);
  }
  if (view !== undefined) return [...names(view, kafka), ...(also === undefined ? [] : names(also, kafka))];
  if (component === undefined) return [];
  const all = [...componentTable(component, kafka).values()].filter(({ internal }) => internal !== true).map(({ name }) => name);
  return only === undefined ? all : all.filter((name) => only.some((one) => admits(one, name)));
}

function admits(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

/** All that the author's parts of a name can be; nothing where one of them is not in the file. */
function partsOf(name: string, config: Config, typed: string): readonly Parts[] {
  if (name.startsWith('{source}->{target}')) return flowsOf(listed(config, 'clusters'), typed);
  const [, part] = /\{(\w+)\}/.exec(name) ?? [];
  if (part === undefined) return [{}];
  if (name.includes('{mechanism}')) return [];
  return whereListed(name.slice(0, name.indexOf('{')), config).map((one) => ({ [part]: one }));
}

/** More clusters than this have hundreds of flows among them. */
const fewClusters = 12;

/** The flows between clusters; of many only those from the cluster that is typed already. */
function flowsOf(clusters: readonly string[], typed: string): readonly Parts[] {
  const sources = clusters.length <= fewClusters ? clusters : clusters.filter((source) => typed.startsWith(`${source}->`));
  return sources.flatMap((source) => clusters.filter((target) => target !== source).map((target) => ({ source, target })));
}

/** The names that the author may have chosen behind a beginning. */
function whereListed(head: string, config: Config): readonly string[] {
  if (head === 'listener.name.') return listenerNames(config).map((listener) => listener.toLowerCase());
  if (head === 'topic.creation.') return listed(config, 'topic.creation.groups');
  return listed(config, head === '' ? 'clusters' : head.slice(0, -1));
}

/** The names of the listeners that a server opens, in the order of the file. */
export function listenerNames(config: Config): readonly string[] {
  const opened = [...listed(config, 'listeners'), ...listed(config, 'advertised.listeners')].map((one) => one.replace(/:\/\/.*$/s, ''));
  return [...new Set(opened)].filter((one) => /^\w+$/.test(one));
}

/** The elements of a list in the file. */
export function listed(config: Config, key: string): readonly string[] {
  const elements = config.lookup(key)?.split(',') ?? [];
  return elements.map((element) => element.trim()).filter((element) => element !== '');
}

function fill(name: string, parts: Parts): string {
  return name.replace(/\{(\w+)\}/g, (whole, part: string) => parts[part] ?? whole);
}

import type { Definition } from './definition.ts';
import { type Component, facts } from './facts.ts';
import { bodyAt, componentTable, isProperty } from './tables.ts';
import { type KafkaVersion, minorOf } from './version.ts';

/** A class that ships with a Kafka version, and what it is: `transformation`, `converter`, `header-converter`, … */
export interface ShippedClass {
  readonly name: string;
  readonly kinds: readonly string[];
}

/** The Connect plug-in classes that ship with a version. */
export function shippedClasses(version: KafkaVersion): readonly ShippedClass[] {
  const component = facts().components['connect-plugins'];
  if (component === undefined) return [];
  return Object.keys(component.keys).flatMap((name) => {
    const kinds = kindsAt(component, name, version);
    return kinds === undefined ? [] : [{ name, kinds }];
  });
}

/** Whether a class is one of Kafka's own plug-ins in this version, so that all its properties are known. */
export function isShippedClass(version: KafkaVersion, className: string): boolean {
  const component = facts().components['connect-plugins'];
  return component !== undefined && kindsAt(component, className, version) !== undefined;
}

/** A property of one of Kafka's own plug-ins: of a transformation, converter, … */
export function pluginProperty(version: KafkaVersion, className: string, name: string): Definition | undefined {
  const definition = componentTable('connect-plugins', version).get(`${className}#${name}`);
  return definition && { ...definition, name, describedAs: definition.name };
}

/** All properties of one of Kafka's own plug-ins. */
export function pluginProperties(version: KafkaVersion, className: string): readonly Definition[] {
  const prefix = `${className}#`;
  const table = componentTable('connect-plugins', version);
  return [...table.values()]
    .filter((one) => one.name.startsWith(prefix))
    .map((one) => ({ ...one, name: one.name.slice(prefix.length), describedAs: one.name }));
}

function kindsAt(component: Component, name: string, version: KafkaVersion): readonly string[] | undefined {
  const body = bodyAt(component, name, Math.min(minorOf(version), component.last));
  return body === undefined || isProperty(body) ? undefined : body.plugin.split(',');
}

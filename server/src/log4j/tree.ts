import type { Setting } from './read.ts';

/** One element of a Log4j2 configuration, whatever the syntax it will be printed in. */
export interface Element {
  /** The plug-in's name, as in XML. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly children: readonly Element[];
  /** The log4j 1 settings it stands for; their comments go with it. */
  readonly from: readonly Setting[];
  /** Lines of comment above it, besides those of `from`. */
  readonly remarks?: readonly string[];
  /** True for an element that is kept as a comment only: log4j 1 never created it. */
  readonly off?: boolean;
}

export interface Attribute {
  readonly name: string;
  readonly value: string;
}

/** A whole configuration; the comments of the file's head and tail go around it. */
export interface Configuration {
  readonly attributes: readonly Attribute[];
  readonly children: readonly Element[];
  readonly head: readonly string[];
  readonly tail: readonly string[];
}

/** Makes an element; attributes without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly (Element | undefined)[] = [],
  from: readonly (Setting | undefined)[] = [],
): Element {
  const written: Attribute[] = [];
  for (const attribute in attributes) {
    const value = attributes[attribute];
    if (value !== undefined) written.push({ name: attribute, value });
  }
  return {
    name,
    attributes: written,
    children: children.filter((child) => child !== undefined),
    from: from.filter((setting) => setting !== undefined),
  };
}

/** The value of an attribute, or undefined. */
export function attributeOf(node: Element, name: string): string | undefined {
  return node.attributes.find((attribute) => attribute.name === name)?.value;
}

/** Calls `visit` with the element and everything below it, parents first. */
export function walk(node: Element, visit: (node: Element) => void): void {
  visit(node);
  for (const child of node.children) walk(child, visit);
}

/** A stretch of the text, UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** An element of a Log4j2 configuration as it is written, whatever the syntax. */
export interface WrittenElement {
  /** The plug-in's name; where a `type` says it, that. */
  readonly name: string;
  readonly at: Range;
  readonly attributes: readonly WrittenAttribute[];
  readonly children: readonly WrittenElement[];
}

export interface WrittenAttribute {
  readonly name: string;
  readonly value: string;
  readonly at: Range;
  readonly valueAt: Range;
}

/** What its reader alone can see in a file that can be read. */
export interface ReadProblem {
  /** `refused`: Log4j2 throws, and what logs first does not start. */
  readonly kind: 'refused' | 'repeated-key' | 'misplaced-element' | 'invalid-level';
  /** The first Kafka release with a Log4j2 that refuses it, where those before ignore it. */
  readonly since?: string;
  readonly at: Range;
  readonly message: string;
  readonly replacement?: string;
}

/** A Log4j2 file as its root element, or why it cannot be read; `unread`: Log4j2 can, we cannot; `isTaken`: it can, and finds nothing. */
export type WrittenFile =
  | { readonly unread: true }
  | { readonly root: WrittenElement; readonly problems?: readonly ReadProblem[] }
  | { readonly broken: string; readonly at: Range; readonly isTaken?: true };

/** The value of an attribute; Log4j2 does not mind the case of its name. */
export function attributeNamed(node: WrittenElement, name: string): WrittenAttribute | undefined {
  return node.attributes.find((attribute) => attribute.name.toLowerCase() === name.toLowerCase());
}

/** The element and everything below it, parents first. */
export function* everyElement(node: WrittenElement): Iterable<WrittenElement> {
  // Not by calling itself: who nests elements without end would end the stack.
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (const child of next.children.toReversed()) waiting.push(child);
  }
}

/** The element with the name that `type` gives, without that attribute: the strict form of XML, and lists in YAML and JSON. */
export function typed(node: WrittenElement): WrittenElement {
  const type = attributeNamed(node, 'type');
  return type === undefined ? node : { ...node, name: type.value, attributes: node.attributes.filter((attribute) => attribute !== type) };
}

import { isAlias, isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { type Range, typed, type WrittenAttribute, type WrittenElement, type WrittenFile } from './log4j2-tree.ts';

/** Reads Log4j2 YAML or JSON (which YAML takes in) with positions. */
export function readLog4j2Yaml(text: string): WrittenFile {
  const document = parseDocument(text, { uniqueKeys: false });
  const [error] = document.errors;
  if (error !== undefined)
    return {
      broken: firstLine(error.message),
      at: { start: Math.min(error.pos[0], text.length), end: Math.min(Math.max(error.pos[1], error.pos[0] + 1), text.length) },
    };
  const { contents } = document;
  const [first] = isMap(contents) ? contents.items : [];
  if (first === undefined || !isScalar(first.key) || !isMap(first.value))
    return { broken: 'The file must hold one map, `Configuration`', at: { start: 0, end: text.length } };
  return { root: elementOf(String(first.key.value), rangeOf(first.key), first.value) };
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line .*$/, '');
}

function elementOf(name: string, at: Range, map: YAMLMap): WrittenElement {
  const attributes: WrittenAttribute[] = [];
  const children: WrittenElement[] = [];
  for (const pair of map.items) readPair(pair, attributes, children);
  return typed({ name, at, attributes, children });
}

function readPair({ key, value }: Pair, attributes: WrittenAttribute[], children: WrittenElement[]): void {
  if (!isScalar(key) || isAlias(value)) return;
  const name = String(key.value);
  if (isMap(value)) children.push(elementOf(name, rangeOf(key), value));
  else if (isSeq(value)) {
    // Items of a list are so many elements of one name; their own place is their first key.
    for (const item of value.items) if (isMap(item)) children.push(elementOf(name, itemRange(item, key), item));
  } else if (isScalar(value))
    attributes.push({
      name,
      value: value.value === null ? '' : String(value.source ?? value.value),
      at: rangeOf(key),
      valueAt: rangeOf(value),
    });
  else if (value === null) children.push({ name, at: rangeOf(key), attributes: [], children: [] });
}

function itemRange(item: YAMLMap, key: Scalar): Range {
  const [first] = item.items;
  return first !== undefined && isScalar(first.key) ? rangeOf(first.key) : rangeOf(key);
}

function rangeOf({ range }: Scalar): Range {
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, Scalar } from 'yaml';
import { type DataNode, readData } from './log4j2-data.ts';
import type { Range, WrittenFile } from './log4j2-tree.ts';

/** Reads Log4j2 YAML with positions. Of several documents only the first counts. */
export function readLog4j2Yaml(text: string): WrittenFile {
  const document = parseDocument(text, { uniqueKeys: false, strict: false, prettyErrors: false });
  const error = document.errors.find(({ code }) => code !== 'MULTIPLE_DOCS');
  if (error !== undefined) {
    const start = Math.min(error.pos[0], text.length);
    if (isAllowed(error.message, text, start) || endsBefore(document.contents, text, start)) return { unread: true };
    // Of a text that begins with something else nobody reads the rest.
    if (!isMap(document.contents)) return readData(undefined, text);
    return { broken: firstLine(error.message), at: { start, end: Math.min(Math.max(error.pos[1], start + 1), text.length) } };
  }
  return readData(document.contents === null ? undefined : dataOf(document.contents), text);
}

/** Of a first map that is indented Jackson does not look at what follows with less indent. */
function endsBefore(contents: Node | null, text: string, at: number): boolean {
  const start = contents?.range?.[0] ?? 0;
  const column = (offset: number): number => offset - text.lastIndexOf('\n', offset - 1) - 1;
  return isMap(contents) && column(at) < column(start);
}

/** Snakeyaml, which Jackson uses, is content with less indented lines inside brackets and quotes. */
function isAllowed(message: string, text: string, start: number): boolean {
  if (/^Flow (map|sequence|end)/.test(message)) return /sufficiently|indented/.test(message);
  const [, quote = ''] = /^Missing closing (["'])quote/.exec(message) ?? [];
  return quote !== '' && text.includes(quote, start);
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line .*$/, '');
}

function dataOf(node: Node): DataNode {
  const at = rangeOf(node);
  if (isMap(node)) {
    const members = node.items.flatMap(({ key, value }) => {
      if (!isScalar(key)) return [];
      const content: DataNode = isNode(value) ? dataOf(value) : { kind: 'value', text: '', at: rangeOf(key) };
      return [{ key: isScalar(key) && key.source !== undefined ? key.source : String(key.value), at: rangeOf(key), value: content }];
    });
    return { kind: 'map', at, members };
  }
  if (isSeq(node)) return { kind: 'list', at, items: node.items.flatMap((item) => (isNode(item) ? [dataOf(item)] : [])) };
  // Jackson does not follow an alias.
  return isScalar(node) ? { kind: 'value', at, ...textOf(node) } : { kind: 'value', at, text: '' };
}

function isNode(value: unknown): value is Node {
  return isMap(value) || isSeq(value) || isScalar(value) || isAlias(value);
}

/** Words that YAML 1.1, and with it Jackson, takes for true and false. */
const truth: Readonly<Record<string, string>> = { on: 'true', yes: 'true', off: 'false', no: 'false' };

function textOf({ value, source, type }: Scalar): { readonly text: string; readonly written?: string } {
  const written = value === null ? '' : String(source ?? value);
  const meant = type === Scalar.PLAIN && /^(?:[a-z]+|[A-Z]+|[A-Z][a-z]+)$/.test(written) ? truth[written.toLowerCase()] : undefined;
  return meant === undefined ? { text: written } : { text: meant, written };
}

function rangeOf({ range }: Node): Range {
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

import { XMLBuilder } from 'fast-xml-parser';
import { type PlacedComments, placeComments } from './comments.ts';
import { legalText } from './legal-text.ts';
import type { Setting } from './read.ts';
import type { Configuration, Element } from './tree.ts';

/** A node as fast-xml-parser's builder takes it when the order counts. */
type XmlNode = Readonly<Record<string, unknown>>;

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  commentPropName: '#comment',
  suppressEmptyNode: true,
  format: true,
  indentBy: '  ',
  suppressBooleanAttributes: false,
  processEntities: false,
});

/** Prints a configuration as Log4j2 XML, two blanks a level, in UTF-8. */
export function printXml(configuration: Configuration, settings: readonly Setting[]): string {
  const comments = placeComments(configuration, settings);
  const nodes: XmlNode[] = [
    { '?xml': [{ '#text': '' }], ':@': { version: configuration.children.some(holdsControls) ? '1.1' : '1.0', encoding: 'UTF-8' } },
    ...commentNodes(configuration.head, 0),
    {
      Configuration: [...configuration.children.flatMap((child) => elementNodes(child, 1, comments)), ...commentNodes(comments.end, 1)],
      ':@': Object.fromEntries(configuration.attributes.map(({ name, value }) => [name, escapeAttribute(value)])),
    },
  ];
  return `${String(builder.build(nodes)).trim()}\n`;
}

function elementNodes(node: Element, depth: number, comments: PlacedComments): readonly XmlNode[] {
  const remarks = commentNodes([...(comments.above.get(node) ?? []), ...(node.remarks ?? [])], depth);
  if (node.off !== true) return [...remarks, elementNode(node, depth, comments)];
  return [...remarks, commentedOut(node, depth)];
}

function elementNode(node: Element, depth: number, comments: PlacedComments): XmlNode {
  const attributes = Object.fromEntries(node.attributes.map(({ name, value }) => [name, escapeAttribute(value)]));
  return {
    [node.name]: node.children.flatMap((child) => elementNodes(child, depth + 1, comments)),
    ...(node.attributes.length > 0 ? { ':@': attributes } : {}),
  };
}

/** An element that may be put back by taking the comment marks away: a double dash inside it is written as a reference. */
function commentedOut(node: Element, depth: number): XmlNode {
  const text = String(builder.build([elementNode(node, 0, { above: new Map(), end: [] })])).trim();
  const indent = '  '.repeat(depth);
  return commentNode(`\n${indent}${text.replaceAll('--', '-&#45;').replaceAll('\n', `\n${indent}`)}\n${indent}`);
}

function commentNodes(remarks: readonly string[], depth: number): readonly XmlNode[] {
  if (remarks.length === 0) return [];
  const lines = remarks.map(escapeComment);
  return [commentNode(` ${lines.join(`\n${'  '.repeat(depth)}     `).replace(/[ \t]+$/gm, '')} `)];
}

function commentNode(text: string): XmlNode {
  return { '#comment': [{ '#text': text }] };
}

// Escape sequences of terminals: only XML 1.1 takes these, as references.
const controls = /[^\P{Cc}\0\t\n\r\x7f-\x9f]/u;

function holdsControls(node: Element): boolean {
  return node.attributes.some(({ value }) => controls.test(value)) || node.children.some(holdsControls);
}

function escapeAttribute(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replace(/[\0\p{Cs}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[\p{Cc}\u2028]/gu, (char) => `&#${char.charCodeAt(0)};`);
}

function escapeComment(line: string): string {
  return legalText(line)
    .replace(/-(?=-)/g, '- ')
    .replace(/-$/, '- ');
}

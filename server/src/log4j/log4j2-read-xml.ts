import { XMLValidator } from 'fast-xml-parser';
import { pluginOf } from './log4j2-plugins.ts';
import type { Range, WrittenAttribute, WrittenElement, WrittenFile } from './log4j2-tree.ts';
import { typed } from './log4j2-tree.ts';

const piece =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>|<\/[^>]*>|<([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;

/** Reads Log4j2 XML with positions; names where it is not well-formed. */
export function readLog4j2Xml(text: string): WrittenFile {
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) return { broken: verdict.err.msg.replace(/\.$/, ''), at: placeOf(text, verdict.err.line, verdict.err.col ?? 1) };
  const open: { readonly node: WrittenElement; readonly children: WrittenElement[] }[] = [];
  let root: WrittenElement | undefined;
  for (const match of text.matchAll(piece)) {
    const name = match[1];
    if (name === undefined) {
      if (match[0].startsWith('</')) root = close(open) ?? root;
      continue;
    }
    const start = match.index + 1;
    const children: WrittenElement[] = [];
    const node = { name, at: { start, end: start + name.length }, attributes: attributesOf(match[2] ?? '', start + name.length), children };
    open.push({ node, children });
    if (match[3] === '/') root = close(open) ?? root;
  }
  return root === undefined ? { broken: 'There is no element', at: { start: 0, end: text.length } } : { root };
}

/** Ends the innermost element; the outermost is the answer. */
function close(open: { readonly node: WrittenElement; readonly children: WrittenElement[] }[]): WrittenElement | undefined {
  const done = open.pop();
  if (done === undefined) return undefined;
  const node = pluginOf(done.node.name) === undefined || done.node.name === 'Appender' ? typed(done.node) : done.node;
  open.at(-1)?.children.push(node);
  return open.length === 0 ? node : undefined;
}

function attributesOf(text: string, offset: number): readonly WrittenAttribute[] {
  return [...text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((match) => {
    const name = match[1] ?? '';
    const start = offset + match.index;
    const raw = match[2] ?? match[3] ?? '';
    const end = start + match[0].length - 1;
    return { name, value: unescapeXml(raw), at: { start, end: start + name.length }, valueAt: { start: end - raw.length, end } };
  });
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(\w+|#\d+|#x[\da-fA-F]+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** One character at a line and column, both counted from 1. */
function placeOf(text: string, line: number, column: number): Range {
  let start = 0;
  for (let at = 1; at < line; at += 1) start = text.indexOf('\n', start) + 1;
  const from = Math.min(start + Math.max(column - 1, 0), Math.max(text.length - 1, 0));
  return { start: from, end: Math.min(from + 1, text.length) };
}

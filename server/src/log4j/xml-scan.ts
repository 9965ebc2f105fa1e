import type { Range } from './log4j2-tree.ts';

/** A piece of an XML text, as far as Log4j2's parser looks at it. */
export type XmlPiece =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly at: Range;
      readonly attributes: readonly XmlAttribute[];
      readonly isEmpty: boolean;
    }
  | { readonly kind: 'close'; readonly name: string; readonly at: Range }
  | { readonly kind: 'text'; readonly text: string; readonly at: Range };

export interface XmlAttribute {
  readonly name: string;
  readonly value: string;
  readonly at: Range;
  readonly valueAt: Range;
}

/** Where a text is not well-formed, and why. */
export interface XmlFault {
  readonly why: string;
  readonly at: Range;
}

const nameStart = /[A-Za-z_:\u0080-\uffff]/;
const name = /[A-Za-z_:\u0080-\uffff][\w:.\-\u0080-\uffff]*/y;
const blanks = /[ \t\r\n]*/y;
const entity = /&(?:#\d+|#x[\da-fA-F]+|[A-Za-z_:][\w:.-]*);/y;

/** Cuts an XML text into pieces up to its end or its first fault, in one pass. What it does not see is how elements nest. */
export function scanXml(text: string): { readonly pieces: readonly XmlPiece[]; readonly fault?: XmlFault } {
  const pieces: XmlPiece[] = [];
  const entities = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const begin = at;
  while (at < text.length) {
    const step = text[at] === '<' ? readMarkup(text, at, begin, entities) : readText(text, at, entities);
    if ('why' in step) return { pieces, fault: step };
    if (step.piece !== undefined) pieces.push(step.piece);
    at = step.end;
  }
  return { pieces };
}

type Step = { readonly piece?: XmlPiece; readonly end: number } | XmlFault;

function faultAt(start: number, why: string, length = 1): XmlFault {
  return { why, at: { start, end: start + length } };
}

function readMarkup(text: string, at: number, begin: number, entities: Set<string>): Step {
  if (text.startsWith('<!--', at)) return readComment(text, at);
  if (text.startsWith('<![CDATA[', at)) {
    const end = text.indexOf(']]>', at);
    if (end === -1) return faultAt(at, 'A CDATA section is not closed', 9);
    return { piece: { kind: 'text', text: text.slice(at + 9, end), at: { start: at + 9, end } }, end: end + 3 };
  }
  if (text.startsWith('<?', at)) return readInstruction(text, at, begin);
  if (text.startsWith('<!DOCTYPE', at)) return readDoctype(text, at, entities);
  return text[at + 1] === '/' ? readClose(text, at) : readOpen(text, at, entities);
}

const declaration =
  /^<\?xml[ \t\r\n]+version\s*=\s*(["'])1\.[01]\1([ \t\r\n]+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\3)?([ \t\r\n]+standalone\s*=\s*(["'])(yes|no)\5)?\s*\?>$/;

function readInstruction(text: string, at: number, begin: number): Step {
  const end = text.indexOf('?>', at);
  if (end === -1) return faultAt(at, 'A processing instruction is not closed', 2);
  const all = text.slice(at, end + 2);
  const target = match(name, text, at + 2);
  if (target === '') return faultAt(at, 'No name follows `<?`', 2);
  if (target !== 'xml') return { end: end + 2 };
  if (at !== begin) return faultAt(at, 'The XML declaration must be the very first thing', 5);
  return declaration.test(all)
    ? { end: end + 2 }
    : faultAt(at, 'The XML declaration must be like `<?xml version="1.0" encoding="UTF-8"?>`', all.length);
}

function readComment(text: string, at: number): Step {
  const dashes = text.indexOf('--', at + 4);
  if (dashes === -1) return faultAt(at, 'A comment is not closed', 4);
  return text[dashes + 2] === '>' ? { end: dashes + 3 } : faultAt(dashes, '`--` must not stand inside a comment', 2);
}

function readDoctype(text: string, at: number, entities: Set<string>): Step {
  const [all = ''] = /^<!DOCTYPE(?:[^[\]<>"']|"[^"]*"|'[^']*')*(?:\[(?:[^\]"']|"[^"]*"|'[^']*')*\]\s*)?>/.exec(text.slice(at)) ?? [];
  if (all === '') return faultAt(at, 'The document type is not closed', 9);
  for (const [, declared = ''] of all.matchAll(/<!ENTITY\s+([\w:.-]+)/g)) entities.add(declared);
  return { end: at + all.length };
}

function readClose(text: string, at: number): Step {
  const word = match(name, text, at + 2);
  const end = at + 2 + word.length + match(blanks, text, at + 2 + word.length).length;
  if (word === '' || text[end] !== '>') return faultAt(at, 'A closing tag is not finished', 2 + word.length);
  return { piece: { kind: 'close', name: word, at: { start: at + 2, end: at + 2 + word.length } }, end: end + 1 };
}

function readOpen(text: string, at: number, entities: ReadonlySet<string>): Step {
  if (!nameStart.test(text[at + 1] ?? '')) return faultAt(at, 'No name of an element follows `<`; a `<` that is text is written `&lt;`');
  const word = match(name, text, at + 1);
  const attributes: XmlAttribute[] = [];
  let here = at + 1 + word.length;
  for (;;) {
    const gap = match(blanks, text, here).length;
    here += gap;
    const isEmpty = text.startsWith('/>', here);
    if (isEmpty || text[here] === '>') {
      const piece = { kind: 'open', name: word, at: { start: at + 1, end: at + 1 + word.length }, attributes, isEmpty } as const;
      return { piece, end: here + (isEmpty ? 2 : 1) };
    }
    const attribute = readAttribute(text, here, entities);
    if ('why' in attribute) return here >= text.length ? faultAt(at, `\`<${word}\` is not closed`, word.length + 1) : attribute;
    if (gap === 0) return faultAt(here, `A blank must stand before \`${attribute.name}\``, attribute.name.length);
    if (attributes.some((other) => other.name === attribute.name))
      return faultAt(here, `\`${attribute.name}\` stands here twice`, attribute.name.length);
    attributes.push(attribute);
    here = attribute.valueAt.end + 1;
  }
}

function readAttribute(text: string, at: number, entities: ReadonlySet<string>): XmlAttribute | XmlFault {
  const word = match(name, text, at);
  if (word === '') return faultAt(at, 'An attribute or `>` is expected here');
  let here = at + word.length;
  here += match(blanks, text, here).length;
  if (text[here] !== '=') return faultAt(at, `\`${word}\` has no value`, word.length);
  here += 1 + match(blanks, text, here + 1).length;
  const quote = text[here];
  if (quote !== '"' && quote !== "'") return faultAt(at, `The value of \`${word}\` must stand in quotes`, word.length);
  const end = text.indexOf(quote, here + 1);
  if (end === -1) return faultAt(here, `The value of \`${word}\` is not closed`);
  const raw = text.slice(here + 1, end);
  const less = raw.indexOf('<');
  if (less !== -1) return faultAt(here + 1 + less, `In the value of \`${word}\` a \`<\` is written \`&lt;\``);
  const fault = faultInText(text, here + 1, end, entities);
  if (fault !== undefined) return fault;
  return { name: word, value: unescapeXml(raw), at: { start: at, end: at + word.length }, valueAt: { start: here + 1, end } };
}

function readText(text: string, at: number, entities: ReadonlySet<string>): Step {
  const next = text.indexOf('<', at);
  const end = next === -1 ? text.length : next;
  const close = text.slice(at, end).indexOf(']]>');
  if (close !== -1) return faultAt(at + close, '`]]>` of the text is written `]]&gt;`', 3);
  const fault = faultInText(text, at, end, entities);
  return fault ?? { piece: { kind: 'text', text: unescapeXml(text.slice(at, end)), at: { start: at, end } }, end };
}

function faultInText(text: string, start: number, end: number, entities: ReadonlySet<string>): XmlFault | undefined {
  // Only this stretch is looked at: most hold none, and the text may be long.
  for (const { index } of text.slice(start, end).matchAll(/&/g)) {
    const found = match(entity, text, start + index);
    if (found === '') return faultAt(start + index, 'A `&` that is text is written `&amp;`');
    if (found[1] !== '#' && !entities.has(found.slice(1, -1)))
      return faultAt(start + index, `XML does not know \`${found}\``, found.length);
  }
  return undefined;
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(\w+|#\d+|#x[\da-fA-F]+);/g, (whole, word: string) => {
    if (!word.startsWith('#')) return characters[word] ?? whole;
    const code = word[1] === 'x' ? Number.parseInt(word.slice(2), 16) : Number(word.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

import { pluginOf } from './log4j2-plugins.ts';
import type { Range, WrittenAttribute, WrittenElement, WrittenFile } from './log4j2-tree.ts';
import { attributeNamed, typed } from './log4j2-tree.ts';
import { scanXml, type XmlFault, type XmlPiece } from './xml-scan.ts';

/** An element that is not closed yet. */
interface Open {
  readonly name: string;
  readonly at: Range;
  readonly attributes: WrittenAttribute[];
  readonly children: WrittenElement[];
  /** The text directly inside, and where it is: from its first to its last character that is no blank. */
  text: string;
  textAt: Range | undefined;
  readonly prefixes: ReadonlySet<string>;
}

/** Reads Log4j2 XML with positions; names where it is not well-formed. */
export function readLog4j2Xml(text: string): WrittenFile {
  const { pieces, fault } = scanXml(text);
  const open: Open[] = [];
  let root: WrittenElement | undefined;
  let isStrict = false;
  for (const piece of pieces) {
    const broken = faultOfPiece(piece, open, root);
    if (broken !== undefined) return { broken: broken.why, at: broken.at };
    if (piece.kind === 'text') addText(piece, open.at(-1));
    if (piece.kind === 'open') {
      open.push(openElement(piece, open.at(-1)));
      if (open.length === 1) isStrict = piece.attributes.some((one) => /^strict$/i.test(one.name) && /^true$/i.test(one.value));
    }
    if (piece.kind === 'close' || (piece.kind === 'open' && piece.isEmpty)) root = close(open, isStrict) ?? root;
  }
  const last = open.at(-1);
  if (fault !== undefined) return { broken: fault.why, at: fault.at };
  if (last !== undefined) return { broken: `\`<${last.name}>\` is not closed`, at: last.at };
  return root === undefined ? { broken: 'There is no element', at: { start: 0, end: text.length } } : { root };
}

function faultOfPiece(piece: XmlPiece, open: readonly Open[], root: WrittenElement | undefined): XmlFault | undefined {
  const inner = open.at(-1);
  if (piece.kind === 'close') {
    if (inner === undefined) return { why: `\`</${piece.name}>\` closes nothing`, at: piece.at };
    return inner.name === piece.name ? undefined : { why: `\`<${inner.name}>\` is closed by \`</${piece.name}>\``, at: piece.at };
  }
  if (piece.kind === 'text')
    return inner === undefined && /[^ \t\r\n]/.test(piece.text)
      ? { why: 'Text stands outside the outermost element', at: withoutBlanks(piece.text, piece.at) }
      : undefined;
  if (inner === undefined && root !== undefined) return { why: 'A second outermost element is not allowed', at: piece.at };
  const known = new Set([...(inner?.prefixes ?? ['xml', 'xmlns']), ...declaredBy(piece)]);
  for (const { name, at } of [piece, ...piece.attributes]) {
    const prefix = /^([^:]+):/.exec(name)?.[1];
    if (prefix !== undefined && !known.has(prefix)) return { why: `The prefix \`${prefix}\` is not bound by an \`xmlns:${prefix}\``, at };
  }
  return undefined;
}

/** Where a text stands without the blanks around it: a remark about it belongs above its own line. */
function withoutBlanks(text: string, { start, end }: Range): Range {
  const lead = text.search(/[^ \t\r\n]/);
  return { start: start + lead, end: Math.min(end, start + text.trimEnd().length) };
}

function declaredBy(piece: XmlPiece): readonly string[] {
  return piece.kind === 'open'
    ? piece.attributes.flatMap(({ name }) => (name.startsWith('xmlns:') ? [name.slice('xmlns:'.length)] : []))
    : [];
}

function openElement(piece: XmlPiece & { kind: 'open' }, parent: Open | undefined): Open {
  const declared = declaredBy(piece);
  const before = parent?.prefixes ?? new Set(['xml', 'xmlns']);
  const prefixes = declared.length === 0 ? before : new Set([...before, ...declared]);
  return { name: piece.name, at: piece.at, attributes: [...piece.attributes], children: [], text: '', textAt: undefined, prefixes };
}

function addText({ text, at }: XmlPiece & { kind: 'text' }, element: Open | undefined): void {
  if (element === undefined || text.trim() === '') return;
  const start = at.start + (text.length - text.trimStart().length);
  element.text += text;
  element.textAt = { start: element.textAt?.start ?? start, end: Math.max(at.end - (text.length - text.trimEnd().length), start) };
}

/** Ends the innermost element; the outermost is the answer. An element of no plug-in's name that holds text is an attribute. */
function close(open: Open[], isStrict: boolean): WrittenElement | undefined {
  const done = open.pop();
  if (done === undefined) return undefined;
  const { name, at, attributes, children, textAt } = done;
  const parent = open.at(-1);
  const node = isStrict ? typed({ name, at, attributes, children }) : { name, at, attributes, children };
  if (parent !== undefined && pluginOf(node.name) === undefined && children.length === 0 && textAt !== undefined) {
    parent.attributes.push({ name, value: done.text.trim(), at, valueAt: textAt });
    return undefined;
  }
  const isValue =
    textAt !== undefined && pluginOf(node.name)?.attributes.has('value') === true && attributeNamed(node, 'value') === undefined;
  const full = isValue
    ? { ...node, attributes: [...node.attributes, { name: 'value', value: done.text.trim(), at: textAt, valueAt: textAt }] }
    : node;
  parent?.children.push(full);
  return parent === undefined ? full : undefined;
}

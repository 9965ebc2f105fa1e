/** How far a scalar or a collection goes that begins on a line: the line it ends on and the character behind its end. */
export interface Extent {
  readonly line: number;
  readonly end: number;
}

/** How many spaces a line begins with. */
export function indentOf(line: string): number {
  let at = 0;
  while (line.charCodeAt(at) === 32) at += 1;
  return at;
}

/** What stands before a value: an anchor, a tag. */
export interface Props {
  readonly at: number;
  readonly anchor?: string;
  readonly tag?: string;
}

/** Anchor and tag before a value. */
export function readProps(text: string, from: number): Props {
  let props: Props = { at: from };
  for (;;) {
    const match = /^([&!])([^\s,[\]{}]*)[ \t]*/.exec(text.slice(props.at, props.at + longestProp));
    if (match === null) return props;
    const at = props.at + match[0].length;
    props = match[1] === '&' ? { ...props, at, anchor: match[2] ?? '' } : { ...props, at, tag: match[2] ?? '' };
  }
}

const longestProp = 200;

/** Lines that hold nothing: blanks, remarks, and directives of templates, which are gone before anybody reads YAML. */
export function isBlankLine(line: string): boolean {
  return /^[ \t]*(?:$|#|\{\{[-~#/!*]|\{%|\{#|\{\{\s*(?:if|else|end|range|with|include|template|toYaml|define|block|fail|tpl)\b)/.test(line);
}

function isDirective(line: string): boolean {
  return /^[ \t]*(?:\{\{-?\s*(?:if|else|end|range|with)\b.*\}\}|\{%.*%\})\s*$/.test(line);
}

/** A line of which a template may make any others. */
export function isTemplateLine(line: string): boolean {
  return /^[ \t]*(?:\{\{(?!-?\s*\/\*)|\{%)/.test(line);
}

/** A line that ends a document or begins one. */
export function isMarker(line: string): boolean {
  return /^(?:---|\.\.\.)(?:[ \t]|$)/.test(line) || line.startsWith('%');
}

/** True where `at` holds a dash that begins a list item. */
export function isDash(line: string, at: number): boolean {
  return line[at] === '-' && isGap(line[at + 1]);
}

function isGap(character: string | undefined): boolean {
  return character === undefined || character === ' ' || character === '\t';
}

/** Where the key that begins at `from` ends and its colon stands; undefined where no key begins there. */
export function keyAt(line: string, from: number): { readonly end: number; readonly colon: number } | undefined {
  const first = line[from];
  if (first === undefined || first === '#') return undefined;
  if (first === '"' || first === "'") return quotedKeyAt(line, from, first);
  if (/[&*!|>%@`{}[\],]/.test(first) && !line.startsWith('{{', from)) return undefined;
  for (let at = line.indexOf(':', from); at !== -1; at = line.indexOf(':', at + 1)) {
    if (!isGap(line[at + 1])) continue;
    const end = line.slice(from, at).trimEnd().length + from;
    return end === from || /[ \t]#/.test(line.slice(from, end)) ? undefined : { end, colon: at };
  }
  return undefined;
}

function quotedKeyAt(line: string, from: number, quote: string): { readonly end: number; readonly colon: number } | undefined {
  const close = closingQuote(line, from + 1, quote);
  if (close === -1) return undefined;
  let colon = close + 1;
  while (line[colon] === ' ' || line[colon] === '\t') colon += 1;
  return line[colon] === ':' && isGap(line[colon + 1]) ? { end: close + 1, colon } : undefined;
}

/** Where the quote closes that was opened before `from`; -1 where it does not on this line. */
export function closingQuote(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at += 1) {
    if (quote === '"' && text[at] === '\\') at += 1;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== "'") return at;
      at += 1;
    }
  }
  return -1;
}

/** True where a line can go on with a scalar or collection whose parent stands at a column. */
function goesOn(line: string | undefined, column: number): boolean {
  return line !== undefined && !isMarker(line) && (line.trim() === '' || indentOf(line) > column);
}

/** The extent of a quoted scalar; where it never closes, of what is indented below it. */
export function quotedExtent(lines: readonly string[], first: number, at: number, column: number): Extent {
  const quote = (lines[first] ?? '')[at] ?? '"';
  let from = at + 1;
  let last = first;
  for (let line = first; line === first || goesOn(lines[line], column) || isOutdented(lines, line, quote); line += 1) {
    const text = lines[line] ?? '';
    const close = closingQuote(text, from, quote);
    if (close !== -1) return { line, end: close + 1 };
    if (text.trim() !== '') last = line;
    from = 0;
  }
  return { line: last, end: (lines[last] ?? '').length };
}

/**
 * Whether a line within quotes goes on though it stands no deeper than the key: programs that read YAML take it. One that has the look
 * of an entry is taken for one, as the quote may still be open, but behind a backslash that joins the lines.
 */
function isOutdented(lines: readonly string[], line: number, quote: string): boolean {
  const [before = '', text] = [lines[line - 1], lines[line]];
  if (text === undefined || isMarker(text)) return false;
  if (quote === '"' && /(?:^|[^\\])(?:\\\\)*\\$/.test(before)) return true;
  const at = skipBlanks(text, 0);
  return !isBlankLine(text) && text[at] !== '#' && !isDash(text, at) && keyAt(text, at) === undefined;
}

/** The extent of a collection in braces or brackets; where it never closes, of what is indented below it. */
export function flowExtent(lines: readonly string[], first: number, at: number, column: number): Extent {
  let depth = 0;
  let quote = '';
  let last = first;
  for (let line = first; line === first || goesOn(lines[line], column) || closesAt(lines[line], column); line += 1) {
    const text = lines[line] ?? '';
    if (text.trim() !== '') last = line;
    for (let i = line === first ? at : 0; i < text.length; i += 1) {
      const character = text[i] ?? '';
      if (quote !== '') {
        const close = closingQuote(text, i, quote);
        if (close === -1) break;
        i = close;
        quote = '';
      } else if ((character === '"' || character === "'") && /[\s,[\]{}:]/.test(text[i - 1] ?? ' ')) quote = character;
      else if (character === '#' && /\s/.test(text[i - 1] ?? ' ')) break;
      else if (character === '{' || character === '[') depth += 1;
      else if ((character === '}' || character === ']') && --depth === 0) return { line, end: i + 1 };
    }
  }
  return { line: last, end: (lines[last] ?? '').length };
}

/** Many close a bracket below the key it belongs to. */
function closesAt(line: string | undefined, column: number): boolean {
  return line !== undefined && indentOf(line) === column && /^[ ]*[}\]]/.test(line);
}

/** The extent of a plain scalar: without a remark, and with the lines that go on with it. */
export function plainExtent(lines: readonly string[], first: number, at: number, column: number): Extent {
  let found = { line: first, end: plainEnd(lines[first] ?? '', at) };
  if (found.end < (lines[first] ?? '').trimEnd().length) return found;
  for (let line = first + 1; goesOn(lines[line], column); line += 1) {
    const text = lines[line] ?? '';
    if (text.trim() === '') continue;
    const from = indentOf(text);
    if (isBlankLine(text) || keyAt(text, from) !== undefined) break;
    found = { line, end: plainEnd(text, from) };
    if (found.end < text.trimEnd().length) break;
  }
  return found;
}

function plainEnd(line: string, from: number): number {
  const remark = /[ \t]#/.exec(line.slice(from));
  const end = remark === null ? line.length : from + remark.index;
  return line.slice(0, end).trimEnd().length;
}

/**
 * The last content line of a block scalar whose parent stands at a column; the header's line where it has none. `keep`: empty lines
 * at its end are content.
 */
export function blockExtent(lines: readonly string[], first: number, column: number, keep: boolean): number {
  let last = first;
  for (let line = first + 1; line < lines.length; line += 1) {
    const text = lines[line] ?? '';
    // Directives of templates stand where they like and are gone before anybody reads YAML.
    if (text.trim() === '' || (indentOf(text) <= column && isDirective(text))) continue;
    if (indentOf(text) <= column) break;
    last = line;
  }
  return keep ? lastBlank(lines, last) : last;
}

/** Behind the last line end of a file there is no line. */
function lastBlank(lines: readonly string[], from: number): number {
  let last = from;
  while (last + 1 < lines.length && lines[last + 1]?.trim() === '' && (lines[last + 1] !== '' || last + 2 < lines.length)) last += 1;
  return last;
}

/** The first character from `from` on that is no blank. */
export function skipBlanks(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ' || line[at] === '\t') at += 1;
  return at;
}

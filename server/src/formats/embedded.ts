import type { Edit } from '../text/edit.ts';
import type { LineEdit } from '../text/lines.ts';
import type { Change, Delta, Directive, Entry, Writer } from './format.ts';
import { holdTree } from './inner-tree.ts';
import { type PropertiesTree, parseProperties, properties, updateProperties } from './properties.ts';
import { whole, wholeDirectives, wholeEntry } from './whole.ts';
import { indentOf } from './yaml-lines.ts';

/** What an embedded text hangs on: the chunk of the document that holds it. */
interface Host {
  readonly line: number;
}

/** A text inside another format, which a reader of its own takes; read when first asked for. */
export interface Embedded {
  /** The entry whose value the text is. */
  readonly owner: Entry;
  entries(): Iterable<Entry>;
  directives(): readonly Directive[];
  /** The text's own entry at a place of the document. */
  entryAt(line: number, character?: number): Entry | undefined;
  /** Takes in an edit of the document that lies inside the text; undefined where the text's own bounds may have changed. */
  update(fresh: readonly string[], edit: LineEdit): Delta | undefined;
  /** The document above grew or shrank: the text's own blocks move along. */
  move(by: number): void;
}

/** How the lines of a text are read. */
interface Reading {
  entries(): Iterable<Entry>;
  readonly directives: readonly Directive[];
  entryAt(line: number): Entry | undefined;
  /** The lines have changed in place. */
  update(edit: LineEdit): Delta;
  move(by: number): void;
}

export type TextKind = 'properties' | 'whole';

const names = /\.(?:properties|props|conf|config|cfg)$/i;
const otherNames = /\.(?:ya?ml|json|xml|sh|bash|py|sql|js|hcl|toml|html?|md|txt|pem|crt|key)$/i;
/** What pipelines and playbooks call what a shell runs. */
const commandNames = /^(?:shell|command|script|run|cmd)$/;
const pair = /^[ \t]*[A-Za-z_][\w-]*(?:\.[\w-]+)+[ \t]*[=:]/;
/** A key of YAML whose text stands on the lines below it. */
const blockBelow = /^[ \t]*[\w.-]+:[ \t]+[|>][-+]?[ \t]*$/;
const log4j2Names = /log4j2[^/]*\.(?:xml|ya?ml|jsn|json)$/i;

/** What a block scalar holds, by the name it has, else by most of its first lines; undefined = nothing that is read. */
export function embeddedKind(name: string, lines: readonly string[]): TextKind | undefined {
  if (log4j2Names.test(name) || isLog4j2(lines)) return 'whole';
  return isPropertyText(name, lines) ? 'properties' : undefined;
}

/** The root of a Log4j2 configuration stands near the top, in each of its nested syntaxes. */
function isLog4j2(lines: readonly string[]): boolean {
  const start = lines.findIndex((line) => line.trim() !== '' && !/^\s*#/.test(line));
  const head = lines[start] ?? '';
  if (/^\s*</.test(head)) return lines.slice(start, start + 40).some((line) => /<configuration[\s>]/i.test(line));
  return /^\s*(?:\{\s*)?"?configuration"?\s*:/i.test(/^\s*\{\s*$/.test(head) ? (lines[start + 1] ?? '') : head);
}

/** Whether a text holds properties: by the name it has, else by most of its first lines. */
function isPropertyText(name: string, lines: readonly string[]): boolean {
  if (names.test(name)) return true;
  if (otherNames.test(name) || commandNames.test(name)) return false;
  let pairs = 0;
  let others = 0;
  for (let i = 0; i < lines.length && pairs + others < 20; i += 1) {
    const line = lines[i] ?? '';
    if (/^\s*(?:[#!]|$|\{\{|\{%)/.test(line)) continue;
    if (blockBelow.test(line)) return false;
    if (!pair.test(line)) others += 1;
    // A colon separates as well, but in YAML, too: it says neither.
    else if (line.includes('=')) pairs += 1;
  }
  return pairs > others;
}

/** Makes the embedded text of a host's entry, of the lines below the host's first, without their indent. */
export function embed(
  owner: Entry & { children?: readonly Entry[] },
  host: Host,
  content: readonly string[],
  indent: number,
  kind: TextKind = 'properties',
): Embedded {
  const lines = content.map((line) => withoutIndent(line, indent));
  let reading: Reading | undefined;
  const read = (): Reading => {
    reading ??= (kind === 'whole' ? readWhole : readProperties)(owner, host, lines, indent);
    return reading;
  };
  Object.defineProperty(owner, 'children', { get: () => [...read().entries()], enumerable: true });
  return {
    owner,
    entries: () => read().entries(),
    directives: () => (lines.some((line) => line.includes('kafka-config:')) ? read().directives : []),
    entryAt: (line) => read().entryAt(line),
    update: (fresh, edit) => {
      const at = edit.first - (host.line + 1);
      if (at < 0 || at + edit.removed > lines.length || edit.added > most) return undefined;
      const changed = fresh.slice(edit.first, edit.first + edit.added);
      // YAML counts spaces only.
      if (changed.some((line) => line.trim() !== '' && indentOf(line) < indent)) return undefined;
      // The first line that is not blank says how far in the text stands, the last one where it ends.
      if (at <= firstWritten(lines) && !beginsAt(changed, indent, at + edit.removed <= firstWritten(lines))) return undefined;
      if (at + edit.removed === lines.length && changed.at(-1)?.trim() === '') return undefined;
      // Read before its lines change: what goes is known by what was there.
      const before = read();
      const inner = changed.map((line) => line.slice(indent));
      lines.splice(at, edit.removed, ...inner);
      return embeddedKind(owner.key, lines) === kind ? before.update(edit) : undefined;
    },
    move: (by) => reading?.move(by),
  };
}

/** More lines at once are read anew. */
const most = 10_000;

function firstWritten(lines: readonly string[]): number {
  const first = lines.findIndex((line) => line.trim() !== '');
  return first < 0 ? lines.length : first;
}

/** Whether what is written in the lines begins at a column; or, where they may be blank, nothing is. */
function beginsAt(lines: readonly string[], column: number, mayBeBlank: boolean): boolean {
  const first = lines.find((line) => line.trim() !== '');
  return first === undefined ? mayBeBlank : /^\S/.test(first.slice(column));
}

/** Directives of templates stand where they like and are gone before anybody reads the text. */
function withoutIndent(line: string, indent: number): string {
  return /\S/.test(line.slice(0, indent)) ? '' : line.slice(indent);
}

function readProperties(owner: Entry, host: Host, lines: readonly string[], indent: number): Reading {
  const tree: PropertiesTree = parseProperties(lines, { line: host.line + 1, indent });
  const format = blockWriter(owner, tree);
  for (const entry of tree.entries()) Object.assign(entry, { parent: owner, format });
  holdTree(owner, () => tree);
  return {
    entries: () => tree.entries(),
    get directives() {
      return tree.directives.map((directive) => ({ ...directive, within: owner }));
    },
    entryAt: (line) => tree.entryAt(line),
    update: (edit) => {
      const delta = updateProperties(tree, lines, edit, { line: host.line + 1, indent });
      for (const entry of delta.added) Object.assign(entry, { parent: owner, format });
      return delta.moved === undefined ? delta : { ...delta, moved: [owner] };
    },
    move: (by) => {
      for (const line of tree.lines) line.line += by;
    },
  };
}

/** Writes property lines, but does not take away the first one where the next is indented: a block scalar is as far in as its first line. */
function blockWriter(owner: Entry, tree: PropertiesTree): Writer {
  const writeAll = (changes: readonly Change[]): readonly Edit[] | undefined => {
    const gone = new Set(changes.flatMap((change) => (change.kind === 'remove' ? change.entry.block : [])));
    const written = tree.lines.find(({ text }) => text !== '');
    const first = gone.size === 0 ? undefined : tree.lines.find((line) => line.text !== '' && !gone.has(line));
    if (first !== undefined && first !== written && /^\s/.test(first.text) && !saysIndent(owner)) return undefined;
    return changes.flatMap((change) => properties.write(change) ?? []);
  };
  return { id: properties.id, comments: true, write: (change) => writeAll([change]), writeAll };
}

/** `|2`: how far in the text stands is said. */
function saysIndent({ block }: Entry): boolean {
  return /\|[-+]?\d[-+]?[ \t]*(?:#.*)?$/.test(block.text.split('\n', 1)[0] ?? '');
}

function readWhole(owner: Entry, host: Host, lines: readonly string[], indent: number): Reading {
  const read = (): Entry => ({
    ...wholeEntry({ line: host.line + 1, indent, text: lines.join('\n') }),
    parent: owner,
    format: whole,
  });
  let entry = read();
  const directives = (): readonly Directive[] => wholeDirectives(entry.block).map((directive) => ({ ...directive, within: owner }));
  return {
    *entries() {
      if (entry.value.trim() !== '') yield entry;
    },
    get directives() {
      return directives();
    },
    entryAt: () => entry,
    update: () => {
      const removed = entry;
      const before = directives().length;
      entry = read();
      return { removed: [removed], added: [entry], directives: before + directives().length > 0 };
    },
    move: (by) => {
      entry.block.line += by;
    },
  };
}

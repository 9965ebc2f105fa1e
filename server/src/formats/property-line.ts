import type { Block } from '../text/block.ts';
import type { Entry } from './format.ts';
import {
  continues,
  isBareContinuation,
  lineKind,
  type Pair,
  plainKeyEnd,
  readEscaped,
  skipBlanks,
  skipSeparator,
} from './java-properties.ts';

/** One logical line: a pair, a comment or a blank. */
export type PropertyLine = PairLine | (Block & { readonly lineKind: 'blank' | 'comment'; readonly entry: undefined });

/**
 * A line that holds a pair: the block and its one entry in one object, because a large file has that many of them. Key and value are
 * cut out of the text when they are asked for, unless there are escapes in it.
 */
class PairLine implements Block, Entry {
  line: number;
  readonly indent: number;
  readonly text: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly #escaped: Pair | undefined;
  declare readonly malformed?: string;

  constructor(line: number, indent: number, text: string) {
    const escaped = text.includes('\\') ? readEscaped(text) : undefined;
    this.line = line;
    this.indent = indent;
    this.text = text;
    this.keyStart = escaped === undefined ? skipBlanks(text, 0) : escaped.keyStart;
    this.keyEnd = escaped === undefined ? plainKeyEnd(text, this.keyStart) : escaped.keyEnd;
    this.valueStart = escaped === undefined ? skipSeparator(text, this.keyEnd) : escaped.valueStart;
    this.#escaped = escaped;
    if (escaped?.malformed !== undefined) this.malformed = escaped.malformed;
  }

  get key(): string {
    return this.#escaped === undefined ? this.text.slice(this.keyStart, this.keyEnd) : this.#escaped.key;
  }

  get value(): string {
    return this.#escaped === undefined ? this.text.slice(this.valueStart) : this.#escaped.value;
  }

  get valueEnd(): number {
    return this.#escaped === undefined ? this.text.length : this.#escaped.valueEnd;
  }

  get lineKind(): 'pair' {
    return 'pair';
  }

  get block(): Block {
    return this;
  }

  get entry(): Entry {
    return this;
  }
}

/** Reads the logical line that begins with the line of this index; `at` places an embedded text in its document. */
export function readLogicalLine(
  lines: readonly string[],
  first: number,
  at: { readonly line: number; readonly indent: number },
): PropertyLine {
  const start = lines[first] ?? '';
  const kind = isBareContinuation(start) && !isLast(lines, first) ? 'blank' : lineKind(start);
  let last = first;
  if (kind === 'pair') while (last < lines.length - 1 && continues(lines[last] ?? '')) last += 1;
  const text = last === first ? start : lines.slice(first, last + 1).join('\n');
  if (kind === 'pair') return new PairLine(first + at.line, at.indent, text);
  return { line: first + at.line, indent: at.indent, text, lineKind: kind, entry: undefined };
}

/** True where nothing but the end of the file follows: a lone backslash there is a pair with an empty key (`LineReader` returns length 0, not -1). */
function isLast(lines: readonly string[], index: number): boolean {
  return index === lines.length - 1 || (index === lines.length - 2 && lines[index + 1] === '');
}

/** The pairs of some lines. */
export function pairsOf(lines: readonly PropertyLine[]): readonly Entry[] {
  return lines.filter(holdsPair);
}

function holdsPair(line: PropertyLine): line is PairLine {
  return line.entry !== undefined;
}

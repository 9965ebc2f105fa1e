import { type Reader, stringEnd } from './terraform-map.ts';

/** The line from where the reader stands. */
export function restOf({ lines, line, at }: Reader): string {
  return (lines[line] ?? '').slice(at).trimEnd();
}

/** Whether an operand ends where the reader stands. */
export function isAtEnd(reader: Reader): boolean {
  return /^\s*(?:$|[,)\]}:]|\.\.\.|#|\/\/)/.test(restOf(reader));
}

/** On to what ends an operand: a comma, a bracket that was open before, the end of the line where none is open. */
export function skipOperand(reader: Reader): void {
  skip(reader, (character) => /[,)\]}:]/.test(character), true);
}

/** On to a closing bracket. */
export function skipTo(reader: Reader, close: string): void {
  skip(reader, (character) => character === close, false);
}

function skip(reader: Reader, ends: (character: string) => boolean, atLineEnd: boolean): void {
  let depth = 0;
  for (; reader.line < reader.lines.length; [reader.line, reader.at] = [reader.line + 1, 0]) {
    const text = reader.lines[reader.line] ?? '';
    for (; reader.at < text.length; reader.at += 1) {
      const character = text[reader.at] ?? '';
      if (depth === 0 && ends(character)) return;
      if (character === '"') reader.at = stringEnd(text, reader.at) - 1;
      else if (/^(?:#|\/\/)/.test(text.slice(reader.at))) break;
      else if (/[([{]/.test(character)) depth += 1;
      else if (/[)\]}]/.test(character)) depth -= 1;
    }
    if (atLineEnd && depth <= 0) return;
  }
}

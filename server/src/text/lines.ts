/** A text as its lines without their ends, and the line end that the first line has (`\n` where there is one line only). */
export interface Lines {
  readonly lines: string[];
  readonly eol: string;
}

/** Lines `first … first + removed - 1` became lines `first … first + added - 1`. */
export interface LineEdit {
  readonly first: number;
  readonly removed: number;
  readonly added: number;
}

const lineEnd = /\r\n|\n|\r/;

/** Splits at `\r\n`, `\n` and `\r`, as both java.util.Properties and LSP do. */
export function splitLines(text: string): Lines {
  const eol = lineEnd.exec(text)?.[0] ?? '\n';
  return { lines: text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n'), eol };
}

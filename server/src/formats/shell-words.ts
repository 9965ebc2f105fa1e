/** A word of a command with its quotes resolved; `start` and `end` are offsets of what stands in the text, quotes included. */
export interface Word {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The longest logical line that is looked at, in UTF-16 units: an open quote must not swallow a file. */
const longest = 16_384;

/**
 * Splits shell text into simple commands and these into words, as POSIX shells do: quotes, escapes, `${…}` and `$(…)` belong to their
 * word; `;`, `&`, `|`, parentheses, line ends and comments part commands. Linear; an open quote goes to the end.
 */
export function readCommands(text: string, from = 0): readonly (readonly Word[])[] {
  const commands: Word[][] = [];
  let words: Word[] = [];
  const end = Math.min(text.length, from + longest);
  for (let at = from; at < end; ) {
    const char = text[at] ?? '';
    if (char === '#') at = lineEnd(text, at);
    else if (/[;&|()\n]/.test(char)) {
      commands.push(words);
      words = [];
      at += 1;
    } else if (/[ \t\r]/.test(char)) at += 1;
    else if (text.startsWith('\\\n', at)) at += 2;
    else {
      const word = readWord(text, at, end);
      words.push(word);
      at = word.end;
    }
  }
  return [...commands, words].filter((command) => command.length > 0);
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function readWord(text: string, start: number, end: number): Word {
  let value = '';
  let at = start;
  while (at < end && !/[ \t\r\n;&|()]/.test(text[at] ?? '')) {
    const part = readPart(text, at, end);
    value += part.value;
    at = part.end;
  }
  return { value, start, end: Math.max(at, start + 1) };
}

/** A quoted string, an expansion, an escaped character, or a plain one. */
function readPart(text: string, at: number, end: number): Pick<Word, 'value' | 'end'> {
  const char = text[at] ?? '';
  if (char === "'") return between(text, at + 1, text.indexOf("'", at + 1), end);
  if (char === '"') return readDouble(text, at + 1, end);
  if (text.startsWith('${', at)) return verbatim(text, at, closing(text, at + 2, '{', '}', end));
  if (text.startsWith('$(', at)) return verbatim(text, at, closing(text, at + 2, '(', ')', end));
  if (char === '`') return verbatim(text, at, Math.min(end, nextOf(text, '`', at + 1) + 1));
  if (char !== '\\') return { value: char, end: at + 1 };
  return { value: text[at + 1] === '\n' ? '' : (text[at + 1] ?? ''), end: Math.min(at + 2, end) };
}

function between(text: string, start: number, close: number, end: number): Pick<Word, 'value' | 'end'> {
  return close === -1 || close >= end ? { value: text.slice(start, end), end } : { value: text.slice(start, close), end: close + 1 };
}

function readDouble(text: string, start: number, end: number): Pick<Word, 'value' | 'end'> {
  let value = '';
  let at = start;
  while (at < end && text[at] !== '"') {
    const escaped = text[at] === '\\' && /["\\$`\n]/.test(text[at + 1] ?? '');
    if (text.startsWith('${', at)) {
      const part = verbatim(text, at, closing(text, at + 2, '{', '}', end));
      value += part.value;
      at = part.end;
      continue;
    }
    const char = text[escaped ? at + 1 : at] ?? '';
    value += escaped && char === '\n' ? '' : char;
    at += escaped ? 2 : 1;
  }
  return { value, end: Math.min(at + 1, end) };
}

/** An expansion is kept as it stands, but for the quotes in it. */
function verbatim(text: string, start: number, end: number): Pick<Word, 'value' | 'end'> {
  return { value: text.slice(start, end).replace(/["']/g, ''), end };
}

function nextOf(text: string, char: string, from: number): number {
  const at = text.indexOf(char, from);
  return at === -1 ? text.length : at;
}

/** Behind the bracket that closes the one before `from`. */
function closing(text: string, from: number, open: string, close: string, end: number): number {
  let depth = 1;
  for (let at = from; at < end; at += 1) {
    if (text[at] === open) depth += 1;
    else if (text[at] === close) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return end;
}

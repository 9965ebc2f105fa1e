// The syntax of `java.util.regex.Pattern`, as far as a text can break it: brackets, groups, repetitions, escapes.

/** A piece of an expression: a quotation, an escape, the head of a group, a repetition, or one character. */
const piece =
  /\\Q[\s\S]*?(?:\\E|$)|\\(?:[pPN]\{[^}]{0,80}\}|x\{[^}]{0,8}\}|k<[^>]{0,80}>|[\s\S]|$)|\(\?(?:<?[=!]|[:>]|<[a-zA-Z][a-zA-Z0-9]{0,80}>|[a-zA-Z]*(?:-[a-zA-Z]*)?[:)])|(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?|[\s\S]/y;
/** Letters that mean nothing behind a backslash, and a backslash that ends the text. */
const wrongEscape = /^\\[CEFIJKLMOTUYgijlmoqy]?$/;
/** What Java and JavaScript read alike, without repetitions of groups. */
const plain = /^(?!.*(?:\)[*+?]|[*+?]\+|[\^$][*+?]|\(\?))(?:[\w.*+?|()\-^$]|\\[.-])+$/;

/** False where `Pattern.compile` refuses the expression for sure; what only Java can tell is taken for right. */
export function mayBeRegex(pattern: string): boolean {
  // Blanks and comments inside an expression, and intersections of classes, have rules of their own.
  if (/\(\?[a-zA-Z]*x|&&/.test(pattern)) return true;
  let open = 0;
  let repeatable = false;
  for (let at = 0; at < pattern.length; ) {
    const token = pieceAt(pattern, at);
    at += token.length;
    if (token === '[') {
      const end = endOfClass(pattern, at);
      if (end === undefined) return false;
      at = end;
    }
    if (token === ')' && open-- === 0) return false;
    if (token.startsWith('(') && !token.endsWith(')')) open += 1;
    if (isRefused(token, repeatable)) return false;
    repeatable = !/^(?:\||\(.*|[*+?][?+]?)$/.test(token);
  }
  return open === 0;
}

/** Whether an expression surely matches the whole of a name; undefined where that cannot be told, or not in a moment. */
export function matchesWhole(pattern: string, name: string): boolean | undefined {
  const repetitions = pattern.match(/[*+]/g)?.length ?? 0;
  if (!plain.test(pattern) || !mayBeRegex(pattern) || repetitions > 3 || name.length > 249) return undefined;
  return new RegExp(`^(?:${pattern})$`).test(name);
}

function pieceAt(pattern: string, at: number): string {
  piece.lastIndex = at;
  return piece.exec(pattern)?.[0] ?? '';
}

/** A repetition of nothing or without numbers, a group of no kind, an escape without meaning. */
function isRefused(token: string, repeatable: boolean): boolean {
  if (/^[*+?]/.test(token)) return !repeatable;
  if (token.startsWith('\\')) return wrongEscape.test(token);
  const [, least, most] = /^\{(\d{1,9}),(\d{1,9})\}/.exec(token) ?? [];
  return token === '{' || (least !== undefined && Number(least) > Number(most));
}

/** Where the class ends whose bracket stands before `from`: behind its `]`; classes may hold classes, and a `]` that comes first is a character. */
function endOfClass(pattern: string, from: number): number | undefined {
  const holds = [false];
  for (let at = from; at < pattern.length; ) {
    const token = pieceAt(pattern, at);
    const last = holds.length - 1;
    // Outside of escapes and quotations, every character stands for itself here.
    at += token.startsWith('\\') ? token.length : 1;
    if (token === '[') holds.push(false);
    else if (token === ']' && holds[last]) holds.pop();
    else if (!(token === '^' && pattern[at - 2] === '[')) holds[last] = true;
    if (holds.length === 0) return at;
    if (holds.length === last) holds[last - 1] = true;
  }
  return undefined;
}

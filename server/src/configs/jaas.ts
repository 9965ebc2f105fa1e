import type { Setting } from './config.ts';

/** One login module of a JAAS text: class, flag, and options. */
export interface LoginModule {
  readonly name: string;
  readonly options: ReadonlyMap<string, string>;
}

/** What is wrong with a JAAS text; the parts that an author can fix, never what stands in it. */
export type JaasFault = 'nothing' | 'module' | 'flag' | 'option' | 'semicolon' | 'swallowed' | 'several';

/** A JAAS text as Kafka gets to see it: a properties file is read as ISO-8859-1, a character for each byte of what editors write as UTF-8. */
export function jaasTextOf({ value, entry, config }: Setting): string {
  if ((entry.format ?? config.identity.format).id !== 'properties') return value;
  return value.replace(/[\u0080-\uffff]+/g, (run) => (entry.block.text.includes(run) ? asBytes(run) : run));
}

function asBytes(run: string): string {
  const encoded = encodeURIComponent(run.replace(/\p{Surrogate}/gu, '\ufffd'));
  return encoded.replace(/%(..)/g, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16)));
}

/** The text's one login module, or what Kafka's own parser refuses (`JaasConfig`, `JaasContext#load`). */
export function readJaas(text: string): LoginModule | JaasFault {
  const tokens = tokenize(text);
  const modules: LoginModule[] = [];
  let at = 0;
  while (at < tokens.length) {
    const entry = readEntry(tokens, at);
    // A `;` that is there is part of a comment, or of a text whose quotes are open.
    if (entry === 'semicolon' && text.trimEnd().endsWith(';')) return 'swallowed';
    if (typeof entry === 'string') return entry;
    modules.push(entry.module);
    at = entry.next;
  }
  return modules.length > 1 ? 'several' : (modules[0] ?? 'nothing');
}

const flags: ReadonlySet<string> = new Set(['REQUIRED', 'REQUISITE', 'SUFFICIENT', 'OPTIONAL']);

function readEntry(tokens: readonly Token[], start: number): { readonly module: LoginModule; readonly next: number } | JaasFault {
  const name = tokens[start]?.text;
  const flag = tokens[start + 1];
  if (flag?.text === undefined || !flags.has(flag.text.toUpperCase())) return 'flag';
  const options = new Map<string, string>();
  let at = start + 2;
  while (at < tokens.length && tokens[at]?.sign !== ';') {
    const value = tokens[at + 2]?.text;
    if (tokens[at + 1]?.sign !== '=' || value === undefined) return 'option';
    options.set(tokens[at]?.text ?? '', value);
    at += 3;
  }
  if (at >= tokens.length) return 'semicolon';
  return name === undefined || name === '' ? 'module' : { module: { name, options }, next: at + 1 };
}

/** A word or a text in quotes has `text`; a sign stands for itself; a number is neither. */
interface Token {
  readonly text?: string;
  readonly sign?: string;
}

/** Blanks, comments, quoted texts, numbers, words and signs, as `java.io.StreamTokenizer` tells them apart the way Kafka sets it up. */
const lexeme =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: to the tokenizer every character up to U+0020 is a blank
  /([\u0000-\u0020]+|\/\*[\s\S]*?(?:\*\/|$)|\/[^\n\r]*)|("(?:\\[\s\S]|[^"\\\n\r])*"?|'(?:\\[\s\S]|[^'\\\n\r])*'?)|(-?(?=[\d.])\d*\.?\d*)|([A-Za-z_$\u00a0-\uffff][\w$\u00a0-\uffff.-]*)|[\s\S]/gy;

function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const [whole, skipped, quoted, number, word] of text.matchAll(lexeme)) {
    if (skipped !== undefined) continue;
    if (quoted !== undefined) tokens.push({ text: unquote(quoted) });
    else if (number !== undefined) tokens.push({});
    else tokens.push(word === undefined ? { sign: whole } : { text: word });
  }
  return tokens;
}

const escapes: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function unquote(part: string): string {
  const closed = part.length > 1 && part.endsWith(part[0] ?? '');
  const inner = part.slice(1, closed ? -1 : undefined);
  return inner.replace(/\\([0-3][0-7]{0,2}|[4-7][0-7]?|[\s\S])/g, (_, escaped: string) =>
    /^[0-7]/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8)) : (escapes[escaped] ?? escaped),
  );
}

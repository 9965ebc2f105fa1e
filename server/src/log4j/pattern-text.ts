import { conversionWords } from './log4j2-plugins.ts';

/** A part of a Log4j2 pattern: a conversion, or text that is escaped already. */
export interface TranslatedPiece {
  readonly kind: 'text' | 'conversion';
  readonly text: string;
}

/** Words that Log4j2 and its log4j 1 bridge read behind a `%`, longest match first. */
const longWords = new Set(conversionWords);
const longest = Math.max(...conversionWords.map(({ length }) => length));

/** Literal text: a `%` is doubled; Log4j2 reads a backslash as an escape, and XML would not keep a tab. */
export function escapeText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\f', '\\f');
}

/** Puts the parts of a pattern one behind the other, so that Log4j2 sees each conversion end where log4j 1 does. */
export function joinPieces(parts: readonly TranslatedPiece[]): string {
  const pieces = merged(parts);
  const out = pieces.map(({ kind, text }, index) => {
    // Log4j2 takes every {…} behind a conversion for an option; an escaped brace is text.
    if (kind === 'text') return text.startsWith('{') && index > 0 ? `\\${text}` : text;
    return closed(text, pieces[index + 1]);
  });
  return out.join('');
}

/** Texts that stand beside each other become one. */
function merged(parts: readonly TranslatedPiece[]): readonly TranslatedPiece[] {
  const out: { kind: TranslatedPiece['kind']; texts: string[] }[] = [];
  for (const { kind, text } of parts) {
    const last = out.at(-1);
    if (text === '') continue;
    if (kind === 'text' && last?.kind === 'text') last.texts.push(text);
    else out.push({ kind, texts: [text] });
  }
  return out.map(({ kind, texts }) => ({ kind, text: texts.join('') }));
}

/** Ends a conversion's word where letters behind it would make it another word, or bring it an option. */
function closed(conversion: string, behind: TranslatedPiece | undefined): string {
  const word = /^%[-.\d]*([A-Za-z]\w*)$/.exec(conversion)?.[1];
  const following = behind?.kind === 'text' ? /^[\p{L}\p{N}_]+/u.exec(behind.text)?.[0] : undefined;
  if (word === undefined || behind === undefined || following === undefined) return conversion;
  const takesOption = behind.text[following.length] === '{';
  return takesOption || makesWord(word, following) ? withEnd(conversion, word, takesOption) : conversion;
}

function makesWord(word: string, following: string): boolean {
  const run = (word + following).slice(0, longest);
  for (let length = run.length; length > word.length; length -= 1) if (longWords.has(run.slice(0, length))) return true;
  return false;
}

/** An empty option ends most words; those that would take it for a wish get one that changes nothing. */
function withEnd(conversion: string, word: string, takesOption: boolean): string {
  const start = conversion.slice(0, -word.length);
  if (word === 'p') return takesOption ? `${conversion}{lowerCase=false}` : `${start}level`;
  if (word === 'd') return `${conversion}{DEFAULT}`;
  return word === 'properties' ? `${start}replace{%properties}{^$}{}` : `${conversion}{}`;
}

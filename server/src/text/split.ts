/*
 * Cutting texts at their separators. A regular expression such as `\s*,\s*` tries every blank of a long run anew, so that a value made for
 * it stops the editor; these take one look at each character.
 */

/** The elements between commas, without the blanks beside the commas; an empty text is one empty element. */
export function splitAtCommas(text: string): readonly string[] {
  const elements = text.split(',');
  const last = elements.length - 1;
  return elements.map((element, i) => {
    const started = i === 0 ? element : element.trimStart();
    return i === last ? started : started.trimEnd();
  });
}

/** The text without the commas that it ends with, and without the blanks beside those. */
export function withoutLastCommas(text: string): string {
  let end = text.length;
  let comma = false;
  for (; end > 0 && /[\s,]/.test(text[end - 1] ?? ''); end -= 1) comma ||= text[end - 1] === ',';
  return comma ? text.slice(0, end) : text;
}

/** The text without a character that it ends with, however often it stands there. */
export function withoutEnd(text: string, character: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === character) end -= 1;
  return text.slice(0, end);
}

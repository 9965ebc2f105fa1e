/** V8 copies what is shorter out of a text; a longer slice keeps the whole text alive. */
const copiedLength = 13;

/** The same text, for what outlives the document that it was cut out of. */
export function ownCopy(text: string): string {
  return text.length < copiedLength ? text : ` ${text}`.slice(1);
}

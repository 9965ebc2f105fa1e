/**
 * Text without what XML 1.0 and YAML cannot hold: control characters but tab, line feed and carriage return, lone surrogates, and the two
 * code points that are none. Each becomes U+FFFD.
 */
export function legalText(text: string): string {
  return !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text) ? text : [...text].map((char) => (isLegal(char) ? char : '\ufffd')).join('');
}

function isLegal(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  if (code >= 0x7f && code < 0xa0) return code === 0x85;
  return !(code >= 0xd800 && code < 0xe000) && code !== 0xfffe && code !== 0xffff;
}

/** How the names of Java’s character sets and their aliases begin. */
const families =
  /^(utf|us-?ascii|ascii|ansi|iso|646|l[1-9a]|latin|windows|cp|ibm|x-|koi|euc|gb|big5|shift|sjis|s-jis|ms|tis|johab|jis|cs|unicode|ebcdic|arabic|greek|hebrew|cyrillic|ks|korean|hp|pc|ccsid|\d)/i;

/** False where no character set of Java is called so; which of a family’s a JVM has is taken for right. */
export function mayBeCharset(name: string): boolean {
  return families.test(name);
}

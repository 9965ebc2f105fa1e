/** The first template mark outside comments, or undefined in a file that log4j 1 can read. */
export function templateIn(text: string): string | undefined {
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (/^\s*[#!]/.test(line)) continue;
    const mark = markIn(line);
    if (mark !== undefined && !isPlainText(line, mark)) return mark.length > 40 ? `${mark.slice(0, 40)}…` : mark;
  }
  return undefined;
}

/** `${{…` is a variable with an odd name, and a `%` before `{` may belong to a conversion pattern. */
function isPlainText(line: string, mark: string): boolean {
  return mark.startsWith('{{') && !mark.includes('}}') && !/\{\{\s*(if|else|end|range|with|define|template)\b/.test(line);
}

/** Marks of the template languages that log4j files are rendered from: Jinja and Go, ERB, Maven and autoconf. */
function markIn(line: string): string | undefined {
  return /\{\{(?!%).*/.exec(line)?.[0] ?? between(line, '{%', '%}') ?? between(line, '<%', '%>') ?? /@[A-Za-z_][\w.-]*@/.exec(line)?.[0];
}

/** From the first `open` to the first `close` behind it. */
function between(line: string, open: string, close: string): string | undefined {
  const start = line.indexOf(open);
  const end = start === -1 ? -1 : line.indexOf(close, start + 2);
  return end === -1 ? undefined : line.slice(start, end + 2);
}

/** Marks of the template languages that log4j files are rendered from: Jinja and Go, ERB, Maven and autoconf. */
const marks = /\{\{.*|\{%.*?%\}|<%.*?%>|@[A-Za-z_][\w.-]*@/;

/** The first template mark outside comments, or undefined in a file that log4j 1 can read. */
export function templateIn(text: string): string | undefined {
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (/^\s*[#!]/.test(line)) continue;
    const mark = marks.exec(line)?.[0];
    if (mark !== undefined && !isPlainText(line, mark)) return mark.length > 40 ? `${mark.slice(0, 40)}…` : mark;
  }
  return undefined;
}

/** `${{…` is a variable with an odd name, and a `%` before `{` may belong to a conversion pattern. */
function isPlainText(line: string, mark: string): boolean {
  return mark.startsWith('{{') && !mark.includes('}}') && !/\{\{\s*(if|else|end|range|with|define|template)\b/.test(line);
}

import { log4j2FileName } from './file-name.ts';

/** An option of Java's command line that names a file for the logging library. */
export interface LaunchOption {
  /** As it stands: `-Dlog4j.configuration=file:…`. */
  readonly text: string;
  readonly file: string;
}

/** What a file is, by its name; `unknown` where a variable holds the name, or nothing in it tells. */
export type LoggingFile = 'log4j1' | 'log4j2' | 'unknown';

// Variables and commands belong to the path; quotes would have to be understood as the shell does. A backslash before a word is Windows'.
const path = String.raw`((?:\$\{[^{}\s]*\}|\$\([^()\s]*\)|\\(?=[\w%.])|[^\s"'\`;|&<>(){}\\])+)`;
const old = new RegExp(`-Dlog4j\\.configuration=${path}(?!["'\\\\])`);
const fresh = new RegExp(`-Dlog4j2?\\.configurationFile=${path}(?!["'\\\\])`);

/** log4j 1's option (`org.apache.log4j.LogManager`). */
export function oldOption(text: string): LaunchOption | undefined {
  return optionOf(old.exec(text));
}

/** Log4j2's option, under either of its names. */
export function freshOption(text: string): LaunchOption | undefined {
  return optionOf(fresh.exec(text));
}

function optionOf(match: RegExpExecArray | null): LaunchOption | undefined {
  return match === null ? undefined : { text: match[0], file: match[1] ?? '' };
}

/** Goes by what files of either library are called. */
export function loggingFile(file: string): LoggingFile {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  if (/log4j2[^/]*$|\.ya?ml$|\.json$/i.test(name)) return 'log4j2';
  return /\.(?:properties|xml)$/i.test(name) ? 'log4j1' : 'unknown';
}

/** What the conversion calls the file, in its folder. */
export function convertedFile(file: string): string {
  return file.replace(/[^\\/]*$/, (name) => log4j2FileName(name.replace(/\.xml$/i, ''), 'xml'));
}

/** A line of a document to replace (`line` exists) or to insert before (`insert`). Lines are zero-based. */
export interface DirectiveEdit {
  readonly line: number;
  readonly insert: boolean;
  readonly text: string;
}

/** What a comment line can say of a whole file. */
export type DirectiveWord = 'role' | 'version';

const FILE_DIRECTIVE = /^\s*[#!].*\bkafka-config:.*\b(role|version)=/;

/** What has to stay at the head of a file: the program of a script, and what a Dockerfile tells its builder. */
const HEAD = /^#!|^#\s*(?:syntax|escape|check)\s*=/i;

/**
 * The edit that makes a file say `# kafka-config: word=value`: a changed word where the file has such a line, an added word where
 * that line says only the other one, otherwise a new line, the first that may be one.
 */
export function directiveEdit(lines: readonly string[], word: DirectiveWord, value: string): DirectiveEdit {
  const line = lines.findIndex((text) => FILE_DIRECTIVE.test(text));
  const old = lines[line];
  if (old === undefined) {
    const first = lines.findIndex((text) => !HEAD.test(text));
    return { line: Math.max(first, 0), insert: true, text: `# kafka-config: ${word}=${value}` };
  }
  const present = new RegExp(`\\b${word}=[^\\s;]*`);
  const text = present.test(old)
    ? old.replace(present, `${word}=${value}`)
    : old.replace(/kafka-config:/, `kafka-config: ${word}=${value}`);
  return { line, insert: false, text };
}

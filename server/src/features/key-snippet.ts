import type { FormatId } from '../formats/format.ts';
import type { KeyPlace } from './nested-keys.ts';

/**
 * What is written for a key where that is more than its name: what has to stand around it, or in JSON and maps of Terraform's, which
 * want quotes around a name and a sign behind it, what is not there yet. `before` and `after` are the line's own text, `below` is the next
 * line with anything on it.
 */
export function keySnippet(
  format: FormatId,
  before: string,
  after: string,
  below: string,
  around: KeyPlace['around'],
): (label: string) => { readonly snippet?: string } {
  if (around !== undefined) return (label) => ({ snippet: `${around.before}${escaped(label)}${around.behind}$1${around.end ?? ''}` });
  if ((format !== 'json' && format !== 'terraform') || before.endsWith('"')) return () => ({});
  const value = /^\s*[:=]/.test(after) ? '' : format === 'json' ? `: "$1"${commaBefore(after.trim() || below)}` : ' = "$1"';
  return (label) => ({ snippet: `"${escaped(label)}"${value}` });
}

/** Members of JSON stand apart. */
function commaBefore(next: string): '' | ',' {
  return next.trimStart().startsWith('"') ? ',' : '';
}

function escaped(label: string): string {
  return label.replaceAll('$', '\\$');
}

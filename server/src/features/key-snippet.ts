import type { FormatId } from '../formats/format.ts';
import type { KeyPlace } from './nested-keys.ts';

/** What is written for a key where that is more than its name. */
export interface KeySnippet {
  readonly of: (label: string) => { readonly snippet?: string };
  /** How many characters behind the name it takes the place of: a quote that ends the name. */
  readonly takes: number;
}

/**
 * What has to stand around a name, or in JSON and maps of Terraform's, which want quotes around a name and a sign behind it, what is not there
 * yet. `before` and `after` are the line's own text, `below` is the next line with anything on it.
 */
export function keySnippet(format: FormatId, before: string, after: string, below: string, around: KeyPlace['around']): KeySnippet {
  if (around !== undefined)
    return { of: (label) => ({ snippet: `${around.before}${escaped(label)}${around.behind}$1${around.end ?? ''}` }), takes: 0 };
  const quote = /["']$/.exec(before)?.[0];
  const isValued = /^["']?\s*[:=]/.test(after);
  const sign =
    format === 'json' ? ': "$1"' : format === 'terraform' ? ' = "$1"' : format === 'yaml' && quote !== undefined ? ': $1' : undefined;
  if (sign === undefined || (quote !== undefined && (isValued || /^\s*-\s/.test(before)))) return { of: () => ({}), takes: 0 };
  const takes = quote !== undefined && after.startsWith(quote) ? 1 : 0;
  const comma = format === 'json' ? commaBefore(after.slice(takes).trim() || below) : '';
  const value = isValued ? '' : sign + comma;
  return { of: (label) => ({ snippet: `${quote === undefined ? '"' : ''}${escaped(label)}${quote ?? '"'}${value}` }), takes };
}

/** Members of JSON stand apart. */
function commaBefore(next: string): '' | ',' {
  return next.trimStart().startsWith('"') ? ',' : '';
}

function escaped(label: string): string {
  return label.replaceAll('$', '\\$');
}

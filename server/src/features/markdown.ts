import type { Definition, Validator } from '../schema/definition.ts';
import { printRange } from '../schema/value.ts';

/** A code span, whatever the text holds. */
export function code(text: string): string {
  const ticks = text.includes('`') ? '``' : '`';
  return `${ticks}${text.includes('`') ? ` ${text} ` : text}${ticks}`;
}

/** Text that Markdown shows as it is. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, (special) => `\\${special}`);
}

/** `long · 0 or more`, `string · one of a, b`. */
export function printType({ type, validator }: Definition): string {
  const limits = validator && printValidator(validator);
  return limits === undefined ? type : `${type} · ${limits}`;
}

function printValidator(validator: Validator): string | undefined {
  switch (validator.kind) {
    case 'range':
      // The largest int is nobody's limit.
      return printRange(validator).replace(/^between (\S+) and 2147483647$/, '$1 or more');
    case 'enum':
    case 'offsetReset':
    case 'topologyOptimization':
      return validator.values.map(code).join(', ');
    case 'list':
      return validator.values?.map(code).join(', ');
    case 'all':
      return (
        validator.of
          .map(printValidator)
          .filter((one) => one !== undefined)
          .join('; ') || undefined
      );
    default:
      return undefined;
  }
}

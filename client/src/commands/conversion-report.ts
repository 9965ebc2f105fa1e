import type { ConversionNote } from '../protocol.ts';

const HEADINGS = {
  lost: 'Could not be kept',
  changed: 'Reads differently now',
  kept: 'Kept, with a remark',
} as const;

const KINDS = ['lost', 'changed', 'kept'] as const;

/** The notes in one sentence: `2 things could not be kept, 1 changed.` */
export function conversionSummary(notes: readonly ConversionNote[]): string {
  const count = (kind: ConversionNote['kind']) => notes.filter((note) => note.kind === kind).length;
  const lost = count('lost');
  const changed = count('changed');
  if (lost + changed === 0) return 'Everything is kept.';
  return `${[lost && `${lost} not kept`, changed && `${changed} changed`].filter(Boolean).join(', ')}.`;
}

/** The notes as a Markdown page, the losses first. Line numbers are those of the old file, counted from one. */
export function conversionReport(from: string, to: string, notes: readonly ConversionNote[]): string {
  const sections = KINDS.flatMap((kind) => {
    const lines = notes.filter((note) => note.kind === kind).map(noteLine);
    return lines.length > 0 ? [`## ${HEADINGS[kind]}`, '', ...lines, ''] : [];
  });
  const body = sections.length > 0 ? sections : ['Everything is kept.', ''];
  return [`# ${from} → ${to}`, '', ...body].join('\n');
}

function noteLine({ text, line }: ConversionNote): string {
  return line === undefined ? `- ${text}` : `- line ${line + 1}: ${text}`;
}

import type { ConversionNote } from '../protocol.ts';

const HEADINGS = {
  lost: 'Could not be kept',
  changed: 'Reads differently now',
  kept: 'Behaves as before, with a remark',
} as const;

const KINDS = ['lost', 'changed', 'kept'] as const;

/** The notes in one sentence: `2 not kept, 1 reads differently, 3 remarks.` */
export function conversionSummary(notes: readonly ConversionNote[]): string {
  const count = (kind: ConversionNote['kind']) => notes.filter((note) => note.kind === kind).length;
  const [lost, changed, kept] = [count('lost'), count('changed'), count('kept')];
  const remarks = kept > 0 ? `${kept} ${kept === 1 ? 'remark' : 'remarks'}` : '';
  if (lost + changed === 0) return `It behaves as before${remarks && `, with ${remarks}`}.`;
  const parts = [lost && `${lost} not kept`, changed && `${changed} ${changed === 1 ? 'reads' : 'read'} differently`, remarks];
  return `${parts.filter(Boolean).join(', ')}.`;
}

/** The notes as a Markdown page, the losses first. Line numbers are those of the old file, counted from one. */
export function conversionReport(from: string, to: string, notes: readonly ConversionNote[]): string {
  const sections = KINDS.flatMap((kind) => {
    const lines = notes.filter((note) => note.kind === kind).map(noteLine);
    return lines.length > 0 ? [`## ${HEADINGS[kind]}`, '', ...lines, ''] : [];
  });
  const body = sections.length > 0 ? sections : ['It behaves as before.', ''];
  return [`# ${from} → ${to}`, '', ...body].join('\n');
}

function noteLine({ text, line }: ConversionNote): string {
  return line === undefined ? `- ${text}` : `- line ${line + 1}: ${text}`;
}

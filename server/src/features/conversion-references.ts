import type { Edit } from '../text/edit.ts';

/**
 * What else has to change in a document when a file in it gets another name: the keys that mount it, and the option that passes it to
 * Java. Nothing where two files of the document have the name: which of them is meant is not for us to say.
 */
export function referenceEdits(lines: readonly string[], name: string, fresh: string): readonly Edit[] {
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const definition = new RegExp(`^\\s*["']?${word}["']?\\s*:`);
  if (name === fresh || lines.filter((line) => definition.test(line)).length > 1) return [];
  // Keys of resources that name a file of a ConfigMap: in a volume, in what mounts it, in a variable.
  const named = new RegExp(
    `(?<=(?:^|[\\s{,])["']?(?:key|path|subPath|mountPath)["']?\\s*:\\s*["']?(?:[^\\s"'#,{}]*/)?)${word}(?=["']?\\s*(?:[,}]|#.*$|$))`,
    'g',
  );
  const option = new RegExp(`-Dlog4j2?\\.configuration(?:File)?=([^\\s"'=]*/)${word}(?![\\w.-])`);
  return lines.flatMap((text, line): readonly Edit[] => {
    if (!text.includes(name) || /^\s*#/.test(text)) return [];
    const block = { line, indent: 0, text };
    const edits = Array.from(text.matchAll(named), ({ index }) => ({ block, start: index, end: index + name.length, text: fresh }));
    const found = option.exec(text);
    if (found === null) return edits;
    const end = found.index + found[0].length;
    return [...edits, { block, start: found.index, end, text: `-Dlog4j2.configurationFile=${found[1]}${fresh}` }];
  });
}

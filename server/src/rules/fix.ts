import type { Change, Writer } from '../formats/format.ts';
import type { Edit } from '../text/edit.ts';
import type { Fix, FixStep } from './rule.ts';

/** The edits that carry out a fix, or undefined where the file's format or the config's spelling cannot write it. */
export function editsOf(fix: Fix): readonly Edit[] | undefined {
  const changes = new Map<Writer, Change[]>();
  for (const step of fix.steps) {
    const change = changeOf(step);
    if (change === undefined) return undefined;
    const format = formatOf(step);
    const others = changes.get(format);
    if (others === undefined) changes.set(format, [change]);
    else others.push(change);
  }
  const edits: (readonly Edit[])[] = [];
  for (const [format, own] of changes) {
    const written = writeAll(format, own);
    if (written === undefined) return undefined;
    edits.push(written);
  }
  return edits.flat();
}

function writeAll(format: Writer, changes: readonly Change[]): readonly Edit[] | undefined {
  if (format.writeAll !== undefined) return format.writeAll(changes);
  const edits: Edit[] = [];
  for (const change of changes) {
    const written = format.write(change);
    if (written === undefined) return undefined;
    edits.push(...written);
  }
  return edits;
}

function formatOf(step: FixStep): Writer {
  const setting = step.do === 'add' ? step.after : step.setting;
  return setting.entry.format ?? setting.config.identity.format;
}

function changeOf(step: FixStep): Change | undefined {
  switch (step.do) {
    case 'set':
      return { kind: 'set', entry: step.setting.entry, value: step.value, ...(step.quoted && { quoted: true }) };
    case 'remove':
      return { kind: 'remove', entry: step.setting.entry };
    case 'comment':
      return { kind: 'comment', entry: step.setting.entry, text: step.text, ...(step.at !== undefined && { at: step.at }) };
    case 'rename': {
      const key = step.setting.config.identity.spelling.spell(step.key, step.setting.entry);
      return key === undefined ? undefined : { kind: 'rename', entry: step.setting.entry, key };
    }
    case 'add': {
      const key = step.after.config.identity.spelling.spell(step.key, step.after.entry);
      return key === undefined ? undefined : { kind: 'add', after: step.after.entry, key, value: step.value };
    }
  }
}

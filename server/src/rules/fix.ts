import type { Change } from '../formats/format.ts';
import type { Edit } from '../text/edit.ts';
import type { Setting } from '../configs/config.ts';
import type { Fix, FixStep } from './rule.ts';

/** The edits that carry out a fix, or undefined where the file's format or the config's spelling cannot write it. */
export function editsOf(fix: Fix): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const step of fix.steps) {
    const change = changeOf(step);
    const written = change && formatOf(step).write(change);
    if (written === undefined) return undefined;
    edits.push(...written);
  }
  return edits;
}

function formatOf(step: FixStep): Setting['config']['identity']['format'] {
  const setting = step.do === 'add' ? step.after : step.setting;
  return setting.entry.format ?? setting.config.identity.format;
}

function changeOf(step: FixStep): Change | undefined {
  switch (step.do) {
    case 'set':
      return { kind: 'set', entry: step.setting.entry, value: step.value };
    case 'remove':
      return { kind: 'remove', entry: step.setting.entry };
    case 'comment':
      return { kind: 'comment', entry: step.setting.entry, text: step.text };
    case 'rename': {
      const key = step.setting.config.identity.spelling.spell(step.key);
      return key === undefined ? undefined : { kind: 'rename', entry: step.setting.entry, key };
    }
    case 'add': {
      const key = step.after.config.identity.spelling.spell(step.key);
      return key === undefined ? undefined : { kind: 'add', after: step.after.entry, key, value: step.value };
    }
  }
}

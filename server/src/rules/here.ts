import type { Setting } from '../configs/config.ts';
import type { Finding, Fix, FixStep } from './rule.ts';

/** What a finding says about the document itself: nothing is marked or changed in the files beside it. Undefined where nothing is left. */
export function here(finding: Finding): Finding | undefined {
  if (finding.at.elsewhere) return undefined;
  const { related, fixes } = finding;
  const foreign = related?.some(({ at }) => at.elsewhere) || fixes?.some((fix) => !staysHere(fix));
  if (!foreign) return finding;
  return {
    ...finding,
    ...(related && { related: related.filter(({ at }) => !at.elsewhere) }),
    ...(fixes && { fixes: fixes.filter(staysHere) }),
  };
}

function staysHere({ steps }: Fix): boolean {
  return !steps.some((step) => settingOf(step).elsewhere);
}

function settingOf(step: FixStep): Setting {
  return step.do === 'add' ? step.after : step.setting;
}

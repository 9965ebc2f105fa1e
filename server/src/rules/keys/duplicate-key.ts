import type { Setting } from '../../configs/config.ts';
import { hasPlaceholder } from '../../configs/placeholder.ts';
import type { SettingRule } from '../rule.ts';

export const duplicateKey: SettingRule = {
  id: 'duplicate-key',
  title: 'A key that is set again further down',
  why: 'The last one counts; this one does nothing.',
  severity: 'warning',
  roles: 'all',
  family: 'any',
  source: 'java.util.Properties#load',
  examples: [
    {
      text: '«acks»=1\nacks=all\n',
      role: 'producer',
      only: 'properties',
      message: '`acks` is set again further down: only the last one counts.',
      fixed: 'acks=all\n',
    },
    // JSON has no other way to say something in between.
    { text: '_comment=first\nacks=all\n_comment=second\n', role: 'producer' },
    { text: '«linger.ms»="5"\nlinger.ms=5\n', role: 'producer', only: 'properties' },
    { text: 'acks=all\n', role: 'producer' },
  ],
  // What is wrong with a value, or with a key that is judged further down, is of no account here.
  supersedes: [
    'invalid-value',
    'remark-in-value',
    'quoted-value',
    'class-kind',
    'list-names-twice',
    'seconds-in-milliseconds',
    'compression-type-name',
    'removed-partitioner',
    'override-policy-name',
    'inter-worker-algorithm',
    'rebalance-timeout-negative',
    'plugin-interface',
    'plugin-version-range',
    'dns-lookup-default',
    'streams-old-guarantee',
    'share-consumer-excludes',
    'deprecated-key',
    'removed-key',
    'future-key',
    'unknown-key',
    'other-role-key',
    'unknown-resource-property',
    'blank-behind-class',
    'class-of-another-release',
    'connector-kind-unused',
    'converter-encoding',
    'converter-type-set',
    'internal-store-empty',
    'json-converter-schema',
    'nameless-class',
    'non-ascii-value',
    'windows-path',
  ],
  reads: 'each',
  // Without a name: what is left of broken JSON.
  when: (setting) => setting.key !== '' && setting.config.shadowing(setting) !== undefined && !isNoKey(setting.key),
  *check(setting, config) {
    const last = config.shadowing(setting);
    if (last === undefined || isNoKey(setting.key)) return;
    yield {
      at: setting,
      part: 'key',
      tag: 'unnecessary',
      message: said(setting, last),
      related: [{ at: last, message: 'This one counts.' }],
      fixes: [{ title: 'Remove this one', safe: last.entry.value === setting.entry.value, steps: [{ do: 'remove', setting }] }],
    };
  },
};

function said({ key, entry }: Setting, last: Setting): string {
  const isBelow = last.entry.block.line > entry.block.line || (last.entry.block === entry.block && last.entry.keyStart > entry.keyStart);
  if (isBelow) return `\`${key}\` is set again further down: only the last one counts.`;
  return `\`${last.entry.key}\` further up sets \`${key}\`, too: only that one counts.`;
}

/** What a template makes keys of, and what people write remarks under where a format has none. */
function isNoKey(key: string): boolean {
  return hasPlaceholder(key) || /^(?:\/\/|#|[_$-]*comments?\b)/i.test(key);
}

import type { Setting } from '../../configs/config.ts';
import { mayBeSecret } from '../../configs/secrets.ts';
import type { FormatId } from '../../formats/format.ts';
import { isLibrdkafka } from '../../schema/librdkafka.ts';
import { refusalOfLibrdkafka } from '../../schema/librdkafka-value.ts';
import { refusalOf } from '../../schema/value.ts';
import type { Finding, SettingRule } from '../rule.ts';
import { isNotRead } from './invalid-value.ts';

export const remarkInValue: SettingRule = {
  id: 'remark-in-value',
  title: 'A remark behind a value becomes part of it',
  why: 'Properties files know comments only on lines of their own: everything behind the `=` is the value, the `#` and the words behind it too.',
  severity: 'warning',
  roles: 'all',
  family: 'any',
  source: 'java.util.Properties#load',
  supersedes: ['invalid-value', 'quoted-value', 'non-ascii-value', 'librdkafka-invalid-value', 'librdkafka-misread-number'],
  examples: [
    {
      text: 'acks=«all # All in-sync replicas acknowledge»\n',
      role: 'producer',
      severity: 'error',
      only: 'properties',
      fixed: '# All in-sync replicas acknowledge\nacks=all\n',
    },
    {
      text: 'transactional.id=«my-producer-001 # Enable transactions»\n',
      role: 'producer',
      only: 'properties',
      message: 'The remark is part of the value: Kafka reads `my-producer-001 # Enable transactions`.',
      fixed: '# Enable transactions\ntransactional.id=my-producer-001\n',
    },
    { text: 'client.id=«x # y»\n', role: 'producer', only: 'properties', fixed: '# y\nclient.id=x\n' },
    { text: '# a remark of its own\nclient.id=x#y\n', role: 'producer', only: 'properties' },
  ],
  reads: 'each',
  chars: '#',
  when: ({ entry }) => entry.value.includes('#'),
  *check(setting) {
    if (!remarksOnOwnLines.has((setting.entry.format ?? setting.config.identity.format).id)) return;
    const split = splitRemark(setting.entry.value);
    if (split === undefined || setting.resolution === undefined) return;
    yield findingFor(setting, split.value, split.remark);
  },
};

/** Formats in which a remark behind a value is no remark. */
const remarksOnOwnLines: ReadonlySet<FormatId> = new Set(['properties', 'ini']);

function findingFor(setting: Setting, value: string, remark: string): Finding {
  const { definition } = setting;
  const refusal =
    definition && (isLibrdkafka(definition) ? refusalOfLibrdkafka(definition, setting.value) : refusalOf(definition, setting.value));
  const refused = refusal !== undefined && !isNotRead(setting);
  const reader = definition && isLibrdkafka(definition) ? 'librdkafka gets' : 'Kafka reads';
  const shown = mayBeSecret(setting) ? `${reader} it with the remark` : `${reader} \`${setting.value}\``;
  const fix = {
    title: 'Move the remark to a line of its own',
    safe: true,
    steps: [
      { do: 'set', setting, value },
      { do: 'comment', setting, text: remark },
    ],
  } as const;
  return { at: setting, message: `The remark is part of the value: ${shown}.`, severity: refused ? 'error' : 'warning', fixes: [fix] };
}

/** A `#` with a blank on either side, in a value that does not begin with one; text in quotes is left alone. */
function splitRemark(value: string): { readonly value: string; readonly remark: string } | undefined {
  const match = /^([^#"']*?\S)[ \t]+#+[ \t]+(\S.*)$/s.exec(value.trimEnd());
  return match?.[1] === undefined || match[2] === undefined ? undefined : { value: match[1].trim(), remark: match[2] };
}

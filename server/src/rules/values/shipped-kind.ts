import type { Setting } from '../../configs/config.ts';
import { facts } from '../../schema/facts.ts';
import { shippedClasses } from '../../schema/plugins.ts';
import { splitList } from '../../schema/value.ts';
import type { Finding } from '../rule.ts';
import { whyNotMade } from './base-classes.ts';

/** A class of Kafka's own under a property that asks for something else, or that Kafka cannot make; nothing is known of other classes. */
export function* wrongKind(setting: Setting): Generator<Finding> {
  const { definition, value, key } = setting;
  if (definition === undefined || setting.unknown) return;
  const wanted = facts().classKeys[definition.describedAs ?? definition.name] ?? [];
  const [want] = wanted;
  if (want === undefined) return;
  for (const name of definition.type === 'list' ? splitList(value) : [value]) {
    const kinds = name.startsWith('org.apache.kafka.') ? kindsOf(setting, name) : [];
    const [kind] = kinds;
    const simple = name.slice(name.lastIndexOf('.') + 1);
    const why = whyNotMade(name);
    if (why !== undefined) {
      yield { at: setting, message: `\`${key}\` must name another class: \`${simple}\` ${why}.` };
      return;
    }
    if (kind === undefined || kinds.some((one) => wanted.includes(one))) continue;
    const kindOfWanted = wanted.length > 1 ? want.slice(want.indexOf('-') + 1) : want;
    yield { at: setting, message: `\`${key}\` must name ${words(kindOfWanted)}; \`${simple}\` is ${words(kind)}.` };
    return;
  }
}

function kindsOf({ config }: Setting, className: string): readonly string[] {
  return shippedClasses(config.kafka).find(({ name }) => name === className)?.kinds ?? [];
}

function words(kind: string): string {
  const spelled = kind.replaceAll('-', ' ').replace(/^ssl/, 'TLS').replace(/^jwt/, 'JWT').replace(/^rest/, 'REST');
  return `${/^[aeiou]/.test(spelled) ? 'an' : 'a'} ${spelled}`;
}

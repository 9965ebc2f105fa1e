import type { Role } from '../schema/roles.ts';
import { relaxed } from './spring-names.ts';
import type { Viewed } from './views.ts';

/** Names of Spring Cloud Stream's own for properties of Kafka's, by what they are called when dashes do not count. */
const names: readonly { readonly at: RegExp; readonly role: Role; readonly kafka: Readonly<Record<string, string>> }[] = [
  { at: /^spring\.cloud\.stream\.kafka\.binder\.([\w-]+)$/, role: 'producer', kafka: { requiredacks: 'acks' } },
  {
    at: /^spring\.cloud\.stream\.kafka\.(?:bindings\.[^.]+|default)\.producer\.([\w-]+)$/,
    role: 'producer',
    kafka: { buffersize: 'batch.size', batchtimeout: 'linger.ms', compressiontype: 'compression.type' },
  },
  {
    at: /^spring\.cloud\.stream\.kafka\.(?:bindings\.[^.]+|default)\.consumer\.([\w-]+)$/,
    role: 'consumer',
    kafka: { startoffset: 'auto.offset.reset' },
  },
];

/**
 * What a name of Spring Cloud Stream's own sets. Kafka's properties in other places go before it (`BindingUtils`), or it goes before
 * them, so that it is judged alone. `part` is how it is called in the map it stands in, where the file has maps.
 */
export function streamSetting(name: string, value: string, document: number, part: string | undefined): Viewed | undefined {
  for (const { at, role, kafka } of names) {
    const own = at.exec(name)?.[1] ?? '';
    const key = kafka[relaxed(own)];
    if (key === undefined) continue;
    const spell = (other: string): string | undefined => (other === key ? (part ?? name) : undefined);
    const view = { id: `${document} ${name}`, role, why: `\`${name}\` sets it`, spelling: { spell }, overlay: true } as const;
    // What is a choice in Spring may be written in capitals.
    return { key, view, value: /type$|offset$/.test(relaxed(own)) ? value.toLowerCase() : value };
  }
  return undefined;
}

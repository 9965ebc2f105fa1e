import { nearestOf } from '../schema/nearest.ts';
import { information, type Log4j2Fault } from './log4j2-faults.ts';
import { pluginOf } from './log4j2-plugins.ts';
import { attributeNamed, everyElement, type WrittenAttribute, type WrittenElement } from './log4j2-tree.ts';

/** What Log4j2 defines itself (`AbstractConfiguration#setupConfiguration`). */
const given = ['hostName', 'contextName'];

/** Variables without a prefix that no property of the file defines: what is written stays as it is, unless another file is put together with this one. */
export function variableFaults(elements: readonly WrittenElement[]): readonly Log4j2Fault[] {
  // What a file that is put in defines is not known, nor what one of several does.
  if (elements.some(({ name }) => /:include$/i.test(name)) || !elements.some(({ name }) => pluginOf(name)?.name === 'Appenders')) return [];
  const properties = elements.filter(({ name }) => pluginOf(name)?.name === 'Property');
  const defined = new Set([...given, ...properties.flatMap((node) => attributeNamed(node, 'name')?.value ?? [])]);
  // What stands inside a route is filled in for each event.
  const later = new Set(elements.filter(({ name }) => pluginOf(name)?.name === 'Routes').flatMap((node) => [...everyElement(node)]));
  const now = elements.filter((node) => !later.has(node));
  return now.flatMap(({ attributes }) => attributes.flatMap((attribute) => undefinedIn(attribute, defined)));
}

function undefinedIn({ value, valueAt }: WrittenAttribute, defined: ReadonlySet<string>): readonly Log4j2Fault[] {
  const names = Array.from(value.matchAll(/(?<!\$)\$\{([^${}:]+)\}/g), (match) => match[1] ?? '');
  return [...new Set(names)]
    .filter((name) => !defined.has(name))
    .map((name) => {
      const meant = nearestOf([...defined], name);
      const hint = meant === undefined ? ` A system property is written \`\${sys:${name}}\`.` : ` Did you mean \`\${${meant}}\`?`;
      const message = `No property \`${name}\` is defined in this file: Log4j2 leaves \`\${${name}}\` as it stands.${hint}`;
      return information('undefined-property', valueAt, message);
    });
}

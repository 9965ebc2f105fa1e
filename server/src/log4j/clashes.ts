import type { Conversion } from './conversion.ts';
import { attributeOf, type Element } from './tree.ts';

/**
 * log4j 1 opens a file once for each appender; in Log4j2 appenders of one file share its manager, and stop the configuration when they
 * want it in different ways. Appenders that log4j 1 did not create give way; the later of the others spell the path in another way.
 */
export function withoutClashes(appenders: readonly Element[], { notebook }: Conversion): readonly Element[] {
  const owners = new Map<string, Element>();
  const spare = (appender: Element): boolean => attributeOf(appender, 'createOnDemand') === 'true';
  for (const appender of [...appenders.filter((one) => !spare(one)), ...appenders.filter(spare)]) {
    const file = attributeOf(appender, 'fileName');
    if (file !== undefined && appender.off !== true && !owners.has(file)) owners.set(file, appender);
  }
  return appenders.flatMap((appender) => {
    const owner = owners.get(attributeOf(appender, 'fileName') ?? '') ?? appender;
    if (appender.off === true || wantsSame(owner, appender)) return [appender];
    if (spare(appender)) return [{ ...appender, off: true }];
    const path = otherPath(appender, owners);
    const end = path === undefined ? 'the second is left out.' : 'the second spells the path in another way.';
    const message = `The appenders ${attributeOf(owner, 'name')} and ${attributeOf(appender, 'name')} write to one file in different ways, which Log4j2 refuses; ${end}`;
    notebook.add(path === undefined ? 'lost' : 'changed', message, appender.from);
    if (path === undefined) return [{ ...appender, off: true }];
    const moved = { ...appender, attributes: appender.attributes.map((one) => (one.name === 'fileName' ? { ...one, value: path } : one)) };
    if (!owners.has(path)) owners.set(path, moved);
    return [moved];
  });
}

/** In how many ways appenders may want one file: nobody has so many. */
const mostWays = 8;

/** Another way to write an appender's path, which none uses that wants the file differently; undefined where a variable may hold the folder. */
function otherPath(appender: Element, owners: ReadonlyMap<string, Element>): string | undefined {
  const path = attributeOf(appender, 'fileName') ?? '';
  const name = /[^/\\]*$/.exec(path)?.[0] ?? path;
  if (name === path && name.startsWith('${')) return undefined;
  const folder = path.slice(0, path.length - name.length);
  const step = `.${folder.at(-1) ?? '/'}`;
  const ways = Array.from({ length: mostWays }, (_, index) => folder + step.repeat(index + 1) + name);
  return ways.find((way) => {
    const owner = owners.get(way);
    return owner === undefined || wantsSame(owner, appender);
  });
}

function wantsSame(a: Element, b: Element): boolean {
  const names = ['filePattern', 'append', 'bufferSize', 'immediateFlush'];
  return a === b || (a.name === b.name && names.every((name) => attributeOf(a, name) === attributeOf(b, name)));
}

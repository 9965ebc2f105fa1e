import type { Conversion } from './conversion.ts';
import { attributeOf, type Element } from './tree.ts';

/**
 * log4j 1 opens a file once for each appender; in Log4j2 appenders of one file share its manager, and stop the configuration when they
 * want it in different ways. Appenders that log4j 1 did not create give way, then the later ones.
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
    notebook.add(
      'lost',
      `The appenders ${attributeOf(owner, 'name')} and ${attributeOf(appender, 'name')} write to one file in different ways, which Log4j2 refuses; the second is left out.`,
      appender.from,
    );
    return [{ ...appender, off: true }];
  });
}

function wantsSame(a: Element, b: Element): boolean {
  const names = ['filePattern', 'append', 'bufferSize', 'immediateFlush'];
  return a === b || (a.name === b.name && names.every((name) => attributeOf(a, name) === attributeOf(b, name)));
}

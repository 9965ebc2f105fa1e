import { nearestOf } from '../schema/nearest.ts';
import { information, type Log4j2Fault, refusal, warning } from './log4j2-faults.ts';
import { fitsInside, pluginOf } from './log4j2-plugins.ts';
import { attributeNamed, everyElement, type WrittenAttribute, type WrittenElement } from './log4j2-tree.ts';

/** References to appenders that are not there, and appenders that nothing refers to. */
export function appenderFaults(root: WrittenElement, elements: readonly WrittenElement[]): readonly Log4j2Fault[] {
  // Another file, or what holds when the file is read, may define any.
  const isOpen = elements.some(
    ({ name }) =>
      /arbiter|^select$|^appenderset$|:include$/i.test(name) || (pluginOf(name) === undefined && /profile|choose|^if$/i.test(name)),
  );
  if (isOpen) return [];
  const groups = root.children.filter(({ name }) => name.toLowerCase() === 'appenders');
  const appenders = groups.flatMap(({ children }) => children).flatMap((node) => attributeNamed(node, 'name') ?? []);
  const names = new Set(appenders.map(({ value }) => value));
  const references = elements.flatMap(referencesOf);
  const used = new Set(references.map(({ value }) => value));
  const isAnyUsed = references.some(({ value }) => value.includes('${'));
  const isUsed = (name: string): boolean => isAnyUsed || used.has(name);
  const isKnown = ({ value }: WrittenAttribute): boolean => value.includes('${') || names.has(value);
  const isAnyName = appenders.some(({ value }) => value.includes('${'));
  const built = [...builtElements(root, 'Configuration')];
  const stranded = new Set(built.flatMap((node) => strandedReferences(node, isKnown)));
  const unknown = isAnyName ? [] : built.flatMap(referencesOf).filter((one) => !isKnown(one));
  const loggers = root.children.filter(({ name }) => name.toLowerCase() === 'loggers').flatMap(({ children }) => children);
  return [
    ...repeatedNames(appenders, 'appender'),
    ...repeatedNames(
      loggers.flatMap((node) => attributeNamed(node, 'name') ?? []),
      'logger',
    ),
    ...unknown.map((one) => undefinedAppender(one, [...names], stranded.has(one))),
    ...appenders
      .filter(({ value }) => !value.includes('${') && !isUsed(value))
      .map(({ value, valueAt }) =>
        information(
          'unused-appender',
          valueAt,
          `No logger refers to the appender \`${value}\`; Log4j2 creates it all the same, and its file.`,
        ),
      ),
  ];
}

/** Of several with one name the last counts (`AppendersPlugin`, `LoggersPlugin`). */
function repeatedNames(names: readonly WrittenAttribute[], what: 'appender' | 'logger'): readonly Log4j2Fault[] {
  const last = new Map(names.map((one) => [one.value, one]));
  return names
    .filter((one) => last.get(one.value) !== one && !one.value.includes('${'))
    .map(({ value, valueAt }) =>
      warning('repeated-name', valueAt, `Another ${what} is called \`${value}\` too: Log4j2 uses that one only.`),
    );
}

/** The elements that Log4j2 builds: not those inside what it does not know, or what is in the wrong place. */
function* builtElements(node: WrittenElement, name: string): Iterable<WrittenElement> {
  const plugin = pluginOf(name);
  if (plugin === undefined) return;
  yield node;
  for (const child of node.children) {
    const inner = pluginOf(child.name);
    if (inner !== undefined && fitsInside(inner, plugin)) yield* builtElements(child, inner.name);
  }
}

/** Where elements name appenders. */
function referencesOf(node: WrittenElement): readonly WrittenAttribute[] {
  const plugin = pluginOf(node.name)?.name ?? '';
  const keys = { AppenderRef: ['ref'], Route: ['ref'], Failover: ['primary'], Async: ['errorRef', 'error-ref'] }[plugin] ?? [];
  return keys.flatMap((key) => attributeNamed(node, key) ?? []);
}

/** An asynchronous appender that finds none of its appenders throws when it starts (`AsyncAppender#start`). */
function strandedReferences(node: WrittenElement, isKnown: (one: WrittenAttribute) => boolean): readonly WrittenAttribute[] {
  if (pluginOf(node.name)?.name !== 'Async') return [];
  const own = node.children.flatMap(referencesOf);
  return own.some(isKnown) ? [] : own;
}

/** A file without any appender may be one of several that Log4j2 puts together. */
function undefinedAppender({ value: name, valueAt: at }: WrittenAttribute, names: readonly string[], isStranded: boolean): Log4j2Fault {
  if (isStranded)
    return refusal(at, `No appender \`${name}\` is defined, and \`Async\` finds no other: Log4j2 throws, and what logs does not start.`);
  const word = name.replace(/\s*(#.*)?$/s, '').trim();
  const trimmed = names.includes(word) ? word : undefined;
  const meant = trimmed ?? nearestOf(names, name);
  const more = name.includes('#') ? ' A comment behind a value is part of it.' : ' The blanks around the name count.';
  const hint = trimmed !== undefined ? more : meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
  if (names.length === 0) {
    const message = `No appender \`${name}\` is defined here: unless another file is put together with this one, Log4j2 prints an error and goes on without it.`;
    return information('undefined-appender', at, message);
  }
  return warning(
    'undefined-appender',
    at,
    `No appender \`${name}\` is defined: Log4j2 prints an error and goes on without it.${hint}`,
    meant,
  );
}

/** One root logger there must be, and one there may be. */
export function rootFaults(root: WrittenElement, elements: readonly WrittenElement[]): readonly Log4j2Fault[] {
  const isRoot = ({ name }: WrittenElement): boolean => ['Root', 'AsyncRoot'].includes(pluginOf(name)?.name ?? '');
  const loggers = root.children.find(({ name }) => name.toLowerCase() === 'loggers');
  const [, second] = loggers?.children.filter(isRoot) ?? [];
  if (second !== undefined)
    return [warning('several-roots', second.at, 'There can be one root logger only: with two of them Log4j2 leaves all loggers out.')];
  if (elements.some(isRoot) || elements.some(({ name }) => /:include$/i.test(name))) return [];
  // Somebody else's plug-in may bring loggers along.
  if (loggers === undefined && [...everyElement(root)].some(({ name }) => pluginOf(name)?.kind === 'Arbiter')) return [];
  return [information('no-root', loggers?.at ?? root.at, 'Without `Root` Log4j2 logs errors to the console, and nothing else.')];
}

import { nearestOf } from '../schema/nearest.ts';
import { levels } from './java-values.ts';
import { appenderFaults, rootFaults } from './log4j2-check-appenders.ts';
import { elementFaults, type Surroundings } from './log4j2-check-elements.ts';
import { variableFaults } from './log4j2-check-variables.ts';
import { type Log4j2Fault, refusal, warning } from './log4j2-faults.ts';
import { pluginNames, pluginOf } from './log4j2-plugins.ts';
import { readLog4j2Json } from './log4j2-read-json.ts';
import { readLog4j2Properties } from './log4j2-read-properties.ts';
import { readLog4j2Xml } from './log4j2-read-xml.ts';
import { readLog4j2Yaml } from './log4j2-read-yaml.ts';
import { attributeNamed, everyElement, type WrittenElement, type WrittenFile } from './log4j2-tree.ts';

/** The four syntaxes of a Log4j2 configuration. */
export type Log4j2Syntax = 'xml' | 'yaml' | 'json' | 'properties';

/** Finds what Log4j2 (core, with its log4j 1 bridge) refuses, complains about or ignores, in the order of the file. */
export function checkLog4j2(text: string, syntax: Log4j2Syntax): readonly Log4j2Fault[] {
  const file = readLog4j2(text, syntax);
  if ('unread' in file) return [];
  if ('broken' in file) return [brokenFile(file, syntax)];
  const elements = [...everyElement(file.root)];
  const around: Surroundings = {
    syntax,
    levels: new Set([...levels, ...customLevels(elements)]),
    isKafkas: /kafka/i.test(text),
    // A plug-in of the author's own may bring words for patterns along.
    isExtended: (attributeNamed(file.root, 'packages')?.value ?? '').trim() !== '' || elements.some(isOwnPlugin),
  };
  const faults = [
    ...(file.problems ?? []).map(({ kind, at, message, replacement, since }) =>
      kind === 'refused' ? refusal(at, message, since) : warning(kind, at, message, replacement),
    ),
    ...elementFaults(file.root, undefined, around),
    ...appenderFaults(file.root, elements),
    ...rootFaults(file.root, elements),
    ...variableFaults(elements),
  ];
  return worthTelling(faults).sort((a, b) => a.at.start - b.at.start);
}

/** Neither Log4j2's own, nor a slip. */
function isOwnPlugin({ name }: WrittenElement): boolean {
  return pluginOf(name) === undefined && nearestOf(pluginNames(), name) === undefined;
}

/** What stops the program is told once, and without what else could be better. */
function worthTelling(faults: readonly Log4j2Fault[]): Log4j2Fault[] {
  const refusals = faults.filter(({ kind }) => kind === 'refused');
  const refused = new Map(refusals.toReversed().map((fault) => [fault.at.start, fault]));
  return faults.filter((fault) => {
    if (fault.kind === 'refused') return refused.get(fault.at.start) === fault;
    if (fault.kind === 'missing-attribute' && refused.has(fault.at.start)) return false;
    return refused.size === 0 || fault.severity !== 'information';
  });
}

/** Of a broken XML file Log4j2 says so and goes on with its default; a broken YAML or JSON file makes it throw. */
function brokenFile({ broken, at, isTaken }: Extract<WrittenFile, { readonly broken: string }>, syntax: Log4j2Syntax): Log4j2Fault {
  if (isTaken === true) return warning('not-well-formed', at, `Log4j2 finds no configuration in this file: ${broken}.`);
  if (syntax === 'xml') return warning('not-well-formed', at, `Log4j2 cannot read this file: ${broken}.`);
  return refusal(at, `Log4j2 cannot read this file, and what logs does not start: ${broken}.`);
}

/** Reads a file with positions, or says why Log4j2 cannot. */
export function readLog4j2(text: string, syntax: Log4j2Syntax): WrittenFile {
  return readers[syntax](text);
}

/** Which of the nested syntaxes a text is in. */
export function syntaxOf(text: string): Exclude<Log4j2Syntax, 'properties'> {
  if (/^\s*</.test(text)) return 'xml';
  return /^\s*(?:\{|\/[/*])/.test(text) ? 'json' : 'yaml';
}

const readers: Readonly<Record<Log4j2Syntax, (text: string) => WrittenFile>> = {
  xml: readLog4j2Xml,
  yaml: readLog4j2Yaml,
  json: readLog4j2Json,
  properties: readLog4j2Properties,
};

/** Levels of the author's own, as Log4j2 keeps them: in capitals. */
function customLevels(elements: readonly WrittenElement[]): readonly string[] {
  const named = elements.filter(({ name }) => name.toLowerCase() === 'customlevel').flatMap((node) => attributeNamed(node, 'name') ?? []);
  return named.map(({ value }) => value.toUpperCase());
}

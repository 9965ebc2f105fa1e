import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { Setting } from '../configs/config.ts';
import type { Entry } from '../formats/format.ts';
import { checkLog4j1 } from '../log4j/check.ts';
import { convertLog4j } from '../log4j/convert.ts';
import { readLog4j1 } from '../log4j/read.ts';
import { printVersion } from '../schema/version.ts';
import { placeOf } from '../text/block.ts';
import type { Edit } from '../text/edit.ts';
import type { InPlace } from './conversion.ts';

/**
 * Makes the map `log4j2` of the list `log4j` in a Confluent resource. Appenders that the list refers to and the operator defines are
 * referred to still. Undefined where the list is not in lines of its own, the map is there, or nothing in the list can be converted.
 */
export function convertList({ entry, config }: Setting): InPlace | undefined {
  const list = entry.parent;
  const items = list?.children ?? [];
  if (list?.key !== 'log4j' || list.anchor !== undefined || list.parent?.children?.some(({ key }) => key === 'log4j2')) return undefined;
  if (items.some(({ block, style }) => block === list.block || style === 'block' || !/^ *-/.test(block.text))) return undefined;
  const lines = items.map(({ value }) => value).join('\n');
  const foreign = checkLog4j1(readLog4j1(lines)).flatMap(({ kind, word }) => (kind === 'undefined-appender' && word ? [word] : []));
  const stubs = foreign.map((name) => `\nlog4j.appender.${name}=org.apache.log4j.varia.NullAppender`).join('');
  const converted = convertLog4j(lines + stubs, { to: 'yaml', kafka: printVersion(config.kafka) });
  if ('refused' in converted) return undefined;
  const text = ownPart(converted.output, new Set(foreign), /^log4j\.root(?:Logger|Category)\b/m.test(lines));
  const lost = converted.notes.filter(({ kind }) => kind === 'lost').map(({ message }) => message);
  return text === undefined ? undefined : { edits: editsOf(list, items, text, lost), lost: lost.length };
}

/** The configuration without what was put in to be referred to, and without a root logger that nobody sets. */
function ownPart(output: string, foreign: ReadonlySet<string>, hasRoot: boolean): string | undefined {
  const document = parseDocument(output);
  const isForeign = (node: unknown): boolean => isMap(node) && foreign.has(String((node as YAMLMap).get('name')));
  const stubs = document.getIn(['Configuration', 'Appenders', 'Null']);
  if (isSeq(stubs)) stubs.items = stubs.items.filter((item) => !isForeign(item));
  if (isForeign(stubs) || (isSeq(stubs) && stubs.items.length === 0)) document.deleteIn(['Configuration', 'Appenders', 'Null']);
  if (!hasRoot) document.deleteIn(['Configuration', 'Loggers', 'Root']);
  for (const part of ['Appenders', 'Loggers']) {
    const group = document.getIn(['Configuration', part]);
    if (isMap(group) && group.items.length === 0) document.deleteIn(['Configuration', part]);
  }
  const root = document.get('Configuration');
  const first = isMap(root) ? root.items[0]?.key : undefined;
  if (!isScalar(first)) return undefined;
  first.spaceBefore = false;
  return document.toString({ lineWidth: 0 });
}

/** The new map comes behind its key, the old items go with their lines. */
function editsOf({ block, keyStart, keyEnd }: Entry, items: readonly Entry[], text: string, lost: readonly string[]): readonly Edit[] {
  const lead = ' '.repeat(placeOf(block, keyStart).character + 2);
  const lines = [...lost.map((message) => `# Not kept: ${message}`), ...text.trimEnd().split('\n')];
  const map = lines.map((line) => (line === '' ? '\n' : `\n${lead}${line}`)).join('');
  const end = block.text.length;
  return [
    { block, start: keyStart, end: keyEnd, text: 'log4j2' },
    { block, start: end, end, text: map },
    ...items.map((item): Edit => ({ block: item.block, start: 0, end: item.block.text.length, text: '', wholeLines: true })),
  ];
}

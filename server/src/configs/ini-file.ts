import type { Entry, Tree } from '../formats/format.ts';
import type { Role } from '../schema/roles.ts';
import { Config, type Identity } from './config.ts';
import { detect, isCueByValue } from './detect.ts';
import { keptWhile } from './follow.ts';
import { mayBeHocon } from './hocon.ts';
import { type Circumstances, nothing, type Placement } from './placement.ts';
import { placeSource, prefixed, versionFor } from './properties-file.ts';

/**
 * INI files are read by clients that are not Java's: `[default]` holds what every client gets, `[producer]` and `[consumer]` what
 * one of them gets on top, as the getting-started examples of confluent-kafka read them. Other sections are the program's own.
 */
export function placeIni(tree: Tree, circumstances: Circumstances): Placement | undefined {
  if (tree.format.id !== 'ini') return undefined;
  const { path, librdkafka } = circumstances;
  const detected = detect(settingsIn(tree), path);
  const before = JSON.stringify(detected);
  const isSame = (): boolean => JSON.stringify(detect(settingsIn(tree), path)) === before;
  const byValue = (entry: Entry): boolean => isCueByValue(entry) || mayBeHocon(path);
  if (detected.role === 'none' && circumstances.role === undefined) return keptWhile(isSame, { ...nothing, byValue });
  const sections = sectionsIn(tree);
  const family = detected.family === 'java' && sections.length > 0 ? 'librdkafka' : detected.family;
  const { kafka } = versionFor('client', circumstances, () => undefined);
  const identity = { kafka, family, whole: false, why: detected.why, ...(librdkafka !== undefined && { librdkafka }) } as const;
  if (sections.length > 0) return keptWhile(isSame, placeSections(tree, sections, identity));
  const { role = detected.role } = circumstances;
  const structural = ({ parent }: Entry): boolean => parent === undefined;
  const keyOf = ({ key, parent }: Entry): string | undefined => (parent === undefined ? key : undefined);
  const entries = (): readonly Entry[] => looseIn(tree);
  return placeSource({ entries, format: tree.format, identity: { ...identity, role }, keyOf, structural, byValue, isSame });
}

function sectionsIn({ documents = [] }: Tree): readonly Entry[] {
  return documents.flat().filter((entry) => entry.children !== undefined && roleOf(entry.key) !== undefined);
}

/** What stands before the first section. */
function looseIn({ documents = [] }: Tree): readonly Entry[] {
  return documents.flat().filter((entry) => entry.children === undefined);
}

function settingsIn(tree: Tree): readonly Entry[] {
  return [...looseIn(tree), ...sectionsIn(tree).flatMap(({ children = [] }) => children)];
}

function placeSections(
  tree: Tree,
  sections: readonly Entry[],
  shared: Pick<Identity, 'kafka' | 'family' | 'whole' | 'why' | 'librdkafka'>,
): Placement {
  const why = 'it has sections for Kafka clients';
  const base = new Config({ ...shared, role: baseRole(sections), format: tree.format, spelling: prefixed(''), why });
  const configOf = new Map<Entry | undefined, Config>([[undefined, base]]);
  for (const section of sections) {
    const role = roleOf(section.key) ?? 'client';
    const own = { ...shared, role, format: tree.format, spelling: prefixed(''), why: `section \`[${section.key}]\``, parent: base };
    configOf.set(section, isBase(section.key) ? base : new Config(own));
  }
  for (const [section, config] of configOf)
    for (const entry of section === undefined ? looseIn(tree) : (section.children ?? [])) config.add(entry.key, entry);
  return {
    configs: [...new Set(configOf.values())],
    assign: (entry) => {
      const config = configOf.get(entry.parent);
      return config === undefined || entry.children !== undefined ? [] : [{ config, key: entry.key }];
    },
    structural: ({ parent }) => configOf.has(parent),
    byValue: isCueByValue,
  };
}

/** What stands in `[default]` is for whom the other sections are for. */
function baseRole(sections: readonly Entry[]): Role {
  const [first, ...others] = new Set(sections.filter((section) => !isBase(section.key)).map((section) => roleOf(section.key)));
  return others.length === 0 ? (first ?? 'client') : 'client';
}

function isBase(section: string): boolean {
  return /^(default|defaults|kafka|kafka[-_ .]?client|client|common|global)$/i.test(section);
}

function roleOf(section: string): Role | undefined {
  if (/producer/i.test(section)) return 'producer';
  if (/consumer/i.test(section)) return 'consumer';
  if (/^(kafka[-_ .]?)?admin/i.test(section)) return 'admin';
  return isBase(section) ? 'client' : undefined;
}

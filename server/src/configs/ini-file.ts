import type { Entry, Tree } from '../formats/format.ts';
import type { Role } from '../schema/roles.ts';
import { Config, type Identity } from './config.ts';
import { detect } from './detect.ts';
import { type Circumstances, type Membership, nothing, type Placement } from './placement.ts';
import { placeSource, prefixed, versionFor } from './properties-file.ts';

/**
 * INI files are read by clients that are not Java's: `[default]` holds what every client gets, `[producer]` and `[consumer]` what
 * one of them gets on top, as the getting-started examples of confluent-kafka read them. Other sections are the program's own.
 */
export function placeIni(tree: Tree, circumstances: Circumstances): Placement | undefined {
  if (tree.format.id !== 'ini') return undefined;
  const [top = []] = tree.documents ?? [];
  const sections = top.filter((entry) => entry.children !== undefined && roleOf(entry.key) !== undefined);
  const loose = top.filter((entry) => entry.children === undefined);
  const kafkas = sections.flatMap((section) => section.children ?? []);
  const detected = detect([...loose, ...kafkas], circumstances.path);
  if (detected.role === 'none' && circumstances.role === undefined) return nothing;
  const family = detected.family === 'java' && sections.length > 0 ? 'librdkafka' : detected.family;
  const { librdkafka, role = detected.role } = circumstances;
  const { kafka } = versionFor('client', circumstances, () => undefined);
  const identity = { kafka, family, whole: false, why: detected.why, ...(librdkafka !== undefined && { librdkafka }) } as const;
  if (sections.length === 0)
    return placeSource({ entries: () => loose, format: tree.format, identity: { ...identity, role }, structural: () => true });
  return placeSections(tree, sections, loose, identity);
}

function placeSections(
  tree: Tree,
  sections: readonly Entry[],
  loose: readonly Entry[],
  shared: Pick<Identity, 'kafka' | 'family' | 'whole' | 'why' | 'librdkafka'>,
): Placement {
  const configs: Config[] = [];
  const places = new Map<Entry, Membership>();
  const base = new Config({
    ...shared,
    role: baseRole(sections),
    format: tree.format,
    spelling: prefixed(''),
    why: 'it has sections for Kafka clients',
  });
  configs.push(base);
  const take = (config: Config, entry: Entry): void => {
    places.set(entry, { config, key: entry.key });
    config.add(entry.key, entry);
  };
  for (const entry of loose) take(base, entry);
  for (const section of sections) {
    const role = roleOf(section.key) ?? 'client';
    const config = isBase(section.key)
      ? base
      : new Config({ ...shared, role, format: tree.format, spelling: prefixed(''), why: `section \`[${section.key}]\``, parent: base });
    if (config !== base) configs.push(config);
    for (const entry of section.children ?? []) take(config, entry);
  }
  const assign = (entry: Entry): readonly Membership[] => [places.get(entry)].filter((one) => one !== undefined);
  return { configs, assign, structural: () => true };
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

import type { Entry, Format, Tree } from '../formats/format.ts';
import type { Role } from '../schema/roles.ts';
import { newestVersion } from '../schema/tables.ts';
import { type KafkaVersion, latestVersion, parseVersion } from '../schema/version.ts';
import { type PrefixView, type Shaping, shapingOf, viewsOf } from './client-views.ts';
import { Config, type Identity, type Spelling } from './config.ts';
import { type Detected, detect, isCue, isCueByValue, isInSample, isNamedAfter } from './detect.ts';
import { changedBy, keptWhile } from './follow.ts';
import { mayBeHocon } from './hocon.ts';
import { logsForAnother } from './logged-program.ts';
import { inTurn, some } from './named.ts';
import { type Circumstances, type Membership, nothing, type Placement } from './placement.ts';

/** Entries that stand next to one another, as one config with its views: a file, or a part of one that another placement found. */
export interface Source {
  readonly entries: () => Iterable<Entry>;
  /** Entries of other files that count where these say nothing. */
  readonly elsewhere?: readonly Entry[];
  readonly format: Format;
  readonly identity: Omit<Identity, 'format' | 'spelling' | 'parent' | 'presets'>;
  readonly presets?: ReadonlyMap<string, string>;
  /** Entries that may change what the source is taken for; {@link isCue} where nothing is said. */
  readonly structural?: (entry: Entry) => boolean;
  /** Those of which not only the key matters then; {@link isCueByValue} where nothing is said of either. */
  readonly byValue?: (entry: Entry) => boolean;
  /** Whether the source would still be taken for the same, after an edit of such entries; where nothing is said it may be another. */
  readonly isSame?: () => boolean;
  /** Kafka's name of an entry's key where the file has another; undefined for entries that are not the config's. */
  readonly keyOf?: (entry: Entry) => string | undefined;
  /** What Kafka reads as an entry's value, where that is not what stands in the file. */
  readonly asRead?: (entry: Entry) => string | undefined;
  /** The way back: how the file calls Kafka's names. */
  readonly spelling?: Spelling;
}

/** A properties file: one config, and a view for each prefix behind which a client is configured. */
export function placeProperties(tree: Tree, circumstances: Circumstances): Placement | undefined {
  if (tree.format.id !== 'properties') return undefined;
  const { open, ...identity } = identify(tree, circumstances);
  const before = JSON.stringify([identity, open]);
  const isSame = (): boolean => {
    const { open: openNow, ...now } = identify(tree, circumstances);
    return JSON.stringify([now, openNow]) === before;
  };
  const structural = open ? () => true : (entry: Entry) => isCue(entry) || isInSample(entry, tree);
  const byValue = identity.family.startsWith('log4j') || mayBeHocon(circumstances.path) ? () => true : isCueByValue;
  if (identity.family === 'java' && identity.role === 'none') return keptWhile(isSame, { ...nothing, byValue });
  return placeSource({ entries: () => tree.entries(), format: tree.format, identity, structural, byValue, isSame });
}

/** What a file is taken for; `open`: any entry may have a say in that. */
function identify(tree: Tree, circumstances: Circumstances): Source['identity'] & { readonly open: boolean } {
  const found = detect(tree.entries(), circumstances.path);
  const detected = circumstances.role === undefined ? found : said(circumstances, found);
  const { role, family } = detected;
  const { kafka, why } = versionFor(role, circumstances, (key) => findEntry(tree, key));
  const isLogging = family.startsWith('log4j') && circumstances.role === undefined;
  const another = family === 'log4j1' && circumstances.said !== 'the comment in the file' && logsForAnother(tree, circumstances.path);
  return {
    role,
    kafka,
    family,
    why: [detected.why, why].filter((part) => part !== '').join('; '),
    whole:
      wholeRoles.has(role) &&
      !piece.test(circumstances.path) &&
      (circumstances.role !== undefined || saysWho(role, tree, circumstances.path)),
    ...(kcat.test(circumstances.path) && family === 'librdkafka' && { program: 'kcat' as const }),
    ...(circumstances.librdkafka !== undefined && { librdkafka: circumstances.librdkafka }),
    ...(another && { logsForAnother: true }),
    open: isLogging || detected.open === true,
  };
}

/** A broker's own file says which node it is, or by its name that it is one's, and where; others are laid over one, as in tests. */
function saysWho(role: Role, tree: Tree, path: string): boolean {
  if (role !== 'broker' && role !== 'controller') return true;
  const has = (telling: RegExp): boolean => some(tree.entries(), ({ key }) => telling.test(key));
  return isNamedAfter(path, ['broker', 'controller']) ? has(placing) : has(running) || (has(numbering) && has(keeping));
}

const running = /^(?:process\.roles|zookeeper\.connect)$/;
const numbering = /^(?:node|broker)\.id$/;
const keeping = /^(?:log\.dirs?|advertised\.listeners)$/;
const placing =
  /^(?:process\.roles|node\.id|broker\.id|zookeeper\.connect|advertised\.listeners|log\.dirs?|controller\.(?:listener\.names|quorum\.voters|quorum\.bootstrap\.servers)|inter\.broker\.listener\.name)$/;

/** What kcat reads by itself: `~/.config/kcat.conf`, and that of its old name. */
const kcat = /(?:^|[\\/])(?:kcat|kafkacat)\.conf$/;

/**
 * What is put behind another file before a program reads both, what something else makes a file of, and what tests fill in, as Kafka's of the
 * quorum does (`kafka.tools.TestRaftServer`).
 */
const piece =
  /\.delta$|(?:^|[\\/])fixtures[\\/]|(?:^|[\\/])raft[\\/]config[\\/]|[._-](?:template|tmpl|tpl|j2|jinja2?|erb|mustache|ctmpl)(?:\.[^\\/]*)?$/i;

/** The programs that read their whole configuration from the file: what is missing there is missing. */
export const wholeRoles: ReadonlySet<Role> = new Set<Role>([
  'broker',
  'controller',
  'connect-distributed',
  'connect-standalone',
  'connector',
  'mirror-maker',
]);

function said(circumstances: Circumstances, detected: Detected): Detected {
  const role = circumstances.role ?? 'none';
  const family = circumstances.family ?? (detected.family.startsWith('log4j') || role === 'none' ? 'java' : detected.family);
  return {
    role,
    family: role === 'broker' || role === 'controller' ? 'java' : family,
    ...(detected.open && { open: true }),
    why: `${circumstances.said ?? 'a setting'} says so`,
  };
}

/** A version that is said counts; else what the file can only be for; else the newest that has this role. */
export function versionFor(
  role: Role,
  circumstances: Circumstances,
  find: (key: string) => Entry | undefined,
): { readonly kafka: KafkaVersion; readonly why: string } {
  if (circumstances.kafka !== undefined) return { kafka: Math.min(circumstances.kafka, newestFor(role)), why: circumstances.why ?? '' };
  const zooKeeper = role === 'broker' && find('zookeeper.connect') !== undefined && find('process.roles') === undefined;
  const last = zooKeeper ? parseVersion('3.9') : undefined;
  if (last !== undefined) return { kafka: last, why: 'a broker that uses ZooKeeper is Kafka 3.9 at most' };
  return { kafka: newestFor(role), why: '' };
}

function newestFor(role: Role): KafkaVersion {
  return role === 'none' ? latestVersion() : newestVersion(role);
}

function findEntry(tree: Tree, key: string): Entry | undefined {
  for (const entry of tree.entries()) if (entry.key === key) return entry;
  return undefined;
}

/** Makes the config of a source, with the views that its role has. */
export function placeSource(source: Source): Placement {
  const identity: Identity = {
    ...source.identity,
    format: source.format,
    spelling: source.spelling ?? prefixed(''),
    ...(source.presets && { presets: source.presets }),
  };
  const root = new Config(identity);
  const configs: Config[] = [root];
  const views = new Map<PrefixView, Config>();
  const keyOf = source.keyOf ?? ((entry: Entry) => entry.key);
  const shaping = shapingOf(root.role);
  const settings = (): ReadonlyMap<string, string> => (shaping === undefined ? new Map() : settingsOf(source, keyOf, shaping));
  const before = settings();
  const viewOf = viewsOf(root.role, before, root.kafka);
  const configAt = (view: PrefixView | undefined): Config => (view === undefined ? root : viewConfig(view, root, views, configs));
  const assign = (entry: Entry): readonly Membership[] => {
    const name = keyOf(entry);
    if (name === undefined) return [];
    const view = viewOf(name);
    const value = source.asRead?.(entry);
    return [{ config: configAt(view), key: withoutPrefix(name, view), ...(value !== undefined && { value }) }];
  };
  for (const entry of source.elsewhere ?? []) for (const { config, key } of assign(entry)) config.addElsewhere(key, entry);
  inTurn(source.entries(), (entry) => {
    const name = keyOf(entry);
    if (name === undefined) return;
    const view = viewOf(name);
    configAt(view).add(withoutPrefix(name, view), entry, source.asRead?.(entry));
  });
  const structural = source.structural ?? isCue;
  const byValue = source.byValue ?? (source.structural === undefined ? isCueByValue : structural);
  const besideThem = shaping?.beside?.(before);
  const shapes = (key = ''): boolean => shaping?.has(key) === true || besideThem?.(key) === true;
  const shapesViews = (entry: Entry): boolean => shapes(keyOf(entry));
  let shape: string | undefined;
  const keepsViews = (): boolean => {
    if (shaping?.shape === undefined) return false;
    shape ??= shaping.shape(before);
    return shape === shaping.shape(settings());
  };
  const placement: Placement = {
    configs,
    assign,
    structural: (entry) => shapesViews(entry) || structural(entry),
    byValue: (entry) => shaping?.byValue(keyOf(entry) ?? '') === true || byValue(entry),
    follow: (delta) => {
      if (source.isSame?.() !== true || (changedBy(delta).some(shapesViews) && !keepsViews())) return undefined;
      return { placement, moved: [] };
    },
  };
  return placement;
}

function withoutPrefix(name: string, view: PrefixView | undefined): string {
  return view === undefined ? name : name.slice(view.prefix.length);
}

/** What a source says under the keys that have a say in its views; the last one counts. */
function settingsOf(source: Source, keyOf: (entry: Entry) => string | undefined, { has, beside }: Shaping): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  const takeWhere = (matters: (key: string) => boolean): void => {
    const take = (entry: Entry): void => {
      const key = keyOf(entry);
      if (key !== undefined && matters(key)) settings.set(key, source.asRead?.(entry) ?? entry.value);
    };
    source.elsewhere?.forEach(take);
    inTurn(source.entries(), take);
  };
  takeWhere(has);
  const besideThem = beside?.(settings);
  if (besideThem !== undefined) takeWhere(besideThem);
  return settings;
}

function viewConfig(view: PrefixView, root: Config, views: Map<PrefixView, Config>, configs: Config[]): Config {
  const known = views.get(view);
  if (known !== undefined) return known;
  const { prefix, role, behind: outer, inherits, unseen, presets, unread } = view;
  const parent = outer === undefined ? undefined : outer === 'root' ? root : viewConfig(outer, root, views, configs);
  const { kafka, family, format } = root.identity;
  const config = new Config({
    role,
    kafka: Math.min(kafka, newestVersion(role)),
    family,
    format,
    why: `keys that begin with \`${prefix}\``,
    whole: false,
    spelling: behind(prefix, root.identity.spelling),
    ...(parent && { parent }),
    ...(inherits && { inherits }),
    ...(unseen && { unseen }),
    ...(presets && { presets }),
    ...(unread !== undefined && { unread }),
  });
  views.set(view, config);
  configs.push(config);
  return config;
}

/** Keys as they are, behind a prefix. */
export function prefixed(prefix: string): Spelling {
  return { spell: (key) => prefix + key };
}

/** Keys behind a prefix, spelled as the config spells them that the view is of. */
function behind(prefix: string, outer: Spelling): Spelling {
  return { ...outer, spell: (key) => outer.spell(prefix + key) };
}

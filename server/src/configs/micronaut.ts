import type { Entry, Tree } from '../formats/format.ts';
import type { Role } from '../schema/roles.ts';
import { glanceForFrameworks, namer, scalars } from './named.ts';
import type { Circumstances, Placement } from './placement.ts';
import { yamlValue } from './spring.ts';
import { placedByKeys, placeViews, type View, type Viewed, withinStreams } from './views.ts';

/**
 * Micronaut's files: `kafka.*` is common to all clients, below `kafka.producers.{id}.`, `kafka.consumers.{id}.` and
 * `kafka.streams.{id}.` stands what one of them gets on top, by Kafka's own names (`KafkaDefaultConfiguration`).
 */
export function placeMicronaut(tree: Tree, circumstances: Circumstances): Placement | undefined {
  if (!isMicronautFile(tree)) return undefined;
  const nameOf = namer(tree);
  const flat = tree.format.id === 'properties';
  const viewOf = (entry: Entry): Viewed | undefined => {
    const found = viewed(nameOf(entry)?.text ?? '', flat);
    return found && withinStreams(entry.style === 'plain' ? { ...found, value: yamlValue(entry.value, flat) } : found);
  };
  const structural = ({ kind, key }: Entry): boolean =>
    kind === 'map' || kind === 'list' || kind === 'null' || key.endsWith('protocol') || isMicronautCue(key);
  return placedByKeys(placeViews(scalars(tree), viewOf, tree.format, circumstances, structural));
}

/** Whether a file is one of Micronaut's with something of Kafka's in it. */
export function isMicronautFile(tree: Tree): boolean {
  const { id } = tree.format;
  if (id !== 'properties' && id !== 'yaml') return false;
  const entries = glanceForFrameworks(tree);
  return entries.some(({ key }) => isMicronautCue(key)) && entries.some(({ key }) => /^kafka(?:\.|$)/.test(key));
}

/** Whether a key tells one of Micronaut's files: nobody else calls clients so. */
export function isMicronautCue(key: string): boolean {
  return /^(?:micronaut(?:\.|$)|kafka\.(?:producers|consumers)\.[^.]+\.)/.test(key);
}

const roles: Readonly<Record<string, Role>> = { producers: 'producer', consumers: 'consumer', streams: 'streams' };
/** What the framework has there for itself. */
const own = /^(?:embedded|producers|consumers|streams|health|metrics|enabled|topics)\b/;

function viewed(name: string, flat: boolean): Viewed | undefined {
  const [prefix = '', kind = ''] = /^kafka\.(producers|consumers|streams)\.[^.]+\./.exec(name) ?? /^kafka\./.exec(name) ?? [];
  const key = name.slice(prefix.length);
  // Names with dashes are its own, too.
  if (prefix === '' || !/^[a-z]+(?:[._][a-z0-9]+)*$/.test(key) || (kind === '' && own.test(key))) return undefined;
  const common = view('kafka.', 'client', flat);
  return { key, view: kind === '' ? common : { ...view(prefix, roles[kind] ?? 'client', flat), parent: common } };
}

function view(prefix: string, role: Role, flat: boolean): View {
  const spell = (key: string, near?: Entry): string | undefined => {
    if (flat) return prefix + key;
    // In a nested file a key is written beside another that stands whole.
    return near?.key.includes('.') ? key : undefined;
  };
  return { id: prefix, role, why: `keys that begin with \`${prefix}\``, spelling: { spell } };
}

import type { Role } from '../schema/roles.ts';
import type { KafkaVersion } from '../schema/version.ts';
import { viewsOfEnds } from './connector-ends.ts';
import { shapeOfFlows, shapesFlows, shapesFlowsByValue } from './mirror-flows.ts';
import { shadowing, shapeOfShadows } from './mirror-shadows.ts';
import { mirrorViews } from './mirror-views.ts';
import { presetsOf } from './presets.ts';

/** A prefix behind which keys are another role's. */
export interface PrefixView {
  readonly prefix: string;
  readonly role: Role;
  /** Where keys are looked up that stand not behind the prefix: in the file's own config, or in another view. */
  readonly behind?: 'root' | PrefixView;
  /** Which keys are looked up there; all where nothing is said. */
  readonly inherits?: (key: string) => boolean;
  /** Which keys another file may set. */
  readonly unseen?: (key: string) => boolean;
  readonly presets?: ReadonlyMap<string, string>;
  /** Why nothing reads these keys, as the end of a sentence; empty where another file has a say in that. */
  readonly unread?: string;
}

/** The view that a key of the file belongs to, the same object for every key of it; undefined for the file's own keys. */
export type ViewOf = (key: string) => PrefixView | undefined;

const prefixes: Readonly<Partial<Record<Role, readonly (readonly [string, Role])[]>>> = {
  streams: [
    ['main.consumer.', 'consumer'],
    ['restore.consumer.', 'consumer'],
    ['global.consumer.', 'consumer'],
    ['consumer.', 'consumer'],
    ['producer.', 'producer'],
    ['admin.', 'admin'],
  ],
  'connect-distributed': [
    ['producer.', 'producer'],
    ['consumer.', 'consumer'],
    ['admin.', 'admin'],
  ],
  'connect-standalone': [
    ['producer.', 'producer'],
    ['consumer.', 'consumer'],
    ['admin.', 'admin'],
  ],
  connector: [
    ['producer.override.', 'producer'],
    ['consumer.override.', 'consumer'],
    ['admin.override.', 'admin'],
  ],
};

/** Behind which prefixes a role's files have keys of clients. */
export function clientPrefixes(role: Role): readonly (readonly [prefix: string, Role])[] {
  return prefixes[role] ?? [];
}

/**
 * The views that the files of a role have. Of a worker's own keys the admin clients of its connectors get all (`Worker#adminConfigs`), the
 * other clients none. `settings` has what the file says under the keys that have a say in this ({@link shapingOf}). */
export function viewsOf(role: Role, settings: ReadonlyMap<string, string>, kafka: KafkaVersion): ViewOf {
  if (role === 'mirror-maker') return mirrorViews(settings, kafka);
  const views = (prefixes[role] ?? []).map(([prefix, client]): PrefixView => {
    const presets = presetsOf(role, client, kafka);
    const inherits = role === 'streams' || (role !== 'connector' && client === 'admin');
    const apart = !inherits && { inherits: () => false };
    const unseen = role === 'connector' && { unseen: isOfLogin };
    return { prefix, role: client, behind: 'root', ...apart, ...unseen, ...(presets && { presets }) };
  });
  if (role === 'connector') {
    const overrides = overridesOf(views, settings);
    const ends = viewsOfEnds(settings, kafka);
    return ends === undefined ? overrides : (key) => overrides(key) ?? ends(key);
  }
  return (key) => {
    // A worker's own key, for its REST server; no property of an admin client.
    if (key.startsWith('admin.listeners')) return undefined;
    return views.find(({ prefix }) => key.startsWith(prefix));
  };
}

/** How clients reach Kafka: a worker says it for its connectors, which say what differs. */
function isOfLogin(key: string): boolean {
  return key === 'security.protocol' || key.startsWith('sasl.') || key.startsWith('ssl.');
}

/** Which clients a connector has hangs on its kind; of a class by another name it is not known. */
function overridesOf(views: readonly PrefixView[], settings: ReadonlyMap<string, string>): ViewOf {
  const className = settings.get('connector.class')?.trim() ?? '';
  const sinks = /Sink(Connector)?$/.test(className) && (settings.get(deadLetters)?.trim() ?? '') === '';
  // A worker that produces exactly once makes a consumer and an admin client for each source, too; that stands in another file.
  const sources = /Source(Connector)?$/.test(className) && !settings.has('offsets.storage.topic');
  const creates = [...settings.keys()].some((key) => key.startsWith(creation));
  const unreadOf = ({ role }: PrefixView): string | undefined => {
    if (sinks && role !== 'consumer')
      return `a sink makes ${role === 'admin' ? 'an admin client' : 'a producer'} for its dead letters only`;
    return sources && (role === 'consumer' || (role === 'admin' && !creates)) ? '' : undefined;
  };
  const judged = views.map((view): PrefixView => {
    const unread = unreadOf(view);
    return unread === undefined ? view : { ...view, behind: 'root', inherits: () => false, unread };
  });
  return (key) => judged.find(({ prefix }) => key.startsWith(prefix));
}

const deadLetters = 'errors.deadletterqueue.topic.name';
const creation = 'topic.creation.';

/** The keys of a role's files that have a say in its views. */
export interface Shaping {
  /** Whether a key has one, whatever the others are. */
  has(key: string): boolean;
  /** Which keys have one beside those that have one by themselves. */
  beside?(settings: ReadonlyMap<string, string>): ((key: string) => boolean) | undefined;
  /** Whether its value has, too. */
  byValue(key: string): boolean;
  /** What hangs on them, in a text: while it is the same, so are the views. Where nothing is said all may be others. */
  shape?(settings: ReadonlyMap<string, string>): string;
}

/** Which keys have a say in the views of a role; undefined where none has. */
export function shapingOf(role: Role): Shaping | undefined {
  if (role === 'mirror-maker') return { has: shapesFlows, beside: shadowing, byValue: shapesFlowsByValue, shape: shapeOfMirror };
  return role === 'connector' ? { has: shapesConnector, byValue: shapesConnector } : undefined;
}

/** The keys of a cluster may count in place of a flow's. */
function shapeOfMirror(settings: ReadonlyMap<string, string>): string {
  return JSON.stringify([shapeOfFlows(settings), shapeOfShadows(settings)]);
}

/** Whether a connector's key has a say in which clients it makes, or which of its other keys it reads. */
function shapesConnector(key: string): boolean {
  return deciding.has(key) || key.startsWith(creation);
}

const deciding: ReadonlySet<string> = new Set([
  'connector.class',
  'enabled',
  deadLetters,
  'offsets.storage.topic',
  'offset-syncs.topic.location',
  'transforms',
  'predicates',
]);

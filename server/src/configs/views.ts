import type { Entry, Format } from '../formats/format.ts';
import type { Role } from '../schema/roles.ts';
import { newestVersion } from '../schema/tables.ts';
import { latestVersion } from '../schema/version.ts';
import { Config, type Identity, type Spelling } from './config.ts';
import { changedBy } from './follow.ts';
import type { Circumstances, Placement } from './placement.ts';

/** A client's configuration among a framework's own properties. */
export interface View {
  /** Entries whose views have the same id are one config. */
  readonly id: string;
  readonly role: Role;
  readonly why: string;
  readonly spelling: Spelling;
  /** What counts where this one says nothing. */
  readonly parent?: View;
  readonly presets?: ReadonlyMap<string, string>;
  readonly misnamed?: Identity['misnamed'];
  readonly keysOfElements?: true;
  readonly managedBy?: Identity['managedBy'];
  readonly overlay?: true;
  readonly scalars?: Identity['scalars'];
  readonly standing?: Identity['standing'];
  readonly setElsewhere?: Identity['setElsewhere'];
}

/** Where an entry belongs, in Kafka's own terms. */
export interface Viewed {
  readonly view: View;
  readonly key: string;
  /** What the framework makes of the value, where that is another. */
  readonly value?: string;
}

/** Behind a client's prefix a Streams application's properties are that client's. */
export function withinStreams({ view, key, value }: Viewed): Viewed {
  const [prefix, role] = /^(?:main\.|restore\.|global\.)?(consumer|producer|admin)\./.exec(key) ?? [];
  if (view.role !== 'streams' || prefix === undefined) return { view, key, ...(value !== undefined && { value }) };
  const spell = (inner: string, near?: Entry): string | undefined => view.spelling.spell(prefix + inner, near);
  const inner: View = {
    id: `${view.id} ${prefix}`,
    role: role as Role,
    why: `keys that begin with \`${prefix}\` for a Streams application`,
    parent: view,
    spelling: { ...view.spelling, spell },
    ...(view.overlay && { overlay: view.overlay }),
    ...(view.scalars && { scalars: view.scalars }),
  };
  return { view: inner, key: key.slice(prefix.length), ...(value !== undefined && { value }) };
}

/** A placement by views. */
export interface Viewing extends Placement {
  /** The same configs, where the views of entries are others now. */
  readonly by: (viewOf: (entry: Entry) => Viewed | undefined) => Placement['assign'];
}

/** Makes a config of every view that the entries have; `viewOf` is asked again for each entry that comes. */
export function placeViews(
  entries: Iterable<Entry>,
  viewOf: (entry: Entry) => Viewed | undefined,
  format: Format,
  circumstances: Circumstances,
  structural: (entry: Entry) => boolean,
): Viewing {
  const configs: Config[] = [];
  const byId = new Map<string, Config>();
  const configOf = (view: View): Config => {
    const known = byId.get(view.id);
    if (known !== undefined) return known;
    const parent = view.parent && configOf(view.parent);
    const { role, why, spelling, presets, misnamed, managedBy, overlay, scalars, standing, setElsewhere, keysOfElements } = view;
    // The clients inside an application are of its own release.
    const newest = Math.min(
      role === 'none' ? latestVersion() : newestVersion(role),
      parent?.role === 'streams' ? parent.kafka : Number.POSITIVE_INFINITY,
    );
    const kafka = Math.min(circumstances.kafka ?? newest, newest);
    const config = new Config({
      role,
      kafka,
      family: 'java',
      why,
      whole: false,
      format,
      spelling,
      ...(parent && { parent }),
      ...(presets && { presets }),
      ...(misnamed && { misnamed }),
      ...(keysOfElements && { keysOfElements }),
      ...(managedBy !== undefined && { managedBy }),
      ...(overlay && { overlay }),
      ...(scalars && { scalars }),
      ...(standing && { standing }),
      ...(setElsewhere && { setElsewhere }),
    });
    byId.set(view.id, config);
    configs.push(config);
    return config;
  };
  const by: Viewing['by'] = (viewedAs) => (entry) => {
    const found = viewedAs(entry);
    return found === undefined
      ? []
      : [{ config: configOf(found.view), key: found.key, ...(found.value !== undefined && { value: found.value }) }];
  };
  const assign = by(viewOf);
  for (const entry of entries) for (const { config, key, value } of assign(entry)) config.add(key, entry, value);
  return {
    // What only hands its keys down to others, and has none in this file, is no config of the file's.
    get configs(): readonly Config[] {
      return configs.filter(({ size }) => size > 0);
    },
    assign,
    structural,
    by,
  };
}

/** A placement in which an entry's place hangs on its key alone. Whoever asks it to follow knows that the file is still of its kind. */
export function placedByKeys(viewing: Viewing): Placement {
  const { assign, structural } = viewing;
  const placement: Placement = {
    get configs() {
      return viewing.configs;
    },
    assign,
    structural,
    byValue: () => false,
    follow: (delta) => (changedBy(delta).some(isCollection) ? undefined : { placement, moved: [] }),
  };
  return placement;
}

/** Whether an entry holds others, or may. */
export function isCollection({ kind }: Entry): boolean {
  return kind === 'map' || kind === 'list' || kind === 'null';
}

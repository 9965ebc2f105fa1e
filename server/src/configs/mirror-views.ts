import type { Entry } from '../formats/format.ts';
import type { Role } from '../schema/roles.ts';
import type { ViewOf } from './properties-file.ts';

const kinds: Readonly<Record<string, Role>> = { producer: 'producer', consumer: 'consumer', admin: 'admin' };

/**
 * MirrorMaker 2: behind `{cluster}.` stand properties of all of that cluster's clients, behind `{cluster}.producer.` and its kin
 * those of one kind (`MirrorMakerConfig.clusterProps`). Clusters are those that `clusters` names.
 */
export function mirrorViews(entries: Iterable<Entry>): ViewOf {
  const aliases = new Set<string>();
  for (const entry of entries) if (entry.key === 'clusters') for (const alias of entry.value.split(',')) aliases.add(alias.trim());
  return (key) => {
    for (let dot = key.indexOf('.'); dot !== -1; dot = key.indexOf('.', dot + 1)) {
      if (!aliases.has(key.slice(0, dot))) continue;
      const next = key.indexOf('.', dot + 1);
      const kind = kinds[key.slice(dot + 1, next === -1 ? key.length : next)];
      if (kind !== undefined) return { prefix: next === -1 ? `${key}.` : key.slice(0, next + 1), role: kind, inherits: true };
      return { prefix: key.slice(0, dot + 1), role: 'client', inherits: true };
    }
    return undefined;
  };
}

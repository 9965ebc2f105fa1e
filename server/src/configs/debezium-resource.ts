import type { Entry } from '../formats/format.ts';
import { passedOnByDebezium } from './debezium-server.ts';
import { member, type Region, textAt, topMember, type YamlFile } from './regions.ts';
import { placedByKeys, placeViews, type Viewed } from './views.ts';

/**
 * Debezium's operator writes the maps of a `DebeziumServer` into the server's file, behind the prefixes of sink and source (`ConfigMapping`):
 * what is Kafka's there is Kafka's here.
 */
export function debeziumRegions(document: readonly Entry[], file: YamlFile): readonly Region[] | undefined {
  if (!/^debezium\.io\//.test(topMember(document, 'apiVersion')?.value ?? '')) return undefined;
  const spec = topMember(document, 'spec');
  const sink = `debezium.sink.${textAt(spec, 'sink', 'type') ?? ''}.`;
  return [...regionOf(member(spec, 'sink', 'config'), sink, file), ...regionOf(member(spec, 'source', 'config'), 'debezium.source.', file)];
}

function regionOf(map: Entry | undefined, start: string, { circumstances, tree }: YamlFile): readonly Region[] {
  if (map?.kind !== 'map') return [];
  const viewOf = ({ key, children }: Entry): Viewed | undefined => (children === undefined ? viewed(key, start) : undefined);
  const viewing = placeViews(map.children ?? [], viewOf, tree.format, circumstances, () => false);
  return viewing.configs.length === 0 ? [] : [{ holders: [map], source: placedByKeys(viewing) }];
}

function viewed(key: string, start: string): Viewed | undefined {
  const passed = passedOnByDebezium(start + key);
  if (passed === undefined || passed.prefix.length < start.length) return undefined;
  const prefix = passed.prefix.slice(start.length);
  const why = `Debezium Server: ${prefix === '' ? 'what its engine gets' : `keys that begin with \`${prefix}\``}`;
  return {
    key: key.slice(prefix.length),
    view: { id: start + prefix, role: passed.role, why, spelling: { spell: (name) => prefix + name } },
  };
}

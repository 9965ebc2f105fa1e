import { type Entry, holdsText } from '../formats/format.ts';
import { type KafkaVersion, parseVersion } from '../schema/version.ts';
import { readImage, releaseInTag } from './images.ts';
import type { Pieces } from './pieces.ts';
import { textAt, topMember, type YamlFile } from './regions.ts';

const known = new WeakMap<YamlFile, KafkaVersion | 'none'>();

/**
 * The Kafka version that a file speaks of where it runs Kafka: by images of containers, by a chart's `image`, by Strimzi's resources.
 * Of several the oldest, so that nothing is said that holds for some of them only. Undefined where the file does not tell.
 */
export function versionAround(file: YamlFile): KafkaVersion | undefined {
  const found = known.get(file) ?? oldestIn(file) ?? 'none';
  known.set(file, found);
  return found === 'none' ? undefined : found;
}

function oldestIn({ tree, pieces }: YamlFile): KafkaVersion | undefined {
  return oldest(
    (tree.documents ?? []).flatMap((document) => [
      ...document.map((top) => oldestOf(top, pieces, 0)),
      pieces.keep(document, 'release', () => resourceVersion(document)),
    ]),
  );
}

/** The oldest image in an entry. Pieces as large as a service are looked through again only where something changed. */
function oldestOf(entry: Entry, pieces: Pieces, depth: number): KafkaVersion | undefined {
  if (depth > 1 || (entry.kind !== 'map' && entry.kind !== 'list')) return oldest([...imagesIn(entry)]);
  const inner = (): readonly (KafkaVersion | undefined)[] => (entry.children ?? []).map((child) => oldestOf(child, pieces, depth + 1));
  return pieces.keep([entry], 'images', () => oldest([...(entry.key === 'image' ? [imageVersion(entry)] : []), ...inner()]));
}

function oldest(versions: readonly (KafkaVersion | undefined)[]): KafkaVersion | undefined {
  const known = versions.filter((version) => version !== undefined);
  return known.length === 0 ? undefined : known.reduce((one, other) => Math.min(one, other));
}

function* imagesIn(entry: Entry): Iterable<KafkaVersion | undefined> {
  // Not by calling itself: lists may be nested without end.
  const waiting = [entry];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.key === 'image') yield imageVersion(next);
    if (!holdsText(next)) for (const child of next.children ?? []) waiting.push(child);
  }
}

/** `image: owner/name:tag`, or its parts as charts have them. A part that a template fills in says nothing. */
export function imageVersion(image: Entry): KafkaVersion | undefined {
  if (image.kind !== 'map') return image.value.includes('{{') ? undefined : kafkaIn(image.value);
  const application = textAt(image, 'application');
  if (application !== undefined) return kafkaIn(application);
  const [repository, tag = ''] = [textAt(image, 'repository'), textAt(image, 'tag')];
  return repository === undefined || tag === '' || tag.includes('{{') ? undefined : kafkaIn(`${repository}:${tag}`);
}

function kafkaIn(reference: string): KafkaVersion | undefined {
  const image = readImage(reference);
  return image === undefined ? releaseInTag(reference) : image.kafka;
}

/** `spec.kafka.version` of a cluster, `spec.version` of what runs beside it. */
function resourceVersion(document: readonly Entry[]): KafkaVersion | undefined {
  if (!/^kafka\.strimzi\.io\//.test(topMember(document, 'apiVersion')?.value ?? '')) return undefined;
  const spec = topMember(document, 'spec');
  return parseVersion(textAt(spec, 'kafka', 'version') ?? textAt(spec, 'version') ?? '');
}

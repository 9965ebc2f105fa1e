import type { Entry } from '../formats/format.ts';
import type { Role } from '../schema/roles.ts';
import { type KafkaVersion, parseVersion } from '../schema/version.ts';
import { readImage } from './images.ts';
import type { Circumstances } from './placement.ts';
import type { YamlFile } from './regions.ts';
import { imageVersion } from './versions-around.ts';

/** Roles of what runs in a broker's image, or is created there. A client may be of any release. */
const served: ReadonlySet<Role> = new Set<Role>(['broker', 'controller', 'topic', 'connect-distributed', 'connect-standalone']);

/**
 * What is known about a part of a chart's values: they say which image or release it is for, in one of the maps that the part stands
 * in, or at the top.
 */
export function circumstancesNear(part: Entry, role: Role, file: YamlFile): Circumstances {
  const { circumstances } = file;
  if (!served.has(role) || circumstances.said === 'the comment in the file') return circumstances;
  const kafka = releaseNear(part, file);
  return kafka === undefined ? circumstances : { ...circumstances, kafka };
}

function releaseNear(part: Entry, file: YamlFile): KafkaVersion | undefined {
  for (let at = part.parent; at !== undefined; at = at.parent) {
    const found = releaseOf(at.key, at.children ?? []);
    if (found !== undefined) return found;
  }
  return releaseAtTop(file);
}

const atTop = new WeakMap<YamlFile, { readonly release: KafkaVersion | undefined }>();

/** What a file's top says; one of several documents is no chart's values. */
function releaseAtTop(file: YamlFile): KafkaVersion | undefined {
  const [top = [], second] = file.tree.documents ?? [];
  const found = atTop.get(file) ?? { release: second === undefined ? releaseOf('', top) : undefined };
  atTop.set(file, found);
  return found.release;
}

/** A map's `image`, its tag within or in `imageTag`; or its `version`, where the map is called after Kafka. */
function releaseOf(name: string, members: readonly Entry[]): KafkaVersion | undefined {
  const text = (key: string): string | undefined => members.find((member) => member.key === key && member.children === undefined)?.value;
  const version = /kafka|broker|controller/i.test(name) ? text('version') : undefined;
  const said = parseVersion(text('kafkaVersion') ?? text('kafka_version') ?? version ?? '');
  const image = members.find(({ key }) => key === 'image');
  if (image === undefined || said !== undefined) return said;
  const tag = text('imageTag');
  return tag === undefined || image.kind === 'map' ? imageVersion(image) : readImage(`${image.value}:${tag}`)?.kafka;
}

import type { KafkaVersion } from '../schema/version.ts';
import { parseVersion } from '../schema/version.ts';
import { platformRelease } from './images.ts';
import type { Circumstances } from './placement.ts';

/** A file in the folder that a release is unpacked to is that release's, where nobody says otherwise. */
export function withRelease(circumstances: Circumstances): Circumstances {
  if (circumstances.kafka !== undefined) return circumstances;
  const [, folder, kafka, platform] = unpacked.exec(circumstances.path) ?? [];
  const release: KafkaVersion | undefined = platform === undefined ? parseVersion(kafka ?? '') : platformRelease(`cp-kafka:${platform}`);
  return release === undefined ? circumstances : { ...circumstances, kafka: release, why: `it stands in \`${folder}\`` };
}

/** What Kafka's archives and Confluent's unpack to: `kafka_2.13-3.9.0`, `confluent-7.6.0`. */
const unpacked = /(?:^|[\\/])(kafka_2\.\d\d-(\d+\.\d+\.\d+)|confluent-(\d+\.\d+\.\d+))[\\/]/;

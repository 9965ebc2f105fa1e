import type { Tree } from '../formats/format.ts';
import { librdkafkaMinor } from '../schema/librdkafka.ts';
import { isRole } from '../schema/roles.ts';
import { parseVersion } from '../schema/version.ts';
import type { Circumstances } from './placement.ts';

/** What the author says in the file's own comments goes before what settings say. */
export function withDirectives(tree: Tree, circumstances: Circumstances): Circumstances {
  let result = circumstances;
  for (const { words, within } of tree.directives) {
    if (within !== undefined) continue;
    const role = words.get('role');
    const version = words.get('version');
    const kafka = version === undefined ? undefined : parseVersion(version);
    const librdkafka = librdkafkaMinor(words.get('librdkafka') ?? '');
    if (librdkafka !== undefined) result = { ...result, librdkafka };
    if (words.get('family') === 'librdkafka' || words.get('family') === 'java')
      result = { ...result, family: words.get('family') as 'java' | 'librdkafka' };
    if (role !== undefined && isRole(role)) result = { ...result, role, said: 'the comment in the file' };
    if (kafka !== undefined) result = { ...result, kafka, said: 'the comment in the file' };
  }
  return result;
}

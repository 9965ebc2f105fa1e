import type { Tree } from '../formats/format.ts';

/**
 * Whether a file of log4j 1 is for another program than Kafka, as many have one. It goes into an application, or it names loggers or
 * folders, and none of Kafka's.
 */
export function logsForAnother(tree: Tree, path: string): boolean {
  if (packed.test(path)) return true;
  if (/kafka/i.test(path)) return false;
  let another = false;
  let seen = 0;
  for (const { key, value } of tree.entries()) {
    if (++seen > sample) break;
    if (kafkas.test(key) || kafkas.test(value)) return false;
    another ||= /^log4j\.(?:logger|category)\./.test(key) || folder.test(value);
  }
  return another;
}

/** As many entries as tell whose file it is. */
const sample = 400;

/** Where Maven and Gradle look for what goes into an application. */
const packed = /(?:^|[\\/])src[\\/]\w+[\\/]resources[\\/]/;

/** What Kafka's own files speak of, and those of programs that run in its workers. */
const kafkas = /kafka|confluent|debezium|connect|state\.change|I0Itec|org\.reflections/i;

/** Where a program's scripts say that it logs to: `${hadoop.log.dir}`. */
const folder = /\$\{[\w.-]+\.logs?\.(?:dir|file)\}/;

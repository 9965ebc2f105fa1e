import type { Tree } from '../formats/format.ts';

/** Whether a file of log4j 1 may be for another program than Kafka, as many have one: it goes into an application, or nothing in it is Kafka's. */
export function logsForAnother(tree: Tree, path: string): boolean {
  if (packed.test(path)) return true;
  if (/kafka/i.test(around.exec(path)?.[0] ?? path) || own.test(path)) return false;
  let seen = 0;
  for (const { key, value } of tree.entries()) {
    if (++seen > sample) break;
    if (kafkas.test(key) || kafkas.test(value)) return false;
  }
  return true;
}

/** As many entries as tell whose file it is. */
const sample = 400;

/** Where Maven and Gradle look for what goes into an application. */
const packed = /(?:^|[\\/])src[\\/]\w+[\\/]resources[\\/]/;

/** A file's name and the folders around it: a repository's says less. */
const around = /(?:[^\\/]*[\\/]){0,3}[^\\/]*$/;

/** What Kafka calls its own files, that of its brokers aside. */
const own = /(?:^|[\\/])(?:tools|connect)-log4j[^\\/]*$/;

/** What Kafka's own files speak of, and those of programs that run in its workers. */
const kafkas = /kafka|confluent|debezium|connect|state\.change|I0Itec|org\.reflections/i;

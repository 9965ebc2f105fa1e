import type { Entry } from '../formats/format.ts';
import type { Identity } from './config.ts';
import { variablesOf } from './containers.ts';
import { envNames } from './env-names.ts';
import { releaseInTag } from './images.ts';
import { tellsKafka, variableSource } from './loose-variables.ts';
import type { Region, YamlFile } from './regions.ts';

/** A container whose image nobody knows, as companies and projects build their own on the known ones. */
export interface StrangeContainer {
  /** The image as the file has it; empty where it is built beside the file, or named in another one. */
  readonly reference: string;
  /** What it is called, where it has no image. */
  readonly name?: string;
  /** Maps and lists of variables; the later ones win. */
  readonly holders: readonly Entry[];
  readonly scalars?: Identity['scalars'];
}

/**
 * The usual names of variables tell Kafka in an image of any name. What else the image does is not known: nothing is missing there, and
 * what becomes no property of Kafka's is the image's own.
 */
export function strangeRegions({ reference, name = '', holders, scalars }: StrangeContainer, file: YamlFile): readonly Region[] {
  const last = new Map(holders.flatMap(variablesOf).map((entry) => [entry.key, entry]));
  // One variable by itself may tell an application where Kafka is.
  const telling = [...last.keys()].filter(tellsKafka).length;
  const called = reference === '' ? name : reference;
  const source = telling < 2 && !/kafka|connect/i.test(called) ? undefined : variableSource([...last.values()], file, scalars);
  if (source === undefined) return [];
  const bitnami = envNames('bitnami', false);
  // Other names of Bitnami's are an image's own as well as not.
  const counts = ({ key }: Entry): boolean => source.spelling !== bitnami || key.startsWith(bitnami.prefix);
  const keyOf = (entry: Entry): string | undefined => (last.get(entry.key) === entry && counts(entry) ? source.keyOf?.(entry) : undefined);
  const said = file.circumstances.kafka === undefined ? releaseInTag(reference) : undefined;
  const identity = { ...source.identity, ...(said !== undefined && { kafka: said, why: `${source.identity.why}; the image’s tag` }) };
  return [{ holders, source: { ...source, identity, keyOf } }];
}

import type { Entry } from '../formats/format.ts';
import { cfkLogging } from './cfk-logging.ts';
import { type Image, readImage } from './images.ts';
import { member, type Region, textAt, topMember, type YamlFile } from './regions.ts';
import { type Part, regionsOfPart } from './strimzi.ts';

/** Confluent for Kubernetes: lists of `key=value` in `configOverrides`, maps in topics and connectors, and logging. */
export function cfkRegions(document: readonly Entry[], file: YamlFile): readonly Region[] | undefined {
  const apiVersion = topMember(document, 'apiVersion')?.value ?? '';
  if (!/^platform\.confluent\.io\//.test(apiVersion)) return undefined;
  const kind = topMember(document, 'kind')?.value ?? '';
  const spec = topMember(document, 'spec');
  const part = partOf(kind, spec);
  if (part === undefined) return [];
  const kafka = imageOf(spec)?.kafka;
  return [...regionsOfPart(part, kind, kafka, 'Confluent', file), ...cfkLogging(document, kafka, kind, file)];
}

function imageOf(spec: Entry | undefined): Image | undefined {
  return readImage(textAt(spec, 'image', 'application') ?? '');
}

function partOf(kind: string, spec: Entry | undefined): Part | undefined {
  const server = member(spec, 'configOverrides', 'server');
  switch (kind) {
    case 'Kafka':
      return { map: server, role: 'broker' };
    case 'KRaftController':
      return { map: server, role: 'controller' };
    case 'Connect':
      return { map: server, role: 'connect-distributed' };
    case 'KafkaTopic':
      return { map: member(spec, 'configs'), role: 'topic' };
    case 'Connector':
      return {
        map: member(spec, 'configs'),
        role: 'connector',
        presets: new Map(textAt(spec, 'class') === undefined ? [] : [['connector.class', textAt(spec, 'class') ?? '']]),
      };
    default:
      return undefined;
  }
}

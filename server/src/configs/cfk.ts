import type { Entry } from '../formats/format.ts';
import type { KafkaVersion } from '../schema/version.ts';
import { cfkLogging } from './cfk-logging.ts';
import { programRegion } from './ecosystem.ts';
import { platformRelease, readImage } from './images.ts';
import { member, type Region, textAt, topMember, type YamlFile } from './regions.ts';
import { type Part, regionsOfPart } from './strimzi.ts';

/** Confluent for Kubernetes: lists of `key=value` in `configOverrides`, maps in topics and connectors, and logging. */
export function cfkRegions(document: readonly Entry[], file: YamlFile): readonly Region[] | undefined {
  const apiVersion = topMember(document, 'apiVersion')?.value ?? '';
  if (!/^platform\.confluent\.io\//.test(apiVersion)) return undefined;
  const kind = topMember(document, 'kind')?.value ?? '';
  const spec = topMember(document, 'spec');
  const image = textAt(spec, 'image', 'application') ?? '';
  const kafka = readImage(image)?.kafka;
  const part = partOf(kind, spec);
  if (part === undefined) return programRegions(kind, spec, platformRelease(image), file);
  return [...regionsOfPart(part, kind, kafka, 'Confluent', file), ...cfkLogging(document, kafka, kind, file)];
}

/** The programs around Kafka by the resources that have them run. */
const programs: Readonly<Record<string, string>> = {
  SchemaRegistry: 'Schema Registry',
  KsqlDB: 'ksqlDB',
  KafkaRestProxy: 'REST Proxy',
  ControlCenter: 'Control Center',
};

function programRegions(kind: string, spec: Entry | undefined, kafka: KafkaVersion | undefined, file: YamlFile): readonly Region[] {
  const server = member(spec, 'configOverrides', 'server');
  const name = programs[kind];
  const region = server === undefined || name === undefined ? undefined : programRegion(server, file, kafka, name);
  return region === undefined ? [] : [region];
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

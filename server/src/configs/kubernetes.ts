import type { Entry } from '../formats/format.ts';
import { cfkRegions } from './cfk.ts';
import { commandRegions, containerRegions } from './containers.ts';
import { debeziumRegions } from './debezium-resource.ts';
import { readImage } from './images.ts';
import { koperatorRegions } from './koperator.ts';
import { looseRegions } from './loose.ts';
import { programVariables } from './program-variables.ts';
import { keptRegions, member, type Region, textAt, topMember, type YamlFile } from './regions.ts';
import { strangeRegions } from './strange-images.ts';
import { clusterVersion, strimziRegions } from './strimzi.ts';

/** A resource of Kubernetes: an operator's, or one that pods are made of. */
export function kubernetesRegions(document: readonly Entry[], file: YamlFile): readonly Region[] | undefined {
  if (!isOperators(document)) return plainRegions(document, file);
  return keptRegions(
    file.pieces,
    document,
    'operator',
    () =>
      strimziRegions(document, file) ??
      cfkRegions(document, file) ??
      koperatorRegions(document, file) ??
      debeziumRegions(document, file) ??
      [],
    String(clusterVersion(document, file)),
  );
}

function isOperators(document: readonly Entry[]): boolean {
  return /^(?:kafka\.strimzi\.io|eventstreams\.ibm\.com|platform\.confluent\.io|kafka\.banzaicloud\.io|debezium\.io)\//.test(
    topMember(document, 'apiVersion')?.value ?? '',
  );
}

/** The variables of containers by their image, the texts of ConfigMaps and Secrets, and what a list holds. */
function plainRegions(document: readonly Entry[], file: YamlFile): readonly Region[] | undefined {
  const kind = topMember(document, 'kind')?.value;
  const api = topMember(document, 'apiVersion')?.value;
  if (kind === undefined || api === undefined) return undefined;
  const spec = topMember(document, 'spec');
  const data = ['data', 'stringData', 'binaryData'].flatMap((key) => topMember(document, key) ?? []);
  const items = topMember(document, 'items')?.children ?? topMember(document, 'objects')?.children ?? [];
  return [
    ...podSpecs(spec).flatMap((pod) => keptRegions(file.pieces, [pod], 'pod', () => podRegions(pod, file))),
    ...items.flatMap((item) => (item.children === undefined ? [] : (kubernetesRegions(item.children, file) ?? []))),
    // Other programs have resources of the same kinds, which may hold numbers.
    ...looseRegions(data, file, api === 'v1' || api.includes('{{') ? 'text' : undefined),
    ...looseRegions(generated(document), file),
    ...looseRegions(valuesOf(spec), file, 'printed'),
    ...looseRegions(othersSpecs(document, `${api} ${kind}`), file),
  ];
}

/** What Kustomize makes ConfigMaps and Secrets of. */
function generated(document: readonly Entry[]): readonly Entry[] {
  const generators = ['configMapGenerator', 'secretGenerator'].flatMap((key) => topMember(document, key) ?? []);
  return generators.flatMap(({ children = [] }) => children.flatMap((generator) => member(generator, 'literals') ?? []));
}

/** Values of a chart in the resource that has it installed: Flux' `HelmRelease`, Argo CD's `Application`. */
function valuesOf(spec: Entry | undefined): readonly Entry[] {
  const found = [member(spec, 'values'), member(spec, 'source', 'helm', 'valuesObject')];
  return found.flatMap((values) => (values?.kind === 'map' ? [values] : []));
}

/** Operators and tools of all kinds have resources for topics and connectors, or lists of them. */
function othersSpecs(document: readonly Entry[], called: string): readonly Entry[] {
  if (!/kafka|topic|connector/i.test(called) || /redpanda|CustomResourceDefinition/.test(called)) return [];
  const specs = [topMember(document, 'spec'), ...(topMember(document, 'items')?.children ?? []).map((item) => member(item, 'spec'))];
  return specs.filter((spec) => spec !== undefined).filter((spec) => podSpecs(spec).length === 0);
}

function podSpecs(spec: Entry | undefined): readonly Entry[] {
  const found = [member(spec, 'template', 'spec'), member(spec, 'jobTemplate', 'spec', 'template', 'spec'), spec];
  return found.filter((pod) => pod !== undefined).filter((pod) => member(pod, 'containers')?.kind === 'list');
}

function podRegions(pod: Entry, file: YamlFile): readonly Region[] {
  const containers = [...(member(pod, 'containers')?.children ?? []), ...(member(pod, 'initContainers')?.children ?? [])];
  return containers.flatMap((container) => {
    const reference = textAt(container, 'image') ?? '';
    const image = readImage(reference);
    const env = member(container, 'env');
    const programs = env?.kind === 'list' ? programVariables([env], file, 'text', reference) : [];
    if (image === undefined)
      return env?.kind === 'list' ? [...programs, ...strangeRegions({ reference, holders: [env], scalars: 'text' }, file)] : [];
    const given = { image, reference, format: file.tree.format };
    const commands = commandRegions(
      ['command', 'args'].flatMap((key) => member(container, key) ?? []),
      given,
      file.circumstances,
    );
    if (env?.kind !== 'list') return commands;
    const more =
      ['envFrom', 'command', 'args'].some((key) => member(container, key) !== undefined) || member(container, 'volumeMounts') !== undefined;
    return [...commands, ...programs, ...containerRegions({ ...given, holders: [env], more, scalars: 'text' }, file.circumstances)];
  });
}

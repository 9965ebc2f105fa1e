import type { Entry, Tree } from '../formats/format.ts';
import { NestedEntry } from '../formats/nested-entry.ts';
import { yaml } from '../formats/yaml.ts';
import { splitLines } from '../text/lines.ts';
import { composeServices, type Service } from './compose.ts';
import { choosesLogging, containerRegions, isLoggingVariable, variablesOf } from './containers.ts';
import { shapesVariables, variableSource } from './loose-variables.ts';
import { Pieces } from './pieces.ts';
import { type Circumstances, nothing, type Placement } from './placement.ts';
import { programVariables } from './program-variables.ts';
import { type Source, versionFor } from './properties-file.ts';
import { placeRegions, type Region, type YamlFile } from './regions.ts';
import { plainPath, variablesIn } from './variable-files.ts';
import { anchorsOf } from './yaml-file.ts';

/**
 * A file of variables for containers. A Compose file beside it that names it says which image reads it; else only what is sure to be
 * Kafka's is taken.
 */
export function placeEnv(tree: Tree, circumstances: Circumstances): Placement | undefined {
  if (tree.format.id !== 'env') return undefined;
  const services = servicesFor(tree, circumstances);
  const known = services?.flatMap((service) => service.regions()) ?? [];
  const frameworks = frameworkVariables(tree, circumstances);
  const regions = [...(known.length > 0 ? known : looseVariables(tree, circumstances)), ...frameworks];
  const hasFrameworks = frameworks.length > 0 || [...tree.entries()].some(({ key }) => bound.test(key));
  const decides = deciding(hasFrameworks, services);
  return keptUnless(({ key }) => decides(key), regions.length === 0 ? nothing : placeRegions(regions, () => true));
}

/** Which variables have a say in the place of others, by their names. */
function deciding(hasFrameworks: boolean, services: readonly unknown[] | undefined): (name: string) => boolean {
  if (services !== undefined && services.length > 0) return (name) => readByImages.test(name);
  if (hasFrameworks || services === undefined) return (name) => telling.test(name);
  return (name) => shapesVariables(name) || isLoggingVariable(name) || bound.test(name);
}

/** What programs bind to properties of their clients. */
const bound = /^(?:SPRING|QUARKUS|MP|DEBEZIUM|SCHEMA_REGISTRY|KAFKA_(?:CLUSTERS|REST)|KSQL|CONTROL_CENTER)_/;
/** That, and what may be Kafka's. */
const telling = /^(?:KAFKA|CONNECT)_|^(?:SPRING|QUARKUS|MP|DEBEZIUM|SCHEMA_REGISTRY|KSQL|CONTROL_CENTER)_/;
/** And what images have without a prefix of Kafka's. */
const readByImages =
  /^(?:KAFKA|CONNECT|CLUSTER|ALLOW|BITNAMI|SPRING|QUARKUS|MP|DEBEZIUM|SCHEMA_REGISTRY|KSQL|CONTROL_CENTER|BROKER|NODE|ZOOKEEPER|BOOTSTRAP|GROUP|CONFIG|OFFSET|STATUS|KEY|VALUE|LOG)_/;

/** A placement in which an entry has its place by its key alone, unless it is one of those that have a say in others'. */
function keptUnless(decides: (entry: Entry) => boolean, placement: Placement): Placement {
  return {
    get configs() {
      return placement.configs;
    },
    assign: placement.assign,
    structural: decides,
    // To programs an empty value is none.
    byValue: (entry) => entry.value === '' || choosesLogging(entry) || placement.byValue?.(entry) === true,
  };
}

/** What programs of any image bind to the properties of their clients. */
function frameworkVariables(tree: Tree, circumstances: Circumstances): readonly Region[] {
  const file: YamlFile = { circumstances, tree, pieces: new Pieces() };
  return programVariables([holderOf([...tree.entries()])], file).map((region) => ({ ...region, holders: [undefined] }));
}

function looseVariables(tree: Tree, circumstances: Circumstances): readonly Region[] {
  const found = variableSource([...tree.entries()], { circumstances, tree });
  const properties = found && { ...found, byValue: () => false };
  const sources = [properties, loggingSource(tree, circumstances, properties)].filter((source) => source !== undefined);
  return sources.map((source) => ({ holders: [undefined], source: { ...source, entries: () => tree.entries() } }));
}

/** The variables that choose the logging. */
function loggingSource(tree: Tree, circumstances: Circumstances, properties: Source | undefined): Source | undefined {
  const found = [...tree.entries()].find(choosesLogging);
  if (found === undefined) return undefined;
  const kafka = properties?.identity.kafka ?? versionFor('none', circumstances, () => undefined).kafka;
  return {
    entries: () => tree.entries(),
    format: tree.format,
    identity: { role: 'none', kafka, family: 'java', why: `it sets \`${found.key}\``, whole: false },
    keyOf: (entry) => (choosesLogging(entry) ? entry.key : undefined),
    structural: () => true,
    byValue: choosesLogging,
  };
}

/** What Compose looks for by itself, and what people call their files for it, for Podman and for Swarm. */
const usual = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];
const likely = /compose|stack/i;

/** So many files of a folder are asked whether they name this one, those that are called so first. */
const most = 20;

/** The files of a folder that may be Compose's, by the names of what is in it; where these are not known, the usual ones. */
function composeFiles(listing: string | undefined): readonly string[] {
  const names = listing?.split('\n').filter((name) => /\.ya?ml$/i.test(name)) ?? usual;
  return [...names.filter((name) => likely.test(name)), ...names.filter((name) => !likely.test(name))].slice(0, most);
}

/**
 * The services of a Compose file beside it, or in the folder above, that name this file, with the variables as they read them.
 * Undefined where there are no variables of images, so that nobody has looked.
 */
function servicesFor(tree: Tree, circumstances: Circumstances): readonly { regions(): readonly Region[] }[] | undefined {
  const { beside } = circumstances;
  if (beside === undefined) return [];
  const own = [...tree.entries()];
  if (!own.some(({ key }) => /^(?:KAFKA|CONNECT)_/.test(key))) return undefined;
  const [folder = '', name = ''] = circumstances.path.split(/[\\/]/).slice(-2);
  return [
    { up: '', self: circumstances.path.includes('/') ? name : folder },
    { up: '../', self: `${folder}/${name}` },
  ].flatMap(({ up, self }) =>
    composeFiles(beside(up === '' ? './' : up)).flatMap((compose) =>
      servicesIn(beside(up + compose), tree, seenFrom(up, circumstances))
        .filter((service) => pathsOf(service).includes(self))
        .map((service) => ({ regions: () => regionsOf(service, own, { up, self, tree, circumstances }) })),
    ),
  );
}

function pathsOf({ envFiles = [] }: Service): readonly string[] {
  return envFiles.map(plainPath);
}

function servicesIn(text: string | undefined, tree: Tree, circumstances: Circumstances): readonly Service[] {
  if (text === undefined) return [];
  const { documents = [] } = yaml.parse(splitLines(text).lines);
  const pieces = new Pieces();
  pieces.lookUpBy(anchorsOf(documents, pieces));
  const file: YamlFile = { circumstances, tree, pieces };
  return documents.flatMap((document) => composeServices(document, file) ?? []);
}

/** The same, of a file that lies in another folder. */
function seenFrom(up: string, circumstances: Circumstances): Circumstances {
  return { ...circumstances, beside: (path) => circumstances.beside?.(plainPath(up + path)) };
}

interface Self {
  /** From this file's folder to the Compose file's. */
  readonly up: string;
  /** What the Compose file calls this one. */
  readonly self: string;
  readonly tree: Tree;
  readonly circumstances: Circumstances;
}

/** What the service's environment sets goes before this file, and so do the files that it names later. */
function regionsOf(service: Service, own: readonly Entry[], { up, self, tree, circumstances }: Self): readonly Region[] {
  const paths = pathsOf(service);
  const at = paths.lastIndexOf(self);
  const texts = paths.map((path) => (path === self ? '' : circumstances.beside?.(plainPath(up + path))));
  const read = (some: readonly (string | undefined)[]): readonly Entry[] => some.flatMap((text) => variablesIn(text ?? ''));
  const environment = (service.environment ?? []).flatMap(variablesOf);
  const container = {
    ...service.container,
    format: tree.format,
    holders: [holderOf(own)],
    below: read(texts.slice(0, at)),
    above: [...read(texts.slice(at + 1)), ...environment],
    // What is missing is said where the service stands.
    more: service.container.more || texts.includes(undefined) || environment.length > 0,
  };
  return containerRegions(container, circumstances).map((region) => ({ ...region, holders: [undefined] }));
}

/** The file as the map that it is. */
function holderOf(children: readonly Entry[]): Entry {
  const block = { line: 0, indent: 0, text: '' };
  const parts = { block, key: '', value: '', keyStart: 0, keyEnd: 0, valueStart: 0, valueEnd: 0, kind: 'map' } as const;
  return Object.assign(new NestedEntry(parts), { children });
}

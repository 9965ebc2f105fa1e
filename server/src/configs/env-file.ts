import type { Entry, Tree } from '../formats/format.ts';
import { NestedEntry } from '../formats/nested-entry.ts';
import { yaml } from '../formats/yaml.ts';
import { splitLines } from '../text/lines.ts';
import { composeServices, type Service } from './compose.ts';
import { choosesLogging, containerRegions, variablesOf } from './containers.ts';
import { variableSource } from './loose-variables.ts';
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
  const known = serviceRegions(tree, circumstances);
  const variables = known.length > 0 ? known : looseVariables(tree, circumstances);
  const regions = [...variables, ...frameworkVariables(tree, circumstances)];
  return regions.length === 0 ? nothing : placeRegions(regions, () => true);
}

/** What programs of any image bind to the properties of their clients. */
function frameworkVariables(tree: Tree, circumstances: Circumstances): readonly Region[] {
  const file: YamlFile = { circumstances, tree, pieces: new Pieces() };
  return programVariables([holderOf([...tree.entries()])], file).map((region) => ({ ...region, holders: [undefined] }));
}

function looseVariables(tree: Tree, circumstances: Circumstances): readonly Region[] {
  const properties = variableSource([...tree.entries()], { circumstances, tree });
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

/** The variables as the services of a Compose file beside it, or in the folder above, read them that name this file. */
function serviceRegions(tree: Tree, circumstances: Circumstances): readonly Region[] {
  const { beside } = circumstances;
  if (beside === undefined || ![...tree.entries()].some(({ key }) => /^(?:KAFKA|CONNECT)_/.test(key))) return [];
  const [folder = '', name = ''] = circumstances.path.split(/[\\/]/).slice(-2);
  const own = [...tree.entries()];
  return [
    { up: '', self: circumstances.path.includes('/') ? name : folder },
    { up: '../', self: `${folder}/${name}` },
  ].flatMap(({ up, self }) =>
    composeFiles(beside(up === '' ? './' : up)).flatMap((compose) =>
      servicesIn(beside(up + compose), tree, seenFrom(up, circumstances)).flatMap((service) =>
        regionsOf(service, own, { up, self, tree, circumstances }),
      ),
    ),
  );
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
  const paths = (service.envFiles ?? []).map(plainPath);
  const at = paths.lastIndexOf(self);
  if (at === -1) return [];
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

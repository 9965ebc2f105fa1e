import type { Entry } from '../formats/format.ts';
import { type Container, commandRegions, containerRegions } from './containers.ts';
import { overrideNames } from './env-names.ts';
import { readImage } from './images.ts';
import { looseRegions } from './loose.ts';
import type { Circumstances } from './placement.ts';
import { programVariables } from './program-variables.ts';
import { keptRegions, member, type Region, textAt, topMember, type YamlFile } from './regions.ts';
import { strangeRegions } from './strange-images.ts';
import { envFilePaths, filledIn, plainPath, variablesIn } from './variable-files.ts';

/** A service of a Compose file that runs Kafka. */
export interface Service {
  /** The service itself. */
  readonly entry: Entry;
  /** What can be said of it by the file alone. */
  readonly container: Omit<Container, 'holders'>;
  /** Undefined where it has none. */
  readonly environment: readonly Entry[] | undefined;
  /** The files that its variables come from as well, the later ones winning; undefined where their paths are not known. */
  readonly envFiles: readonly string[] | undefined;
  /** What is run in place of the image's own start. */
  readonly commands: readonly Entry[];
}

/** Docker Compose: services by their image, with the variables they get, and the files that are written into it. */
export function composeRegions(document: readonly Entry[], file: YamlFile): readonly Region[] | undefined {
  const regions = composeServices(document, file)?.flatMap(({ entry, container: { brokers } }) => {
    // Asked for again, so that they hang on what a service does.
    const find = (): readonly Region[] => regionsOf(serviceAt(entry, file), brokers, file);
    return keptRegions(file.pieces, withBases(entry), 'service', find, String(brokers));
  });
  return (
    regions && [...regions, ...strangers(document, file), ...applications(document, file), ...looseRegions(contentsOf(document), file)]
  );
}

function regionsOf(service: Service | undefined, brokers: number | undefined, { circumstances }: YamlFile): readonly Region[] {
  if (service === undefined) return [];
  const container = containerOf(counted(service, brokers), circumstances);
  const commands = commandRegions(service.commands, service.container, circumstances);
  return container === undefined ? commands : [...commands, ...containerRegions(container, circumstances)];
}

/** Services of images that nobody knows, with variables that have Kafka's names. */
function strangers(document: readonly Entry[], file: YamlFile): readonly Region[] {
  return servicesWithVariables(document, file, 'stranger', (service, holders) => {
    const reference = imageOf(service, file);
    if (readImage(reference) !== undefined || !mayStartKafka(commandsOf(service, file))) return [];
    return strangeRegions({ reference, name: service.key, holders }, file);
  });
}

/** Services with variables of programs that have Kafka clients. */
function applications(document: readonly Entry[], file: YamlFile): readonly Region[] {
  return servicesWithVariables(document, file, 'application', (service, holders) =>
    programVariables(holders, file, undefined, imageOf(service, file)),
  );
}

/** The image of a service, as far as the file fills it in; empty where it has none. */
function imageOf(service: Entry, file: YamlFile): string {
  return filledIn(effectiveMember(service, 'image', file)?.value ?? '', file);
}

function servicesWithVariables(
  document: readonly Entry[],
  file: YamlFile,
  what: string,
  find: (service: Entry, holders: readonly Entry[]) => readonly Region[],
): readonly Region[] {
  return (topMember(document, 'services')?.children ?? []).flatMap((service) =>
    keptRegions(file.pieces, withBases(service), what, () => {
      const holders = environmentOf(service, file);
      return holders.length === 0 ? [] : find(service, holders);
    }),
  );
}

/** Files that the document itself holds: `configs: {name: {content: …}}`. */
function contentsOf(document: readonly Entry[]): readonly Entry[] {
  return (topMember(document, 'configs')?.children ?? []).flatMap((config) => member(config, 'content') ?? []);
}

/** The services of a Compose file that run Kafka; undefined where it is none. */
export function composeServices(document: readonly Entry[], file: YamlFile): readonly Service[] | undefined {
  const services = topMember(document, 'services');
  if (services === undefined || topMember(document, 'apiVersion') !== undefined) return undefined;
  const inner = services.children ?? [];
  if (
    !inner.some((service) =>
      ['image', 'build', 'environment', 'container_name', '<<', 'extends'].some((key) => member(service, key) !== undefined),
    )
  )
    return undefined;
  const found = inner.flatMap((service) => serviceAt(service, file) ?? []);
  const count = found.filter(isBroker).length;
  const brokers = count > enough ? Number.POSITIVE_INFINITY : count;
  return found.map((service) => (isBroker(service) ? counted(service, brokers) : service));
}

function serviceAt(entry: Entry, file: YamlFile): Service | undefined {
  return file.pieces.keep(withBases(entry), 'service', () => readService(entry, file));
}

function counted(service: Service, brokers: number | undefined): Service {
  return brokers === undefined ? service : { ...service, container: { ...service.container, brokers } };
}

/** Nobody wants more replicas: of files with more brokers it does not matter how many they are. */
const enough = 16;

function isBroker({ container }: Service): boolean {
  return container.image.role === 'broker';
}

/** The container of a service whose own environment the document holds. */
function containerOf({ container, environment, envFiles }: Service, { beside }: Circumstances): Container | undefined {
  if (environment === undefined) return undefined;
  const texts = envFiles?.map((path) => beside?.(plainPath(path)));
  const known = (texts ?? []).filter((text) => text !== undefined);
  const more = container.more || texts === undefined || known.length < texts.length;
  return { ...container, holders: environment, more, below: known.flatMap(variablesIn) };
}

function readService(service: Entry, file: YamlFile): Service | undefined {
  const reference = effectiveMember(service, 'image', file)?.value ?? '';
  const image = readImage(filledIn(reference, file));
  if (image === undefined) return undefined;
  const commands = commandsOf(service, file);
  if (!mayStartKafka(commands)) return undefined;
  const names = overrideNames(commands.join(' '));
  const other = ['command', 'entrypoint', 'configs'].some((key) => effectiveMember(service, key, file) !== undefined);
  const bases = withBases(service);
  const volumes = (effectiveMember(service, 'volumes', file)?.children ?? []).some((volume) =>
    /\.(?:properties|sh|env)\b|\/(?:config|kafka\/docker|shared\/config|etc\/kafka(?!\/secrets))\b/.test(
      `${volume.value}${member(volume, 'target')?.value ?? ''}`,
    ),
  );
  const environment = environmentOf(service, file);
  const envFiles = bases.toReversed().map((one) => envFilePaths(effectiveMember(one, 'env_file', file, 0, false)));
  const more = other || volumes || isLaidOver.test(file.circumstances.path) || bases.some((one) => extendsAnother(one, file));
  return {
    entry: service,
    container: { image, reference, format: file.tree.format, more, ...(names && { names }) },
    environment: environment.length === 0 ? undefined : environment,
    envFiles: envFiles.every((paths) => paths !== undefined) ? envFiles.flat() : undefined,
    commands: ['command', 'entrypoint'].flatMap((key) => member(service, key) ?? []),
  };
}

/** Compose lays `docker-compose.override.yml` over the file without the word, and people call theirs after it. */
const isLaidOver = /\boverrides?\b[^\\/]*$/i;

/** What is run in place of the image's own start. Images of brokers are used for their command line tools too: variables are then of no account. */
function commandsOf(service: Entry, file: YamlFile): readonly string[] {
  const commands = ['command', 'entrypoint'].flatMap((key) => effectiveMember(service, key, file) ?? []);
  return commands
    .map((command) => [command.value, ...(command.children ?? []).map((part) => part.value)].join(' '))
    .filter((text) => text.trim() !== '');
}

function mayStartKafka(commands: readonly string[]): boolean {
  return commands.length === 0 || commands.some((command) => startsKafka.test(command));
}

const startsKafka =
  /docker\/run|kafka\/run\.sh|start-kafka|\bstart\.sh\b|entrypoint|kafka-server-start|connect-distributed|launch|^\s*start\s*$|\brun\b/;

/** As deep as anchors may refer to anchors: a file that goes in circles must come to an end. */
const deepest = 8;

/** A member of a map, or of what is merged into it; of a service also of those that it extends. */
function effectiveMember(map: Entry, key: string, file: YamlFile, depth = 0, extended = true): Entry | undefined {
  const own = member(map, key);
  if (own !== undefined || depth > deepest) return own === undefined ? undefined : resolved(own, file);
  for (const merged of mergedInto(map, file)) {
    const found = effectiveMember(merged, key, file, depth + 1, false);
    if (found !== undefined) return found;
  }
  if (map.alias !== undefined) return effectiveOf(file.pieces.markedBy(map.alias), key, file, depth);
  const base = extended ? baseOf(map) : undefined;
  return base && effectiveMember(base, key, file, depth + 1);
}

/** The service of the same file that a service extends. */
function baseOf(service: Entry): Entry | undefined {
  const said = member(service, 'extends');
  if (said === undefined || member(said, 'file') !== undefined) return undefined;
  const name = said.children === undefined ? said.value : textAt(said, 'service');
  const base = name === undefined ? undefined : member(service.parent, name);
  return base === service ? undefined : base;
}

/** A service and those that it is made of, from what counts most. */
function withBases(service: Entry): readonly Entry[] {
  const found = [service];
  for (let base = baseOf(service); base !== undefined && !found.includes(base); base = baseOf(base)) found.push(base);
  return found;
}

/** Whether a service is made of one that stands in another file. */
function extendsAnother(service: Entry, file: YamlFile): boolean {
  return effectiveMember(service, 'extends', file, 0, false) !== undefined && baseOf(service) === undefined;
}

/** The maps and lists that make up the environment of a service, what wins last. */
function environmentOf(service: Entry, file: YamlFile): readonly Entry[] {
  return withBases(service)
    .toReversed()
    .flatMap((one) => {
      const environment = effectiveMember(one, 'environment', file, 0, false);
      return environment === undefined ? [] : holdersOf(environment, file);
    });
}

function effectiveOf(map: Entry | undefined, key: string, file: YamlFile, depth: number): Entry | undefined {
  return map && effectiveMember(map, key, file, depth + 1);
}

function resolved(entry: Entry, file: YamlFile): Entry {
  return entry.alias === undefined ? entry : (file.pieces.markedBy(entry.alias) ?? entry);
}

/** What `<<` names: one alias, or a list of them. */
function mergedInto(map: Entry, file: YamlFile): readonly Entry[] {
  return (map.children ?? [])
    .filter(({ key }) => key === '<<')
    .flatMap((merge) => (merge.children === undefined ? [merge] : merge.kind === 'list' ? merge.children : [merge]))
    .map((merge) => resolved(merge, file))
    .filter((merge) => merge.children !== undefined);
}

/** The maps that make up an environment, what wins last. */
function holdersOf(environment: Entry, file: YamlFile, depth = 0): readonly Entry[] {
  const own = resolved(environment, file);
  if (depth > deepest) return [];
  return [...[...mergedInto(own, file)].reverse().flatMap((merged) => holdersOf(merged, file, depth + 1)), own];
}

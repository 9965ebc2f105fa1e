import type { Entry } from '../formats/format.ts';
import { isVeryNear, nearest } from '../schema/nearest.ts';
import type { Role } from '../schema/roles.ts';
import { define } from '../schema/schema.ts';
import { type KafkaVersion, latestVersion, parseVersion } from '../schema/version.ts';
import type { Identity } from './config.ts';
import { isVariable, secretFiles, throughPropertiesFile } from './containers.ts';
import { envNames } from './env-names.ts';
import { type Source, versionFor } from './properties-file.ts';
import type { YamlFile } from './regions.ts';

const strong =
  /^KAFKA_(?:CFG_)?(?:PROCESS_ROLES|NODE_ID|BROKER_ID|ZOOKEEPER_CONNECT|ADVERTISED_LISTENERS|LISTENERS|LISTENER_SECURITY_PROTOCOL_MAP|CONTROLLER_QUORUM_VOTERS|CONTROLLER_LISTENER_NAMES|INTER_BROKER_LISTENER_NAME|OFFSETS_TOPIC_REPLICATION_FACTOR|TRANSACTION_STATE_LOG_REPLICATION_FACTOR|LOG_DIRS)$|^CONNECT_(?:CONFIG|OFFSET|STATUS)_STORAGE_TOPIC$/;

const bitnami = envNames('bitnami', false);

/** Whether a variable is one of those that tell a broker or a Connect worker. */
export function tellsKafka(name: string): boolean {
  return strong.test(name) || (name.startsWith('KAFKA_CFG_') && define('broker', latestVersion(), bitnami.keyOf(name) ?? '') !== undefined);
}

/** Whether a variable that comes or goes may change what {@link variableSource} makes of the others. */
export function shapesVariables(name: string): boolean {
  return tellsKafka(name) || /^KAFKA_SSL_\w+_FILENAME$/.test(name);
}

/** Whether a name that nobody knows is one slip away from a property, and long enough for that to be no chance. */
function isSlip(role: Role, kafka: KafkaVersion, key: string): boolean {
  const near = key.length < 12 ? undefined : nearest(role, kafka, key);
  return near !== undefined && isVeryNear(key, near);
}

/** Variables whose container is not in sight: only those are taken that become a property that there is, or one but for a slip. */
export function variableSource(
  variables: readonly Entry[],
  file: Pick<YamlFile, 'circumstances' | 'tree'>,
  scalars?: Identity['scalars'],
): Source | undefined {
  const found = variables.filter(({ key }) => tellsKafka(key));
  if (found.length === 0) return undefined;
  const connect = found.every(({ key }) => key.startsWith('CONNECT_'));
  const names = found.some(({ key }) => key.startsWith('KAFKA_CFG_')) ? bitnami : envNames('confluent', connect);
  const role = connect ? 'connect-distributed' : 'broker';
  const { kafka, why } = versionFor(role, file.circumstances, (key) => variables.find((entry) => names.keyOf(entry.key) === key));
  const old = parseVersion('2.8') ?? kafka;
  const keyOf = (entry: Entry): string | undefined => {
    const key = names.keyOf(entry.key);
    if (key === undefined || !isVariable(entry)) return undefined;
    const known = define(role, kafka, key) ?? define(role, old, key);
    return known !== undefined || isSlip(role, kafka, key) ? key : undefined;
  };
  const identity = {
    role,
    kafka,
    family: 'java',
    why: [`it sets \`${found[0]?.key}\``, ...(why === '' ? [] : [why])].join('; '),
    whole: false,
    ...(scalars && { scalars }),
  } as const;
  const presets = new Map(secretFiles({ variables: new Set(variables.map(({ key }) => key)) }));
  const asRead = throughPropertiesFile;
  return {
    entries: () => variables,
    format: file.tree.format,
    identity,
    keyOf,
    spelling: names,
    presets,
    asRead,
    structural: () => true,
  };
}

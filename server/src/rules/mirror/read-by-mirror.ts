import type { Config, Setting } from '../../configs/config.ts';
import type { MirrorFlows } from '../../configs/mirror-flows.ts';
import { handedToWorkers } from '../../configs/mirror-views.ts';
import { componentTable, tableOf } from '../../schema/tables.ts';
import { splitList } from '../../schema/value.ts';
import type { KafkaVersion } from '../../schema/version.ts';
import { flowOf, flowsOf } from './flows.ts';

const ofConnectors = ['mirror-source', 'mirror-checkpoint', 'mirror-heartbeat', 'mirror-connector', 'connect-source'] as const;
const nested = /^(transforms|predicates|topic\.creation|(key|value|header)\.converter)\./;

/** Whether a worker, a connector or MirrorMaker itself reads one of the file's own keys, those of flows included; what none of them reads is not refused. */
export function isReadByMirror(setting: Setting): boolean {
  const { config, key, definition } = setting;
  if (tableOf('mirror-maker', config.kafka).get(key)?.name === key && isOfProgram(config.kafka, key)) return true;
  const flows = flowsOf(config);
  const flow = flowOf(key);
  if (flow !== undefined) {
    const { source, target } = flow;
    const prefix = `${source}->${target}.`;
    const rest = key.slice(prefix.length);
    return flows.isBuilt(source, target) && isOfConnectors(config.kafka, rest) && !isUnlisted(config, prefix, rest);
  }
  if (definition?.from === 'connect-distributed') return handedToWorkers.test(key);
  if (key === 'bootstrap.servers' || isBehindClient(setting)) return false;
  return !isOverridden(config, key, flows);
}

/** What MirrorMaker parses when it starts, before it looks at any flow (`MirrorMakerConfig#config`). */
function isOfProgram(kafka: KafkaVersion, key: string): boolean {
  return componentTable('mirror-maker', kafka).has(key);
}

/** Of a transformation or predicate that neither the flow's list nor the file's names. */
function isUnlisted(config: Config, prefix: string, rest: string): boolean {
  const [, list, name] = /^(transforms|predicates)\.([^.]+)\./.exec(rest) ?? [];
  if (list === undefined || name === undefined) return false;
  const setting = config.own(prefix + list) ?? config.own(list);
  return setting?.unknown !== true && !splitList(setting?.value ?? '').includes(name);
}

function isOfConnectors(kafka: KafkaVersion, key: string): boolean {
  return nested.test(key) || ofConnectors.some((component) => componentTable(component, kafka).has(key));
}

/** Properties of clients it reads behind `cluster.` only; `admin.timeout.ms` and its like are its own. */
function isBehindClient({ config, key }: Setting): boolean {
  return /^(producer|consumer|admin)\./.test(key) && !tableOf(config.role, config.kafka).has(key);
}

/** Whether every flow has a value of its own. */
function isOverridden(config: Config, key: string, { clusters, pairs, isBuilt }: MirrorFlows): boolean {
  for (const { source, target } of pairs()) if (isBuilt(source, target) && !config.has(`${source}->${target}.${key}`)) return false;
  return clusters.size > 1;
}

import type { Config, Setting } from '../../configs/config.ts';
import { splitList } from '../../schema/value.ts';
import { atLeast } from '../../schema/version.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { wrongKind } from '../values/shipped-kind.ts';
import { isNothing, isOnly } from './listener-graph.ts';

const node = 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n';
const combined =
  'process.roles=broker,controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\nlisteners=PLAINTEXT://:9092,CONTROLLER://:9093\n';
const jmx = 'org.apache.kafka.common.metrics.JmxReporter';
const standard = 'org.apache.kafka.metadata.authorizer.StandardAuthorizer';

const ofEveryNode = ['metric.reporters', 'client.quota.callback.class', 'authorizer.class.name', 'group.share.assignors'];
/** Releases before these only took the name. */
const ofEveryNodeSince: ReadonlyMap<string, string> = new Map([
  ['principal.builder.class', '3.0'],
  ['group.consumer.assignors', '3.6'],
]);
const ofControllers = ['create.topic.policy.class.name', 'alter.config.policy.class.name'];
const ofBrokers = ['replica.selector.class'];
const builder = 'org.apache.kafka.common.security.auth.KafkaPrincipalBuilder';
const old = 'kafka.metrics.reporters';
const persister = 'group.share.persister.class.name';
const persisters = /\.persister\.(Default|NoOp)StatePersister$/;

export const serverClassKind: RelationRule = {
  id: 'server-class-kind',
  title: 'A class of Kafka’s own that is something else, on a broker or controller',
  why: 'A server makes an object of each of these classes when it starts, and stops where one is not what the property asks for. Policies are the controller’s, selectors of replicas the broker’s.',
  severity: 'error',
  roles: ['broker', 'controller'],
  source: 'AbstractConfig#getConfiguredInstance; kafka.server.ControllerServer, ReplicaManager#createReplicaSelector',
  examples: [
    {
      text: `${node}metric.reporters=«${standard}»\n`,
      message: '`metric.reporters` must name a metrics reporter; `StandardAuthorizer` is an authorizer.',
    },
    { text: `${node}authorizer.class.name=«${jmx}»\n` },
    { text: `${node}replica.selector.class=«${jmx}»\n` },
    {
      text: `${node}«replica.selector.class»=\n`,
      message: '`replica.selector.class` must name a replica selector; without the line there is none.',
    },
    {
      text: `${node}${old}=«${jmx}»\n`,
      message: '`kafka.metrics.reporters` must name a reporter of the old metrics; `JmxReporter` belongs in `metric.reporters`.',
    },
    {
      text: `${node}${persister}=«com.example.Own»\n`,
      kafka: '4.1',
      message: `\`${persister}\` must name \`DefaultStatePersister\`: Kafka takes none but its own.`,
    },
    {
      text: `${node}principal.builder.class=«${builder}»\n`,
      kafka: '4.1',
      message: '`principal.builder.class` must name another class: `KafkaPrincipalBuilder` is what such classes implement.',
    },
    { text: `${node}principal.builder.class=${builder}\n` },
    { text: `${combined}create.topic.policy.class.name=«${standard}»\n` },
    { text: `${node}create.topic.policy.class.name=${standard}\n`, kafka: '3.9' },
    { text: `${node.replace('=broker', '=${env:ROLES}')}create.topic.policy.class.name=${standard}\n` },
    {
      text: `${node}metric.reporters=${jmx},com.example.Own\nreplica.selector.class=org.apache.kafka.common.replica.RackAwareReplicaSelector\n`,
    },
  ],
  reads: [...ofEveryNode, ...ofEveryNodeSince.keys(), ...ofControllers, ...ofBrokers, old, persister, 'process.roles'],
  *check(config) {
    for (const setting of keysOf(config).flatMap((key) => config.own(key) ?? [])) if (!isOfLater(setting)) yield* wrongKind(setting);
    yield* oldReporter(config);
    if (hasRoles(config) && !isOnly(config, 'controller')) yield* brokersOwn(config);
  },
};

/** From 4.2 on any builder of principals will do until a listener makes it. */
function isOfLater({ value, config }: Setting): boolean {
  return value === builder && atLeast(config.kafka, '4.2');
}

function* oldReporter(config: Config): Generator<Finding> {
  const at = config.own(old);
  const name = at === undefined || at.unknown ? undefined : splitList(at.value).find((one) => one.startsWith('org.apache.kafka.'));
  if (at === undefined || name === undefined) return;
  const simple = name.slice(name.lastIndexOf('.') + 1);
  yield { at, message: `\`${old}\` must name a reporter of the old metrics; \`${simple}\` belongs in \`metric.reporters\`.` };
}

function* brokersOwn(config: Config): Generator<Finding> {
  const selector = config.own('replica.selector.class');
  if (selector?.definition !== undefined && !selector.unknown && selector.value === '')
    yield { at: selector, part: 'key', message: '`replica.selector.class` must name a replica selector; without the line there is none.' };
  const at = config.own(persister);
  const judged = at?.definition !== undefined && !at.unknown && at.value !== '' && atLeast(config.kafka, '4.1');
  if (at !== undefined && judged && !persisters.test(at.value))
    yield { at, message: `\`${persister}\` must name \`DefaultStatePersister\`: Kafka takes none but its own.` };
}

/** The keys whose classes this node makes. */
function keysOf(config: Config): readonly string[] {
  if (isNothing(config)) return ['metric.reporters', 'principal.builder.class', 'group.consumer.assignors', 'group.share.assignors'];
  return [
    ...ofEveryNode,
    ...[...ofEveryNodeSince].flatMap(([key, since]) => (atLeast(config.kafka, since) ? [key] : [])),
    ...(isOnly(config, 'broker') || !hasRoles(config) ? [] : ofControllers),
    ...(isOnly(config, 'controller') || !hasRoles(config) ? [] : ofBrokers),
  ];
}

/** Whether it is known what the node is, and it is something. */
function hasRoles(config: Config): boolean {
  return !isNothing(config) && config.get('process.roles')?.unknown !== true;
}

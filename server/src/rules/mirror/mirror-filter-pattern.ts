import type { Config, Setting } from '../../configs/config.ts';
import { isSwitchedOff, mirrorKindOf } from '../../configs/connector-ends.ts';
import { mayBeRegex } from '../../schema/java-regex.ts';
import { splitList } from '../../schema/value.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { flowsOf } from './flows.ts';

const head = 'clusters=A,B\nA.bootstrap.servers=a:9092\nB.bootstrap.servers=b:9092\nA->B.enabled=true\n';
/** The lists of expressions, each with the class that reads them unless another is named. */
const lists = [
  { keys: ['topics', 'topics.exclude', 'topics.blacklist'], filter: 'topic.filter.class', own: 'DefaultTopicFilter' },
  { keys: ['groups', 'groups.exclude', 'groups.blacklist'], filter: 'group.filter.class', own: 'DefaultGroupFilter' },
  {
    keys: ['config.properties.exclude', 'config.properties.blacklist'],
    filter: 'config.property.filter.class',
    own: 'DefaultConfigPropertyFilter',
  },
] as const;

export const mirrorFilterPattern: RelationRule = {
  id: 'mirror-filter-pattern',
  title: 'What a flow replicates is given by regular expressions',
  why: 'Each element of these lists is a regular expression. A flow’s connector does not start when one cannot be read.',
  severity: 'error',
  roles: ['mirror-maker', 'connector'],
  kafka: { since: '2.4' },
  source:
    'KIP-382; org.apache.kafka.connect.mirror.DefaultTopicFilter, DefaultGroupFilter, DefaultConfigPropertyFilter, MirrorUtils#compilePatternList',
  supersedes: ['invalid-value'],
  examples: [
    { text: `${head}topics=«orders-.*,*»\n`, message: '`topics` must hold regular expressions; `*` is none.' },
    { text: `${head}A->B.topics.exclude=«[»\n`, message: '`A->B.topics.exclude` must hold regular expressions; `[` is none.' },
    {
      text: 'name=x\nconnector.class=MirrorSourceConnector\nsource.cluster.alias=A\ntarget.cluster.alias=B\nsource.cluster.bootstrap.servers=a:9092\ntarget.cluster.bootstrap.servers=b:9092\ntopics=«*»\ngroups=*\n',
      role: 'connector',
      message: '`topics` must hold regular expressions; `*` is none.',
    },
    { text: `${head}topics=orders-.*, payments\ngroups.exclude=console-consumer-.*, connect-.*, __.*\n` },
    { text: `${head}B->A.topics=*\n` },
    { text: `${head}topics=*\nA->B.topics=.*\n` },
    { text: `${head}topics=*\ntopic.filter.class=com.example.Filter\n` },
  ],
  reads: ['connector.class', 'enabled', ...lists.flatMap(({ keys, filter }) => [...keys, filter].flatMap((key) => [key, `*.${key}`]))],
  *check(config) {
    if (config.role === 'connector') {
      yield* ofConnector(config);
      return;
    }
    const { pairs, replicates } = flowsOf(config);
    const said = new Set<Setting>();
    for (const { source, target } of pairs()) {
      if (!replicates(source, target)) continue;
      for (const setting of listsOf(config, `${source}->${target}.`)) {
        if (said.has(setting)) continue;
        said.add(setting);
        yield* faultOf(setting);
      }
    }
  },
};

function* faultOf(setting: Setting): Generator<Finding> {
  const wrong = setting.unknown ? undefined : splitList(setting.value).find((pattern) => !mayBeRegex(pattern));
  if (wrong !== undefined) yield { at: setting, message: `\`${setting.key}\` must hold regular expressions; \`${wrong}\` is none.` };
}

/** One of MirrorMaker's connectors on a Connect cluster reads the lists that it has a use for. */
function* ofConnector(config: Config): Generator<Finding> {
  const kind = mirrorKindOf(config.value('connector.class'));
  if (kind === undefined || kind === 'Heartbeat' || isSwitchedOff(kind, config.value('enabled'))) return;
  const unused = kind === 'Source' ? /^groups/ : /^config\.properties/;
  for (const setting of listsOf(config, '')) if (!unused.test(setting.key)) yield* faultOf(setting);
}

/** The lists that count for a flow. */
function* listsOf(config: Config, flow: string): Generator<Setting> {
  for (const { keys, filter, own } of lists) {
    const named = config.own(flow + filter) ?? config.own(filter);
    if (named !== undefined && !named.value.endsWith(own)) continue;
    for (const key of keys) {
      const setting = config.own(flow + key) ?? config.own(key);
      if (setting?.definition !== undefined) yield setting;
    }
  }
}

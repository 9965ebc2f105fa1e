import type { Config, Setting } from '../../configs/config.ts';
import { splitList } from '../../schema/value.ts';
import { atLeast, before } from '../../schema/version.ts';
import type { Finding, RelationRule } from '../rule.ts';
import { wrongKind } from '../values/shipped-kind.ts';

const key = 'partition.assignment.strategy';
const home = 'org.apache.kafka.clients.consumer.';

/** The names of the protocols that the assignors announce to one another, with their classes. */
const classes: ReadonlyMap<string, string> = new Map([
  ['range', `${home}RangeAssignor`],
  ['roundrobin', `${home}RoundRobinAssignor`],
  ['sticky', `${home}StickyAssignor`],
  ['cooperative-sticky', `${home}CooperativeStickyAssignor`],
]);

export const assignorClass: RelationRule = {
  id: 'assignor-class',
  title: 'Assignors are named by their classes, each once',
  why: 'Java consumers load assignors by class name; short names such as `range` are librdkafka’s. The same assignor twice is refused by 3.1 to 4.1.',
  severity: 'error',
  roles: ['consumer', 'connect-distributed'],
  kafka: { since: '0.9.0' },
  source: 'KIP-429; org.apache.kafka.clients.consumer.ConsumerPartitionAssignor#getAssignorInstances',
  supersedes: ['invalid-value'],
  examples: [
    {
      text: `${key}=«range»\n`,
      message: `\`${key}\` must name classes: \`range\` is \`${home}RangeAssignor\`.`,
      fixed: `${key}=${home}RangeAssignor\n`,
    },
    {
      text: `${key}=«${home}StickyAssignor,${home}StickyAssignor»\n`,
      kafka: '4.1',
      message: `\`${key}\` must name each assignor once.`,
      fixed: `${key}=${home}StickyAssignor\n`,
    },
    {
      text: `${key}=«org.apache.kafka.common.serialization.StringDeserializer»\n`,
      message: `\`${key}\` must name a consumer assignor; \`StringDeserializer\` is a deserializer.`,
    },
    {
      text: `${key}=«${home}StickyAssignor,»\n`,
      kafka: '4.1',
      message: `\`${key}\` must have a class beside each comma.`,
      fixed: `${key}=${home}StickyAssignor\n`,
    },
    { text: `${key}=${home}StickyAssignor,${home}StickyAssignor\n`, kafka: '2.8' },
    { text: `group.id=g\ngroup.protocol=consumer\n${key}=range\n`, kafka: '3.9' },
    { text: `group.id=g\ngroup.protocol=\${env:PROTOCOL}\n${key}=range\n`, kafka: '3.9' },
    { text: `${key}=${home}CooperativeStickyAssignor, com.example.MyAssignor\n` },
  ],
  reads: [key, 'group.protocol'],
  *check(config) {
    const setting = config.own(key);
    if (setting === undefined || setting.unknown || isNotRead(config)) return;
    const assignors = splitList(setting.value);
    const short = assignors.find((assignor) => classes.has(assignor.toLowerCase()));
    const named = assignors.map((assignor) => classes.get(assignor.toLowerCase()) ?? assignor);
    const finding = { at: setting, fixes: fixesFor(setting, named) };
    if (short !== undefined)
      yield { ...finding, message: `\`${key}\` must name classes: \`${short}\` is \`${classes.get(short.toLowerCase())}\`.` };
    else if (refusesTwins(setting) && new Set(assignors).size < assignors.length)
      yield { ...finding, message: `\`${key}\` must name each assignor once.` };
    else if (assignors.includes('') && before(config.kafka, '4.2'))
      yield {
        ...finding,
        ...(assignors.every((assignor) => assignor === '') && { fixes: [] }),
        message: `\`${key}\` must have a class beside each comma.`,
      };
    else yield* wrongKind(setting);
  },
};

/** With the newer protocol the brokers assign: 4.0 and later refuse the key, 3.8 and 3.9 do not read it, older ones do. */
function isNotRead(config: Config): boolean {
  const protocol = config.value('group.protocol')?.toLowerCase();
  return atLeast(config.kafka, '3.8') && (protocol === 'consumer' || protocol === undefined);
}

function fixesFor(setting: Setting, named: readonly string[]): NonNullable<Finding['fixes']> {
  return [
    {
      title: 'Name each class, once',
      safe: true,
      steps: [{ do: 'set', setting, value: [...new Set(named)].filter((name) => name !== '').join(',') }],
    },
  ];
}

/** Before 3.1 the twin is tolerated, from 4.2 on it is dropped with a warning. */
function refusesTwins(setting: Setting): boolean {
  const { kafka } = setting.config;
  return atLeast(kafka, '3.1') && !atLeast(kafka, '4.2');
}

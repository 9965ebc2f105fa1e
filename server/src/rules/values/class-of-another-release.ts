import type { Setting } from '../../configs/config.ts';
import { classSpan, shippedClasses } from '../../schema/plugins.ts';
import { atLeast, before, minorOf, parseVersion, printVersion } from '../../schema/version.ts';
import type { Finding, SettingRule } from '../rule.ts';

/** Behind a mechanism that stands behind no listener nothing is read. */
const unread = /^[a-z0-9-]+\.sasl\./;
const handlers = 'org.apache.kafka.common.security.oauthbearer.';

export const classOfAnotherRelease: SettingRule = {
  id: 'class-of-another-release',
  title: 'A class of Kafka’s own that this release does not have',
  why: 'Classes come and go with releases. What names one that is not there does not start.',
  severity: 'error',
  roles: 'all',
  source: 'the classes in the jars of each release (schemas/facts)',
  examples: [
    {
      text: 'partitioner.class=«org.apache.kafka.clients.producer.internals.DefaultPartitioner»\n',
      role: 'producer',
      kafka: '4.0',
      message: 'Kafka 4.0 has no `DefaultPartitioner`: 3.9 was the last release with it.',
    },
    {
      text: `sasl.login.callback.handler.class=«${handlers}secured.OAuthBearerLoginCallbackHandler»\n`,
      role: 'consumer',
      kafka: '4.0',
      message: `Kafka 4.0 has \`OAuthBearerLoginCallbackHandler\` in another package: \`${handlers}OAuthBearerLoginCallbackHandler\`.`,
      fixed: `sasl.login.callback.handler.class=${handlers}OAuthBearerLoginCallbackHandler\n`,
    },
    { text: `sasl.login.callback.handler.class=«${handlers}OAuthBearerLoginCallbackHandler»\n`, role: 'consumer', kafka: '3.1' },
    { text: `sasl.login.callback.handler.class=${handlers}secured.OAuthBearerLoginCallbackHandler\n`, role: 'consumer', kafka: '3.9' },
    { text: `sasl.oauthbearer.jwt.retriever.class=${handlers}DefaultJwtRetriever\n`, role: 'consumer', kafka: '4.1.0' },
    { text: 'partitioner.class=org.apache.kafka.clients.producer.RoundRobinPartitioner\n', role: 'producer' },
    { text: 'partitioner.class=com.example.DefaultPartitioner\n', role: 'producer' },
    {
      text: `process.roles=broker\nplain.sasl.login.callback.handler.class=${handlers}secured.OAuthBearerLoginCallbackHandler\n`,
      role: 'broker',
    },
  ],
  reads: 'each',
  of: ({ definition, key }) => definition?.type === 'class' && !unread.test(key),
  when: ({ value }) => value.startsWith('org.apache.kafka.'),
  *check(setting, config) {
    if (setting.unknown) return;
    const span = classSpan(setting.value);
    if (span === undefined) return;
    const name = simpleName(setting.value);
    const kafka = printVersion(config.kafka);
    if (span.until !== undefined && minorOf(config.kafka) > minorOf(parseVersion(span.until) ?? config.kafka))
      yield moved(setting, name, kafka) ?? {
        at: setting,
        message: `Kafka ${kafka} has no \`${name}\`: ${span.until} was the last release with it.`,
      };
    // What older jars are said to lack was out of sight in some of them.
    else if (atLeast(parseVersion(span.since) ?? 0, '3.0') && before(config.kafka, span.since))
      yield { at: setting, message: `Kafka ${kafka} has no \`${name}\`: ${span.since} is the first release with it.` };
  },
};

function simpleName(className: string): string {
  return className.slice(className.lastIndexOf('.') + 1);
}

/** Where the release has a class of that name in another package. */
function moved(setting: Setting, name: string, kafka: string): Finding | undefined {
  const namesakes = shippedClasses(setting.config.kafka).filter((one) => simpleName(one.name) === name);
  const [value] = namesakes.map((one) => one.name);
  if (value === undefined || namesakes.length > 1) return undefined;
  return {
    at: setting,
    message: `Kafka ${kafka} has \`${name}\` in another package: \`${value}\`.`,
    fixes: [{ title: `Change to \`${value}\``, safe: true, steps: [{ do: 'set', setting, value }] }],
  };
}

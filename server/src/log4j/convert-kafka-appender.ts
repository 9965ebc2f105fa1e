import { booleanOption, type Conversion, textOption } from './conversion.ts';
import { convertFilters } from './convert-filter.ts';
import { convertLayout } from './convert-layout.ts';
import type { Log4j1Appender } from './model.ts';
import { type Element, element } from './tree.ts';

/** Bean options of `org.apache.kafka.log4jappender.KafkaLog4jAppender` and the producer properties they set. */
const producerProperties: Readonly<Record<string, string>> = {
  brokerList: 'bootstrap.servers',
  compressionType: 'compression.type',
  requiredNumAcks: 'acks',
  retries: 'retries',
  deliveryTimeoutMs: 'delivery.timeout.ms',
  lingerMs: 'linger.ms',
  batchSize: 'batch.size',
  maxBlockMs: 'max.block.ms',
  securityProtocol: 'security.protocol',
  sslEngineFactoryClass: 'ssl.engine.factory.class',
  sslTruststoreLocation: 'ssl.truststore.location',
  sslTruststorePassword: 'ssl.truststore.password',
  sslKeystoreType: 'ssl.keystore.type',
  sslKeystoreLocation: 'ssl.keystore.location',
  sslKeystorePassword: 'ssl.keystore.password',
  saslKerberosServiceName: 'sasl.kerberos.service.name',
  saslMechanism: 'sasl.mechanism',
  clientJaasConf: 'sasl.jaas.config',
};

/** Log4j2's own Kafka appender takes over from the one that Kafka 4.0 removed (KIP-719). */
export function kafkaAppender(appender: Log4j1Appender, conversion: Conversion): Element | undefined {
  const layout = convertLayout(appender, conversion);
  const { options } = appender;
  const topic = textOption(options, 'topic', conversion);
  if (layout === undefined || topic === undefined || !options.has('brokerList')) {
    conversion.notebook.add(
      'lost',
      `The appender ${appender.name} is left out: a Kafka appender needs a layout, a topic and brokers.`,
      appender.settings,
    );
    return undefined;
  }
  conversion.notebook.add(
    'changed',
    "Kafka 4.0 removed KafkaLog4jAppender. Log4j2's Kafka appender takes its place: it needs kafka-clients on the class path, is deprecated, and must not get the events of org.apache.kafka itself.",
    [appender.setting],
  );
  const ignored = ['clientJaasConfPath', 'kerb5ConfPath'].flatMap((name) => options.get(name)?.setting ?? []);
  if (ignored.length > 0)
    conversion.notebook.add(
      'lost',
      'JAAS and Kerberos files are given to the JVM: -Djava.security.auth.login.config and -Djava.security.krb5.conf.',
      ignored,
    );
  const properties = Object.entries(producerProperties).flatMap(([option, name]) => {
    const value = textOption(options, option, conversion);
    return value === undefined ? [] : [element('Property', { name, value }, [], [options.get(option)?.setting])];
  });
  const attributes = {
    name: appender.name,
    topic,
    // KafkaLog4jAppender does not wait unless told to, and ignores exceptions by default, as Log4j2 does.
    syncSend: options.has('syncSend') ? booleanOption(options, 'syncSend', true, conversion) : 'false',
    ignoreExceptions: booleanOption(options, 'ignoreExceptions', true, conversion),
  };
  return element('Kafka', attributes, [...convertFilters(appender, conversion), layout, ...properties], appender.settings);
}

/** Loggers that are set most in Kafka’s own files, for completion: names that are the same in all releases. */
const common = [
  'kafka',
  'kafka.authorizer.logger',
  'kafka.network.RequestChannel$',
  'kafka.request.logger',
  'org.apache.kafka',
  'org.apache.kafka.clients',
  'org.apache.kafka.common.utils.AppInfoParser',
  'org.apache.kafka.connect',
  'org.apache.kafka.connect.runtime.rest',
  'org.apache.kafka.streams',
  'org.reflections',
  'state.change.logger',
];

/** Of releases that log with log4j 1. */
export const loggersBefore4: readonly string[] = [
  ...common,
  'kafka.controller',
  'kafka.log.LogCleaner',
  'kafka.producer.async.DefaultEventHandler',
  'kafka.zookeeper',
  'org.apache.zookeeper',
].sort();

/** Of releases that log with Log4j2. */
export const loggersSince4: readonly string[] = [
  ...common,
  'org.apache.kafka.controller',
  'org.apache.kafka.storage.internals.log.LogCleaner',
].sort();

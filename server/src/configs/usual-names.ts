/** What charts and playbooks call the properties of a file, and the file. */
const files: readonly (readonly [name: RegExp, file: string])[] = [
  [/^(?:extraConfigYaml|overrideConfiguration|configurationOverrides|kafkaConfig|serverProperties)$/, 'server.properties'],
  // Confluent's collection for Ansible.
  [/^kafka_broker_custom_properties$/, 'server.properties'],
  [/^kafka_controller_custom_properties$/, 'controller.properties'],
  [/^kafka_connect_custom_properties$/, 'connect-distributed.properties'],
  [/^kafka_connect_replicator_consumer_custom_properties$/, 'consumer.properties'],
  [/^kafka_connect_replicator_producer_custom_properties$/, 'producer.properties'],
];

/**
 * The file that a map of properties is called after, which counts where no key tells what it is; undefined = none. `around`: what the
 * map stands in, which may say that a worker gets it.
 */
export function fileCalled(name: string, around = ''): string | undefined {
  const file = files.find(([pattern]) => pattern.test(name))?.[1];
  return file === 'server.properties' && /kafka-?connect/i.test(around) ? 'connect-distributed.properties' : file;
}

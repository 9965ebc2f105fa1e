import type { SettingRule } from '../rule.ts';

export const unreadName: SettingRule = {
  id: 'unread-name',
  title: 'A name that the framework does not read',
  why: 'Spring Boot binds its own names and hands on what stands under `properties`. Other names below `spring.kafka` bind to nothing: the value is ignored, without a word in the log.',
  severity: 'warning',
  roles: 'all',
  source: 'Spring Boot, META-INF/spring-configuration-metadata.json of 1.5 to 4.0; KafkaProperties, bound with ignoreUnknownFields',
  examples: [
    {
      text: '«spring.kafka.consumer.auto-offset-rest»=earliest\nspring.kafka.consumer.group-id=g\n',
      only: 'properties',
      message: 'Spring Boot does not read `auto-offset-rest`. Did you mean `auto-offset-reset`?',
      fixed: 'spring.kafka.consumer.auto-offset-reset=earliest\nspring.kafka.consumer.group-id=g\n',
    },
    {
      text: 'spring:\n  kafka:\n    producer:\n      acks: all\n      «linger-ms»: 5\n',
      only: 'yaml',
      message: 'Spring Boot does not read `linger-ms`. Did you mean `properties.linger.ms`?',
      fixed: 'spring:\n  kafka:\n    producer:\n      acks: all\n      properties.linger.ms: 5\n',
    },
    {
      text: 'spring.kafka.consumer.autoOffsetReset=earliest\nspring.kafka.listener.ack-mode=manual\nspring.kafka.consumer.topic=t\n',
      only: 'properties',
    },
  ],
  reads: 'each',
  in: ({ misnamed }) => misnamed !== undefined,
  *check(setting, { identity: { misnamed } }) {
    const meant = misnamed?.meant(setting.key);
    if (misnamed === undefined || meant === undefined) return;
    yield {
      at: setting,
      part: 'key',
      message: `${misnamed.by} does not read \`${setting.key}\`. Did you mean \`${meant}\`?`,
      fixes: [{ title: `Change to \`${meant}\``, safe: false, steps: [{ do: 'rename', setting, key: meant }] }],
    };
  },
};

import type { RelationRule } from '../rule.ts';

export const csvReporterUnused: RelationRule = {
  id: 'csv-reporter-unused',
  title: 'The CSV reporter has to be named to work',
  why: 'The settings of the CSV reporter are read by `kafka.metrics.KafkaCSVMetricsReporter`, and only where `kafka.metrics.reporters` names it.',
  severity: 'warning',
  roles: ['broker', 'controller'],
  source: 'kafka.metrics.KafkaCSVMetricsReporter#init',
  supersedes: ['invalid-value'],
  examples: [
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\n«kafka.csv.metrics.reporter.enabled»=true\n',
      kafka: '3.9',
      message: 'Kafka ignores `kafka.csv.metrics.reporter.enabled`: `kafka.metrics.reporters` does not name the CSV reporter.',
    },
    {
      text: 'broker.id=1\nzookeeper.connect=zk:2181\nkafka.metrics.reporters=kafka.metrics.KafkaCSVMetricsReporter\nkafka.csv.metrics.reporter.enabled=true\n',
      kafka: '3.9',
    },
  ],
  reads: ['kafka.metrics.reporters', 'kafka.csv.metrics.reporter.enabled', 'kafka.csv.metrics.dir'],
  *check(config) {
    const reporters = config.get('kafka.metrics.reporters');
    if (reporters?.unknown || reporters?.value.includes('CSV')) return;
    for (const key of ['kafka.csv.metrics.reporter.enabled', 'kafka.csv.metrics.dir']) {
      const setting = config.own(key);
      if (setting?.definition === undefined) continue;
      yield {
        at: setting,
        part: 'key',
        tag: 'unnecessary',
        message: `Kafka ignores \`${key}\`: \`kafka.metrics.reporters\` does not name the CSV reporter.`,
      };
    }
  },
};

import type { RelationRule } from '../rule.ts';

const key = 'metrics.recording.level';
const node = 'process.roles=broker\nnode.id=1\ncontroller.quorum.bootstrap.servers=c:9093\ncontroller.listener.names=CONTROLLER\n';

export const metricsRecordingLevel: RelationRule = {
  id: 'metrics-recording-level',
  title: 'The three levels of a server’s metrics',
  why: 'A broker or controller makes its metrics with this level before anything else, and stops where it is none. Capitals do not matter here.',
  severity: 'error',
  roles: ['broker', 'controller'],
  kafka: { since: '2.7' },
  source: 'org.apache.kafka.common.metrics.Sensor.RecordingLevel#forName; kafka.server.Server#buildMetricsConfig',
  examples: [
    { text: `${node}${key}=«WARN»\n`, message: `\`${key}\` must be \`INFO\`, \`DEBUG\` or \`TRACE\`.` },
    { text: `${node}${key}=debug\n` },
  ],
  reads: [key],
  *check(config) {
    const at = config.own(key);
    if (at?.definition === undefined || at.unknown || /^(info|debug|trace)$/i.test(at.value)) return;
    yield { at, ...(at.value === '' && { part: 'key' }), message: `\`${key}\` must be \`INFO\`, \`DEBUG\` or \`TRACE\`.` };
  },
};

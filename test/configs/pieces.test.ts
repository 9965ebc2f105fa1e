import { describe, expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { properties } from '../../server/src/formats/properties.ts';

function found(path: string, text: string): readonly string[] {
  const document = new Document(text, pickFormat(path) ?? properties, { path });
  return document.reports(new Map()).map(({ rule }) => rule.id);
}

describe('what is not the whole configuration of a program', () => {
  const worker = 'config.storage.replication.factor=3\noffset.storage.replication.factor=3\nstatus.storage.replication.factor=3\n';

  it('a delta is put behind another file: nothing is missing in it', () => {
    expect(found('connect-distributed.properties', worker)).toEqual(['required-key']);
    expect(found('connect-distributed.delta', worker)).toEqual([]);
  });

  it('a template is what something else makes a file of', () => {
    const broker = 'broker.id=1\nlog.dirs=/data\n';
    expect(found('server.properties', broker)).toContain('broker-needs-process-roles');
    for (const name of ['server.properties.j2', 'server-template.properties', 'server.properties.template', 'server.tmpl.properties'])
      expect(found(name, broker)).not.toContain('broker-needs-process-roles');
  });

  it('a test’s fixture is what the test fills in', () => {
    const broker = 'process.roles=broker\nadvertised.listeners=PLAINTEXT_HOST://localhost:9092\nlog.dirs=/data\n';
    expect(found('docker/server.properties', broker)).toContain('kraft-needs-node-id');
    expect(found('docker/fixtures/file-input/server.properties', broker)).not.toContain('kraft-needs-node-id');
    expect(found('raft/config/kraft.properties', broker.replace('process.roles=broker', 'node.id=0'))).toEqual(['advertised-localhost']);
  });

  it('a broker’s file without a node, a listener or a folder is laid over another', () => {
    expect(found('kafka-broker.properties', 'auto.create.topics.enable=false\n')).toEqual([]);
    expect(found('src/test/resources/broker.properties', 'delete.topic.enable=false\n')).toEqual([]);
    expect(found('kafka-broker.properties', 'auto.create.topics.enable=false\nnode.id=1\n')).toContain('broker-needs-process-roles');
  });

  it('what says how to listen alone, in a file of no broker’s name, is put behind another', () => {
    const listening = 'listeners=A://:9092\nadvertised.listeners=A://a:9092\ninter.broker.listener.name=A\nlog.dirs=/data\n';
    expect(found('sasl.properties', listening)).not.toContain('broker-needs-process-roles');
    expect(found('server.properties', listening)).toContain('broker-needs-process-roles');
    expect(found('sasl.properties', `${listening}broker.id=1\n`)).toContain('broker-needs-process-roles');
  });

  it('a listing of what a broker runs with is nobody’s to correct', () => {
    const unset = ['log.retention.ms', 'log.roll.ms', 'log.flush.interval.ms', 'log.retention.minutes', 'log.roll.jitter.ms'];
    const more = ['ssl.key.password', 'ssl.keystore.key', 'ssl.keystore.password', 'ssl.truststore.password', 'early.start.listeners'];
    const lines = (keys: readonly string[]): string => `broker.id=1\n${keys.map((key) => `${key}=null\n`).join('')}`;
    expect(found('current-broker.conf', lines([...unset, ...more]))).toEqual([]);
    expect(found('current-broker.conf', lines(unset))).toContain('invalid-value');
  });

  it('what `sed` is to replace is unknown', () => {
    expect(found('mm2.properties', 'clusters=a,b\na.bootstrap.servers=a:9092\nb.bootstrap.servers=:SERVERS:\na->b.enabled=true\n')).toEqual(
      [],
    );
    expect(found('producer.properties', 'acks=1\nbootstrap.servers=SERVERS\n')).toContain('bootstrap-servers-form');
  });

  it('a log4j 1 file beside a broker with ZooKeeper is that broker’s', () => {
    const log =
      '  log4j.properties: |\n    log4j.rootLogger=INFO, A\n    log4j.appender.A=org.apache.log4j.ConsoleAppender\n    log4j.appender.A.layout=org.apache.log4j.SimpleLayout\n';
    const config = (broker: string): string => `kind: ConfigMap\ndata:\n  server.properties: |\n    broker.id=0\n    ${broker}\n${log}`;
    expect(found('config.yaml', config('zookeeper.connect=zk:2181'))).not.toContain('log4j1-not-read');
    expect(found('config.yaml', config('process.roles=broker'))).toContain('log4j1-not-read');
  });

  it('a worker’s file with keys of log4j in it is a worker’s', () => {
    expect(found('w.properties', `${worker}log4j.appender.A=org.apache.log4j.ConsoleAppender\n`)).toContain('required-key');
  });

  it('a log4j 1 file that goes into an application is none of Kafka’s', () => {
    const log =
      'log4j.rootLogger=INFO, A\nlog4j.logger.org.apache.kafka=WARN\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n';
    expect(found('config/log4j.properties', log)).toEqual(['log4j1-not-read']);
    expect(found('shop/src/main/resources/log4j.properties', log)).toEqual([]);
    expect(found('shop/src/main/resources/log4j.properties', `# kafka-config: version=4.1\n${log}`)).toEqual(['log4j1-not-read']);
  });

  it('a log4j 1 file that names other programs’ loggers alone is theirs, for as long as it does', () => {
    const log =
      'log4j.rootLogger=INFO, A\nlog4j.logger.org.example=WARN\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n';
    expect(found('kafka/config/log4j.properties', log)).toEqual(['log4j1-not-read']);
    const document = new Document(log, properties, { path: 'config/log4j.properties' });
    const rules = () => document.reports(new Map()).map(({ rule }) => rule.id);
    expect(rules()).toEqual([]);
    document.change({ range: { start: { line: 1, character: 13 }, end: { line: 1, character: 24 } }, text: 'kafka' });
    expect(rules()).toEqual(['log4j1-not-read']);
    document.change({ range: { start: { line: 1, character: 13 }, end: { line: 1, character: 18 } }, text: 'shop' });
    expect(rules()).toEqual([]);
  });

  it('a log4j 1 file that nothing tells to be Kafka’s is another’s', () => {
    const log = 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.varia.NullAppender\n';
    expect(found('server/config/log4j.properties', log)).toEqual([]);
    expect(found('config/tools-log4j.properties', log)).toEqual(['log4j1-not-read']);
    expect(found('kafka/log4j.properties', log)).toEqual(['log4j1-not-read']);
    expect(found('ansible-kafka/playbooks/roles/zookeeper/files/log4j.properties', log)).toEqual([]);
  });

  it('a log4j 1 file beside another program’s configuration is that program’s', () => {
    const log = '  log4j.properties: |\n    log4j.rootLogger=INFO, A\n    log4j.appender.A=org.apache.log4j.varia.NullAppender\n';
    const config = (name: string): string => `# kafka\nkind: ConfigMap\ndata:\n  ${name}: |\n    a.b=c\n${log}`;
    expect(found('config.yaml', config('zookeeper.properties'))).not.toContain('log4j1-not-read');
    expect(found('config.yaml', config('spark-defaults.conf'))).not.toContain('log4j1-not-read');
    expect(found('config.yaml', `${config('zookeeper.properties')}  server.properties: x\n`)).toContain('log4j1-not-read');
    expect(found('config.yaml', config('init.sh'))).toContain('log4j1-not-read');
  });
});

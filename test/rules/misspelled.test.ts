// What is missing because its name is misspelled: one fault, one finding, at the name.
import { describe, expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import type { Role } from '../../server/src/schema/roles.ts';
import { parseVersion } from '../../server/src/schema/version.ts';

function said(text: string, role: Role, kafka: string, settings: ReadonlyMap<string, 'off' | 'information'> = new Map()): string[] {
  const document = new Document(text, properties, { path: 'a.properties', role, kafka: parseVersion(kafka) ?? 0 });
  return document
    .reports(settings)
    .map(({ severity, rule, finding }) => `${severity} ${rule.id} ${finding.at.key}`)
    .filter((line) => !line.startsWith('information'));
}

const broker = 'node.id=1\ncontroller.quorum.voters=9@c:9093\ncontroller.listener.names=CONTROLLER\n';
const connector = 'name=x\nconnector.class=FileStreamSource\ntopic=t\nfile=/f\ntransforms=h\n';
const hoist = 'transforms.h.type=org.apache.kafka.connect.transforms.HoistField$Value\ntransforms.h.fields=a\n';

describe('a misspelled name of what has to be set', () => {
  it('is an error where Kafka does not start for want of it', () =>
    expect(said(`process.role=broker\n${broker}`, 'broker', '4.1')).toEqual(['error unknown-key process.role']));

  it('is the only thing said of it, however much it entails', () =>
    expect(said(`process.role=broker\n${broker}`, 'broker', '3.9')).toEqual(['error unknown-key process.role']));

  it('counts in settings of plug-ins as well', () =>
    expect(said(connector + hoist, 'connector', '4.1')).toEqual(['error unknown-key transforms.h.fields']));

  it('counts where the name is that of another family', () =>
    expect(
      said(
        'security.protocol=SASL_SSL\nsasl.mechanisms=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b";\n',
        'producer',
        '4.1',
      ),
    ).toEqual(['error librdkafka-name-in-java sasl.mechanisms']));

  it('leaves what is missing as it is where the author does not want to hear of names', () =>
    expect(said(`process.role=broker\n${broker}`, 'broker', '4.1', new Map([['unknown-key', 'off']]))).toEqual([
      'error broker-needs-process-roles process.role',
    ]));

  it('is said of the first of several such names, whichever was typed first', () => {
    const document = new Document(broker, properties, { path: 'a.properties', role: 'broker', kafka: parseVersion('4.1') ?? 0 });
    for (const name of ['process.role', 'process.rols']) {
      document.reports(new Map());
      document.change({ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: `${name}=broker\n` });
    }
    expect(document.reports(new Map()).map(({ severity, finding }) => `${severity} ${finding.at.key}`)).toEqual([
      'error process.rols',
      'warning process.role',
    ]);
  });

  it('is the only thing said for every service that shares it', () => {
    const services = ['7.6.0', '8.0.0'].map(
      (version) => `  s${version[0]}:\n    image: confluentinc/cp-kafka:${version}\n    environment:\n      <<: *env\n`,
    );
    const text = `x-env: &env\n  KAFKA_PROCESS_ROLE: broker\n  KAFKA_NODE_ID: 1\nservices:\n${services.join('')}`;
    const reports = new Document(text, yaml, { path: 'docker-compose.yml' }).reports(new Map());
    expect(reports.map(({ severity, rule }) => `${severity} ${rule.id}`)).toEqual(['error unknown-key']);
  });

  it('stays a warning where nothing is missing', () =>
    expect(said('batch.sise=1\nacks=all\n', 'producer', '4.1')).toEqual(['warning unknown-key batch.sise']));
});

describe('a finding that speaks for others', () => {
  it('is an error where one of them is', () => {
    expect(said(`process.roles=broker\nnum.partitions=3\\\nlog.dirs=/d\n${broker}`, 'broker', '4.1')).toEqual([
      'error continued-into-key num.partitions',
    ]);
    expect(said('client.id=a\\\nacks=all\n', 'producer', '4.1')).toEqual(['warning continued-into-key client.id']);
  });
});

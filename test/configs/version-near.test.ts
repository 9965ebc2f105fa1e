import { describe, expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { parseVersion, printVersion } from '../../server/src/schema/version.ts';

function versions(text: string, kafka?: string): readonly string[] {
  const said = kafka === undefined ? {} : { kafka: parseVersion(kafka) ?? 0, said: 'a setting' };
  const document = new Document(text, yaml, { path: 'values.yaml', ...said });
  return document.placement.configs.map(({ role, kafka }) => `${role} ${printVersion(kafka)}`);
}

const config = 'config:\n    num.io.threads: 8\n';

describe('the release of a part of a chart’s values', () => {
  it.each([
    ['its image', `kafka:\n  image: apache/kafka:3.7.0\n  ${config}`, 'broker 3.7.0'],
    ['an image in parts', `kafka:\n  image: {repository: bitnami/kafka, tag: 3.5.1-debian-11-r1}\n  ${config}`, 'broker 3.5.1'],
    ['an image with its tag beside', `kafka:\n  image: confluentinc/cp-kafka\n  imageTag: 7.5.0\n  ${config}`, 'broker 3.5'],
    ['its version', `my-kafka:\n  version: 3.6.1\n  ${config}`, 'broker 3.6.1'],
    ['a version that is called Kafka’s', `cluster:\n  kafkaVersion: "3.6.1"\n  ${config}`, 'broker 3.6.1'],
    ['an image of one’s own', `kafka:\n  image: {repository: example/kafka, tag: v3.7.1-63ba8d2}\n  ${config}`, 'broker 3.7.1'],
    ['what stands around it', `kafka:\n  version: 3.6.1\n  node:\n    ${config.replace('    ', '      ')}`, 'broker 3.6.1'],
    ['an image elsewhere', `image: apache/kafka:3.7.0\nkafka:\n  ${config}`, 'broker 3.7.0'],
  ])('is that of %s', (_, text, expected) => {
    expect(versions(text)).toEqual([expected]);
    expect(versions(text, '4.0')).toEqual([expected]);
  });

  it.each([
    ['another program’s version', `# kafka\nchart:\n  version: 3.6.1\n  ${config}`],
    ['another program’s image', `kafka:\n  image: example/app:3.6.1\n  ${config}`],
    ['what a template fills in', `kafka:\n  image: "apache/kafka:{{ .Values.tag }}"\n  ${config}`],
  ])('is not that of %s', (_, text) => {
    expect(versions(text, '4.1')).toEqual(['broker 4.1']);
  });

  it('says nothing of clients', () => {
    expect(versions('kafka:\n  version: 3.6.1\n  properties:\n    group.id: g\n    max.poll.records: 5\n', '4.1')).toEqual([
      'consumer 4.1',
    ]);
  });
});

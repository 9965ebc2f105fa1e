import { describe, expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { yaml } from '../../server/src/formats/yaml.ts';
import { editsOf } from '../../server/src/rules/fix.ts';
import { applyEdits, placeEdits } from '../../server/src/text/edit.ts';

const open = (path: string, text: string): Document => new Document(text, pickFormat(path) ?? yaml, { path });

/** What counts for a property, what is said of the rest, and the text without that. */
function counted(path: string, text: string, key: string): unknown {
  const document = open(path, text);
  const value = document.placement.configs.map((config) => config.own(key)).find((setting) => setting !== undefined)?.value;
  const report = document.reports(new Map()).find(({ rule }) => rule.id === 'duplicate-key');
  const [fix] = report?.finding.fixes ?? [];
  const edits = fix && editsOf(fix);
  return [value, report?.finding.message, edits && applyEdits(document.lines, placeEdits(edits, document.eol), document.eol)];
}

const service = (image: string, variables: readonly string[]): string =>
  `services:\n  kafka:\n    image: ${image}\n    environment:\n${variables.map((line) => `      - ${line}\n`).join('')}`;

describe('two names of one property', () => {
  const old = 'KAFKA_LOG_RETENTION_HOURS=5';
  const now = 'KAFKA_CFG_LOG_RETENTION_HOURS=6';

  it.each([
    ['above', [old, now], '`KAFKA_LOG_RETENTION_HOURS` further up sets `log.retention.hours`, too: only that one counts.'],
    ['below', [now, old], '`log.retention.hours` is set again further down: only the last one counts.'],
  ])('are one to Bitnami’s image, which goes by the older: %s', (_, variables, message) => {
    expect(counted('compose.yaml', service('bitnami/kafka:3.6', variables), 'log.retention.hours')).toEqual([
      '5',
      message,
      service('bitnami/kafka:3.6', [old]),
    ]);
  });

  it('are none to Debezium’s image, which writes over the longer', () => {
    const document = open('compose.yaml', service('debezium/connect:2.5', ['GROUP_ID=1', 'CONNECT_GROUP_ID=2']));
    expect(document.reports(new Map()).map(({ finding }) => [finding.message, finding.fixes?.[0]?.title])).toEqual([
      ['The image `debezium/connect:2.5` ignores `CONNECT_GROUP_ID`: it reads `GROUP_ID`.', 'Remove `CONNECT_GROUP_ID`'],
    ]);
  });

  it('are one to Spring, which looks for kebab case first', () => {
    expect(
      counted('application.yml', 'spring:\n  kafka:\n    bootstrap-servers: a:1\n    bootstrapServers: b:1\n', 'bootstrap.servers'),
    ).toEqual([
      'a:1',
      '`bootstrap-servers` further up sets `bootstrap.servers`, too: only that one counts.',
      'spring:\n  kafka:\n    bootstrap-servers: a:1\n',
    ]);
  });

  it('of one spelling are decided by the last', () => {
    expect(counted('compose.yaml', service('bitnami/kafka:3.6', [now, 'KAFKA_CFG_LOG_RETENTION_HOURS=7']), 'log.retention.hours')).toEqual([
      '7',
      '`log.retention.hours` is set again further down: only the last one counts.',
      service('bitnami/kafka:3.6', ['KAFKA_CFG_LOG_RETENTION_HOURS=7']),
    ]);
  });

  it('come and go in any order', () => {
    const document = open('compose.yaml', service('bitnami/kafka:3.6', [now]));
    const value = (): string | undefined => document.placement.configs[0]?.value('log.retention.hours');
    expect(value()).toBe('6');
    document.change({ range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, text: `      - ${old}\n` });
    expect(value()).toBe('5');
    document.change({ range: { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } }, text: '' });
    expect(value()).toBe('6');
  });
});

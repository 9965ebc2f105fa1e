import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collapse, expand, printComponent } from '../../scripts/facts/history.mjs';
import { freshTables } from '../../scripts/facts.mjs';
import { components, factsModule, wordsText } from '../../scripts/schema.mjs';

const has = (tool: string) => spawnSync(tool, ['-version'], { stdio: 'ignore' }).status === 0;
const folder = new URL('../../schemas/', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, folder), 'utf8');
const releases: readonly string[] = JSON.parse(text('releases.json'));
const kafkaFiles = readdirSync(new URL('facts/', folder)).filter((name) => name !== 'librdkafka.json');
const newest = releases.at(-1) ?? '';

describe('the committed facts', () => {
  it('come apart by release and together again unchanged, so that one release can be added alone', () => {
    const files = collapse(expand(components())).map((one) => [`${one.component}.json`, printComponent(one)]);
    expect(files.map(([name]) => name).sort()).toEqual(kafkaFiles.sort());
    for (const [name, printed] of files) expect(text(`facts/${name}`), name).toBe(printed);
  });
  it('are what the server carries', () => {
    expect(text('../server/src/schema/generated/facts.ts') === factsModule(), 'stale: node scripts/schema.mjs').toBe(true);
    expect(text('../server/src/schema/generated/words.json') === wordsText(), 'stale: node scripts/schema.mjs').toBe(true);
  });
  it.skipIf(!has('mvn') || !has('java'))(
    `are what the jars of ${newest} say today`,
    (context) => {
      const committed = [...expand(components()).values()].find((one) => one.version === newest);
      const fresh = fetchedOr(() => freshTables(newest), context.skip);
      expect(fresh).toEqual(committed?.components);
    },
    600_000,
  );
});

/** Without a way to the jars there is nothing to compare. */
function fetchedOr<T>(read: () => T, skip: (note: string) => void): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && /could not fetch/.test(error.message)) skip('the jars cannot be fetched');
    throw error;
  }
}

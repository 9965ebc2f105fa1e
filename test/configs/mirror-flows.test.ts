import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mirrorFlows } from '../../server/src/configs/mirror-flows.ts';
import { latestVersion } from '../../server/src/schema/version.ts';

function flowsIn(settings: Readonly<Record<string, string>>) {
  return mirrorFlows((key) => settings[key], Object.keys(settings), latestVersion());
}

describe('flows that no key names', () => {
  it('are one, however many clusters there are', () => {
    const clusters = Array.from({ length: 2000 }, (_, i) => `c${i}`);
    const flows = flowsIn({ clusters: clusters.join(','), 'c0->c1.enabled': 'true' });
    expect([...flows.pairs()]).toEqual([
      { source: 'c0', target: 'c1' },
      { source: 'c1', target: 'c0' },
      { source: 'c0', target: 'c2' },
    ]);
    expect(flows.others('c1')).toEqual(['c0', 'c2']);
    expect(flows.others('c7')).toEqual(['c0']);
  });

  it('stand for all of them', () => {
    const names = ['a', 'b', 'c', 'a.b'];
    const key = fc.oneof(
      fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).map(([source, target]) => `${source}->${target}.enabled`),
      fc
        .tuple(fc.constantFrom(...names), fc.constantFrom(...names))
        .map(([source, target]) => `${source}->${target}.emit.heartbeats.enabled`),
      fc.constantFrom('enabled', 'emit.heartbeats.enabled'),
    );
    fc.assert(
      fc.property(fc.subarray(names, { minLength: 1 }), fc.dictionary(key, fc.constantFrom('true', 'false')), (clusters, settings) => {
        const flows = flowsIn({ clusters: clusters.join(','), ...settings });
        const all = clusters.flatMap((source) => clusters.map((target) => ({ source, target })));
        for (const test of [flows.isBuilt, flows.replicates]) {
          expect([...flows.pairs()].some(({ source, target }) => test(source, target))).toBe(
            all.some(({ source, target }) => test(source, target)),
          );
          for (const cluster of clusters)
            expect(flows.others(cluster).some((other) => test(cluster, other))).toBe(clusters.some((other) => test(cluster, other)));
        }
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { packWords } from '../../scripts/schema.mjs';
import { conversions, lookups } from '../../server/src/log4j/generated/log4j2-plugins.ts';
import { pluginNames, pluginOf } from '../../server/src/log4j/log4j2-plugins.ts';
import { sayWith } from '../../server/src/log4j/log4j2-words.ts';
import type { AllWords } from '../../server/src/schema/words.ts';

/** Our own words about Log4j2: everything that a file may hold has some, and they are about nothing else. */
const { log4j2: words } = packWords() as unknown as AllWords;
const plugins = [...new Set(pluginNames())].flatMap((name) => pluginOf(name) ?? []);
const attributes = plugins.flatMap((plugin) => [...new Set(plugin.attributes.values())].map((facts) => ({ plugin, facts })));

describe('words about Log4j2', () => {
  it('are there for every element', () => {
    expect(plugins.filter(({ name }) => words.plugins[name] === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('are there for every attribute', () => {
    const silent = attributes.filter(({ plugin, facts }) => sayWith(words, { plugin: plugin.name }, facts.name) === undefined);
    expect(silent.map(({ plugin, facts }) => `${plugin.name} ${facts.name}`)).toEqual([]);
  });

  it('are there for every conversion and lookup', () => {
    expect(Object.keys(words.conversions).sort()).toEqual(Object.keys(conversions).sort());
    expect(Object.keys(words.lookups).sort()).toEqual([...lookups].sort());
  });

  it('are about elements and attributes that exist', () => {
    const named = new Set(attributes.map(({ plugin, facts }) => `${plugin.name} ${facts.name}`));
    const spoken = Object.entries(words.plugins).flatMap(([plugin, about]) =>
      [...Object.keys(about.attributes ?? {}), ...Object.keys(about.defaults ?? {})].map((name) => `${plugin} ${name}`),
    );
    expect(spoken.filter((one) => !named.has(one))).toEqual([]);
    expect(Object.keys(words.plugins).filter((name) => pluginOf(name)?.name !== name)).toEqual([]);
  });

  it('are shared by attributes that have none of their own', () => {
    const shared = attributes.filter(({ plugin, facts }) => words.plugins[plugin.name]?.attributes?.[facts.name] === undefined);
    const used = new Set(shared.map(({ facts }) => facts.name));
    expect(Object.keys(words.attributes).filter((name) => !used.has(name))).toEqual([]);
  });

  it('repeat no default that the facts have', () => {
    const twice = attributes.filter(
      ({ plugin, facts }) => facts.default !== undefined && words.plugins[plugin.name]?.defaults?.[facts.name],
    );
    expect(twice.map(({ plugin, facts }) => `${plugin.name} ${facts.name}`)).toEqual([]);
  });

  it('are sentences that fit a hover', () => {
    const texts = [
      ...Object.values(words.plugins).flatMap(({ what, attributes: own = {} }) => [what, ...Object.values(own)]),
      ...Object.values(words.attributes),
      ...Object.values(words.lookups),
    ];
    expect(texts.filter((text) => !/[^.]\.$/.test(text) || text.length > 220)).toEqual([]);
    expect(Object.values(words.conversions).filter((text) => text.endsWith('.') || text.length > 120)).toEqual([]);
  });
});

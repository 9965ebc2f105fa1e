import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { ruleCode, titledRuleCode, without } from '../scripts/rule-code.mjs';
import { rules } from '../server/src/rules/index.ts';

describe('rules in a bundle', () => {
  it('have no documentation', () => {
    const text = [
      'export const one: SettingRule = {',
      "  id: 'one',",
      "  why: 'It’s \\'so\\', because.',",
      '  examples: [',
      "    // Kafka's own:",
      '    { text: `a=${[1, 2].join(`,`)}]\n  b=1\n`, fixed: "}" },',
      '  ],',
      "  reads: 'each',",
      '};',
    ].join('\n');
    expect(without(['examples', 'why'], text).replace(/\n+/g, '\n')).toBe(
      ['export const one: SettingRule = {', "  id: 'one',", "  reads: 'each',", '};'].join('\n'),
    );
  });

  it('are the same rules otherwise', async () => {
    const bundled = await bundledRules(ruleCode);
    const documented = new Set(['examples', 'title', 'why', 'source']);
    const comparable = (rule: object) =>
      Object.entries(rule)
        .filter(([name]) => !documented.has(name))
        .map(([name, value]) => [name, typeof value === 'function' ? 'function' : value]);
    expect(bundled.map(comparable)).toEqual(rules.map(comparable));
    expect(bundled.filter((rule) => Object.keys(rule).some((name) => documented.has(name)))).toEqual([]);
  });

  it('have their titles on the command line, which lists them', async () => {
    const bundled = await bundledRules(titledRuleCode);
    expect(bundled.map(({ title }) => title)).toEqual(rules.map(({ title }) => title));
    expect(bundled.filter((rule) => 'examples' in rule)).toEqual([]);
  });
});

describe('the server', () => {
  it('is a script of ASCII: for one character beyond, V8 would keep two bytes for each', async () => {
    const text = await bundle('lsp/session.ts', ruleCode);
    // The bundler escapes them in texts, but not in regular expressions.
    expect([...text.matchAll(/.{0,20}[\u0080-\uffff]+.{0,20}/g)].map(([found]) => found)).toEqual([]);
  });
});

async function bundledRules(plugin: Plugin): Promise<Record<string, unknown>[]> {
  const module = { exports: {} as { rules: Record<string, unknown>[] } };
  new Function('module', 'require', await bundle('rules/index.ts', plugin))(module, createRequire(import.meta.url));
  return module.exports.rules;
}

/** A bundle of server/src, from one of its files on, as scripts/build.mjs makes it. */
async function bundle(entry: string, plugin: Plugin): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../server/src', entry)],
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    legalComments: 'none',
    write: false,
    plugins: [plugin],
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

import { describe, expect, it } from 'vitest';
import { listenWhile } from '../../server/src/configs/asked.ts';
import { shapingOf } from '../../server/src/configs/client-views.ts';
import type { Config } from '../../server/src/configs/config.ts';
import { Document } from '../../server/src/features/document.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { RelationRule } from '../../server/src/rules/rule.ts';
import { rulesFor } from '../../server/src/rules/rule-set.ts';
import type { Role } from '../../server/src/schema/roles.ts';
import { latestVersion, parseVersion } from '../../server/src/schema/version.ts';
import { plain } from '../marked.ts';

/** Kafka's own rules that look at several settings, and say which. */
const relations = rules.filter(
  (rule): rule is RelationRule => rule.reads !== 'each' && !rule.reads.includes('*') && (rule.family ?? 'java') === 'java',
);

/** The examples in files of properties, by their role. */
const examples = new Map<Role, { readonly text: string; readonly kafka: string | undefined }[]>();
for (const { roles, family = 'java', examples: own } of rules)
  for (const { text, role = roles === 'all' ? 'producer' : roles[0], kafka } of own) {
    if (role === undefined || family !== 'java' || !/^[\w.«»-]+[=:]/.test(text)) continue;
    examples.set(role, [...(examples.get(role) ?? []), { text: plain(text), kafka }]);
  }

/** Several at once, each key as the first of them has it: rules go further where more is set. */
for (const own of examples.values())
  for (const [i, { kafka }] of [...own].entries()) {
    const lines = [3, 7, 11].flatMap((step) => own[(i * step) % own.length]?.text.split('\n') ?? []);
    const text = [...new Map(lines.toReversed().map((line) => [line.split('=')[0], line])).values()].join('\n');
    own.push({ text, kafka });
  }

function isNamed({ reads }: RelationRule, key: string): boolean {
  return reads.some((read) => {
    const [start = '', end] = read.split('*');
    return end === undefined ? read === key || read.endsWith(`.${key}`) : key.startsWith(start) && `.${key}`.endsWith(end);
  });
}

/** Where these change the document is placed again, and all rules are asked. */
function isShaping({ role }: Config, key: string): boolean {
  return shapingOf(role)?.has(key) === true || key === 'connector.class';
}

/** The keys that a rule asks for and does not name. */
function unnamed(rule: RelationRule, config: Config): readonly string[] {
  const found = new Set<string>();
  const told = (of: Config, key: string): void => {
    if (key !== '*' && !isShaping(of, key) && !isNamed(rule, key) && !isNamed(rule, of.identity.spelling.spell(key) ?? key)) found.add(key);
  };
  listenWhile(told, () => Array.from(rule.check(config)));
  return [...found];
}

describe('a rule names all that it reads', () => {
  it.each(relations.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    for (const role of rule.roles === 'all' ? [...examples.keys()] : rule.roles)
      for (const { text, kafka } of examples.get(role) ?? []) {
        const version = parseVersion(kafka ?? '') ?? latestVersion();
        const document = new Document(text, properties, { path: 'a.properties', role, said: 'the test', kafka: version });
        for (const config of document.placement.configs)
          if (rulesFor(config).relations.includes(rule)) expect(unnamed(rule, config), text).toEqual([]);
      }
  });
});

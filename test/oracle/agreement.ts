// Compares what the engine says with what Kafka said.

import { Document } from '../../server/src/features/document.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { isRole } from '../../server/src/schema/roles.ts';
import { parseVersion } from '../../server/src/schema/version.ts';
import type { OracleCase } from './judge.ts';
import type { RecordedAnswer } from './records.ts';

/** What the engine says about a case in one version. */
export interface Opinion {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** Rules by id. */
  readonly rules: readonly string[];
  /** What is said of which key, as the file spells it. */
  readonly keys: readonly { readonly key: string; readonly rule: string }[];
  /** Every key of the file. */
  readonly allKeys: readonly string[];
}

/**
 * How the engine and Kafka differ.
 * - `false-error`: Kafka takes it. The worst.
 * - `silent`: Kafka refuses it.
 * - `unwarned`: Kafka logs a warning about the configuration.
 */
export type Difference = 'false-error' | 'silent' | 'unwarned';

/** The engine's opinion of a text in a role (which must be one of the engine's) and a version such as `4.1.2`. */
export function opinion({ role, text }: OracleCase, version: string): Opinion {
  if (!isRole(role)) throw new RangeError(`no role ${role}`);
  const kafka = parseVersion(version);
  const path = 'case.properties';
  const document = new Document(text, pickFormat(path) ?? properties, {
    path,
    role,
    family: 'java',
    ...(kafka !== undefined && { kafka }),
  });
  const reports = document.reports(new Map());
  const said = (severity: string) =>
    reports.filter((one) => one.severity === severity).map((one) => `${one.rule.id}: ${one.finding.message}`);
  return {
    errors: said('error'),
    warnings: said('warning'),
    rules: reports.map((one) => one.rule.id),
    keys: reports.map(({ rule, finding }) => ({ key: finding.at.entry.key, rule: rule.id })),
    allKeys: [...new Set([...document.tree.entries()].map(({ key }) => key))],
  };
}

/** Where they differ; undefined where they agree or nothing can be said, as where a file or class is missing. */
export function difference(answer: RecordedAnswer, { errors, warnings }: Opinion): Difference | undefined {
  if (answer.verdict === 'accepted') {
    if (errors.length > 0) return 'false-error';
    return answer.warnings.length > 0 && warnings.length === 0 ? 'unwarned' : undefined;
  }
  return answer.verdict === 'refused' && errors.length === 0 ? 'silent' : undefined;
}

/** What was said by the side that said something: ours on a false error, else Kafka's. */
export function wordsOf(differs: Difference, { message, warnings }: RecordedAnswer, { errors }: Opinion): string {
  return (differs === 'false-error' ? errors[0] : differs === 'silent' ? message : warnings[0]) ?? '';
}

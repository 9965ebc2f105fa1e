import type { Range } from './log4j2-tree.ts';

export type Log4j2FaultKind =
  | 'not-well-formed'
  | 'refused'
  | 'repeated-key'
  | 'repeated-name'
  | 'unknown-element'
  | 'misplaced-element'
  | 'unknown-attribute'
  | 'invalid-level'
  | 'invalid-value'
  | 'undefined-appender'
  | 'unused-appender'
  | 'undefined-property'
  | 'missing-attribute'
  | 'missing-policy'
  | 'clashing-attributes'
  | 'file-pattern'
  | 'missing-library'
  | 'iso-date'
  | 'unknown-conversion'
  | 'pattern-option'
  | 'noisy-status'
  | 'no-root'
  | 'several-roots';

/** One fault of a Log4j2 file. */
export interface Log4j2Fault {
  readonly kind: Log4j2FaultKind;
  /** `error`: Log4j2 throws, and the program does not start. `warning`: it reports or ignores what is written. `information`: legal, and seldom wanted. */
  readonly severity: 'error' | 'warning' | 'information';
  readonly at: Range;
  readonly message: string;
  /** Of an error: the first Kafka release with a Log4j2 that refuses it; those before ignore it. */
  readonly since?: string;
  /** The first Kafka release with a Log4j2 that takes what is written without a word. */
  readonly before?: string;
  /** What should stand there instead. */
  readonly replacement?: string;
}

/** The first Kafka release with Log4j 2.25 (the dependencies of `kafka-server`: 2.24.3 up to 4.1.1). */
export const first225 = '4.1.2';

/** A fault that Log4j2 reports, or that makes it ignore or misread what is written. */
export function warning(kind: Log4j2FaultKind, at: Range, message: string, replacement?: string): Log4j2Fault {
  return { kind, severity: 'warning', at, message, ...(replacement !== undefined && { replacement }) };
}

/** What Log4j2 takes without a word. */
export function information(kind: Log4j2FaultKind, at: Range, message: string): Log4j2Fault {
  return { kind, severity: 'information', at, message };
}

/** What stops the program that logs. */
export function refusal(at: Range, message: string, since?: string): Log4j2Fault {
  return { kind: 'refused', severity: 'error', at, message, ...(since !== undefined && { since }) };
}

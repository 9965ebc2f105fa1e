import { NotificationType, RequestType, RequestType0 } from 'vscode-languageclient';
import type { Role } from '../../server/src/schema/roles.ts';

/** What one document's configuration was taken for, and why. */
export interface ConfigStatus {
  readonly role: Role;
  /** A release such as `4.1`. */
  readonly kafka: string;
  /** Who reads it: the Java client, librdkafka, … */
  readonly family: string;
  /** The reasons in a sentence. */
  readonly why: string;
}

interface StatusParams {
  readonly uri: string;
}

/** Asks what a document holds; no configs means that it is not Kafka's. */
export const statusRequest = new RequestType<StatusParams, { readonly configs: readonly ConfigStatus[] }, void>('kafka-config/status');

/** Tells that the answer to {@link statusRequest} has changed for a document. */
export const statusChanged = new NotificationType<StatusParams>('kafka-config/statusChanged');

/** The forms that Log4j2 reads and we write. */
export type Log4jForm = 'xml' | 'yaml' | 'properties';

/** One remark about the conversion: what came over, what reads differently now, what has no equal. `line` is zero-based. */
export interface ConversionNote {
  readonly kind: 'kept' | 'changed' | 'lost';
  readonly text: string;
  readonly line?: number;
}

/** A log4j.properties rewritten for Log4j2; `refused` says why there is none. */
export interface Conversion {
  readonly fileName: string;
  readonly text: string;
  readonly notes: readonly ConversionNote[];
  readonly refused?: string;
}

/** Converts an open log4j.properties; nothing is written. */
export const convertRequest = new RequestType<{ readonly uri: string; readonly to: Log4jForm }, Conversion, void>(
  'kafka-config/convertLog4j',
);

/** The server asks for the text of words.json: what is said about each property. */
export const wordsRequest = new RequestType0<string, void>('kafka-config/words');

/** The server asks for the text of a file that a document names; null where there is none, or where it is too long. */
export const readTextRequest = new RequestType<{ readonly uri: string }, string | null, void>('kafka-config/readText');

/** Logging that an operator puts together: what stands in the resource goes over what the operator has of its own. */
export interface Logging {
  readonly by: 'Strimzi' | 'Confluent';
  /** Who logs, where it is not Kafka: `The Topic Operator`. */
  readonly program?: string;
  /** Ids that the operator's own Log4j2 file gives to loggers, by the loggers' names; undefined where that file is not known. */
  readonly loggers?: ReadonlyMap<string, string>;
}

/** True where what the operator puts beside the settings is not known: they may refer to it. */
export function isPartial(logging: Logging | undefined): boolean {
  return logging !== undefined && logging.loggers === undefined;
}

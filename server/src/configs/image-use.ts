/** A container that gets its configuration from variables. */
export interface ImageUse {
  readonly family: ImageFamily;
  /** The image as the file has it. */
  readonly name: string;
  /** True where it runs a Connect worker. */
  readonly connect?: true;
  /** Variables that are set, whatever they are for. */
  readonly variables: ReadonlySet<string>;
  /** True where all variables are known: none comes from files or templates. */
  readonly complete: boolean;
  /** How many services of the file run a broker's image, where that is known; infinity for more than anything depends on. */
  readonly brokers?: number;
  /** True for the variables that look like Kafka's but are not passed on by the image. */
  readonly leftOver?: true;
  /** True for the variables that stand as maps in a list, where nothing reads them. */
  readonly asMaps?: true;
}

/** Images that differ in how they read variables. */
export type ImageFamily = 'apache' | 'confluent' | 'bitnami' | 'wurstmeister' | 'debezium' | 'strimzi';

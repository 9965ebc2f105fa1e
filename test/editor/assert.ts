// The few assertions of the suite: node:assert is not there in a web worker.

/** Fails unless `value` is truthy. */
export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}

/** Fails unless both are equal, compared as JSON. */
export function equal(actual: unknown, expected: unknown): void {
  const [is, wanted] = [JSON.stringify(actual, undefined, 1), JSON.stringify(expected, undefined, 1)];
  if (is !== wanted) throw new Error(`expected ${wanted}\nbut it is ${is}`);
}

/** Fails unless the text holds the part. */
export function includes(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`expected to find ${JSON.stringify(part)} in ${JSON.stringify(text)}`);
}

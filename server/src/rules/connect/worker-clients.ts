import type { Identity } from '../../configs/config.ts';
import { atLeast } from '../../schema/version.ts';

/** Properties that a worker sets for the clients of its internal topics itself, whatever its file says (`KafkaOffsetBackingStore`, `KafkaConfigBackingStore`). */
export const setByWorker: ReadonlySet<string> = new Set([
  'key.serializer',
  'value.serializer',
  'key.deserializer',
  'value.deserializer',
  'auto.offset.reset',
  'enable.auto.commit',
  'delivery.timeout.ms',
]);

/** Whether a worker switches idempotence off for the producers of its internal topics, which take its own keys: since producers are idempotent of themselves (KAFKA-13598). */
export function isMadePlain({ role, kafka }: Pick<Identity, 'role' | 'kafka'>): boolean {
  return role === 'connect-distributed' && atLeast(kafka, '3.0');
}

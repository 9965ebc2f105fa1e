import { properties } from '../formats/properties.ts';
import type { Role } from '../schema/roles.ts';
import { Document } from './document.ts';

const samples: readonly (readonly [Role, string])[] = [
  ['producer', 'acks=all\nlinger.ms=5\nbatch.sise=1\n'],
  ['broker', 'process.roles=broker,controller\nnode.id=1\nlisteners=PLAINTEXT://:9092,CONTROLLER://:9093\n'],
  ['mirror-maker', 'clusters=a,b\na->b.enabled=true\na.bootstrap.servers=a:9092\nb.consumer.group.id=b\n'],
];

/** Does once what the first document would otherwise wait for: the facts are parsed, the tables of common roles built, the rules arranged. */
export function warmUp(): void {
  for (const [role, text] of samples) new Document(text.repeat(8), properties, { path: 'sample.properties', role }).reports(new Map());
}

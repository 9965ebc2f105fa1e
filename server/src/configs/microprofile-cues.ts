import { isVeryNear, nearest } from '../schema/nearest.ts';
import { tableOf } from '../schema/tables.ts';
import { latestVersion, parseVersion } from '../schema/version.ts';
import { isDebeziumServer } from './debezium-server.ts';

/** A name without its profile. */
export interface Profiled {
  readonly profile: string;
  readonly name: string;
}

/** `%dev.kafka.x`, `%{dev,test}.kafka.x`, `%dev,test.kafka.x`. */
export function profiled(text: string): Profiled {
  const [, profile, name] = /^%(\{[^}]*\}|[\w,-]+)\.(.*)$/s.exec(text) ?? [];
  return name === undefined ? { profile: '', name: text } : { profile: profile ?? '', name };
}

/**
 * How surely the names of a file are MicroProfile Config's: by those that only such programs have; or, `open`, by the kind of file or by
 * profiles before names, where Kafka's own stand behind `kafka.`. Programs of other kinds have `kafka.…` names of their own making.
 */
export function microProfile(names: Iterable<string>, path: string, flat: boolean): 'certain' | 'open' | undefined {
  let [profiles, kafkas, others] = [false, 0, 0];
  for (const text of names) {
    const { profile, name } = profiled(text);
    if (/^(?:quarkus|mp\.messaging)\./.test(name) || isDebeziumServer(name)) return 'certain';
    profiles ||= profile !== '';
    const own = name.startsWith('kafka.') ? name.slice('kafka.'.length) : undefined;
    if (own !== undefined && isClientName(own)) kafkas += 1;
    else if (own === undefined || !isSlip(own)) others += 1;
  }
  if (kafkas === 0) return undefined;
  const said = profiles || microProfileFile.test(path);
  // Where there is nothing but clients' own names, whoever reads them hands them to a client.
  return said || (flat && others === 0 && applicationFile.test(path)) ? 'open' : undefined;
}

const microProfileFile = /(?:^|[\\/])microprofile-config[\w-]*\.(?:properties|ya?ml)$/;
const applicationFile = /(?:^|[\\/])application[\w-]*\.properties$/;

/** Whether a file of this name may be such a program's by what stands behind `kafka.` alone. */
export function mayHaveNoOtherCue(path: string): boolean {
  return microProfileFile.test(path) || applicationFile.test(path);
}

const releases = [latestVersion, () => parseVersion('2.8') ?? latestVersion()];

function isClientName(key: string): boolean {
  return releases.some((release) => tableOf('client', release()).has(key));
}

function isSlip(key: string): boolean {
  const meant = /^[a-z]+(?:\.[a-z]+)+$/.test(key) ? nearest('client', latestVersion(), key) : undefined;
  return meant !== undefined && isVeryNear(key, meant);
}

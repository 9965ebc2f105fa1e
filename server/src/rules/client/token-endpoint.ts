import type { Setting } from '../../configs/config.ts';
import type { LoginModule } from '../../configs/jaas.ts';
import { atLeast, type KafkaVersion } from '../../schema/version.ts';
import type { Finding } from '../rule.ts';

const url = 'sasl.oauthbearer.token.endpoint.url';
const credentials = [
  ['clientId', 'sasl.oauthbearer.client.credentials.client.id'],
  ['clientSecret', 'sasl.oauthbearer.client.credentials.client.secret'],
] as const;
const assertions = ['sasl.oauthbearer.assertion.file', 'sasl.oauthbearer.assertion.claim.iss'] as const;
const claims = ['sasl.oauthbearer.scope.claim.name', 'sasl.oauthbearer.sub.claim.name'] as const;

/** What {@link endpointFaults} and {@link emptyClaims} look at. */
export const endpointKeys: readonly string[] = [url, ...credentials.map(([, key]) => key), ...claims, ...assertions];

type Get = (key: string) => Setting | undefined;

/** Names of claims that are written and empty. */
export function* emptyClaims(get: Get): Generator<Finding> {
  for (const key of claims) {
    const setting = get(key);
    if (setting !== undefined && !setting.unknown && setting.value === '')
      yield { at: setting, part: 'key', message: `\`${setting.key}\` must not be empty.` };
  }
}

/** What the login handler lacks for fetching a token: an address and, for one that is not a file, the client's id and secret. */
export function* endpointFaults(kafka: KafkaVersion, get: Get, jaas: Setting, module: LoginModule): Generator<Finding> {
  const address = get(url);
  if (address?.unknown) return;
  const scheme = schemeOf(address?.value ?? '');
  if (scheme === undefined) yield wrongAddress(address, jaas);
  else if (scheme !== 'file') yield* missingCredentials(kafka, get, jaas, module);
}

/** The scheme of an address that Kafka takes (`ConfigurationUtils#validateUrl`). */
function schemeOf(address: string): string | undefined {
  const scheme = /^(https?|file):/i.exec(address)?.[1]?.toLowerCase();
  return scheme !== 'file' && /^\w+:\/\/[^/]*\s/.test(address) ? undefined : scheme;
}

function wrongAddress(address: Setting | undefined, jaas: Setting): Finding {
  if (address === undefined)
    return { at: jaas, part: 'key', message: `\`${url}\` must be set too: it is the address of the token endpoint.`, lacks: [url] };
  if (address.value === '') return { at: address, part: 'key', message: `\`${address.key}\` must be the address of the token endpoint.` };
  return { at: address, message: `\`${address.key}\` must begin with \`https://\`, \`http://\` or \`file:\`.` };
}

/** Since 4.1 they may stand in keys of their own; since 4.3 an assertion may stand in for them. */
function* missingCredentials(kafka: KafkaVersion, get: Get, jaas: Setting, { options }: LoginModule): Generator<Finding> {
  const inKeys = atLeast(kafka, '4.1');
  if (atLeast(kafka, '4.3') && assertions.some((key) => get(key) !== undefined)) return;
  for (const [option, key] of credentials) {
    const own = inKeys ? get(key) : undefined;
    if (own === undefined ? (options.get(option) ?? '').trim() !== '' : own.value !== '') continue;
    const elsewhere = inKeys ? `, or \`${key}\` must be set` : '';
    yield { at: jaas, part: 'key', message: `\`${jaas.key}\` must have the option \`${option}\`${elsewhere}.` };
  }
}

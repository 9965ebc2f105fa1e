import type { Setting } from '../../configs/config.ts';
import { before } from '../../schema/version.ts';
import { isLenient, keysAndClaims } from '../broker/validator-keys.ts';
import type { Finding } from '../rule.ts';

type Get = (key: string) => Setting | undefined;

const home = 'org.apache.kafka.common.security.';
const fetching = /\.oauthbearer\.(secured\.)?OAuthBearerLoginCallbackHandler$/;
const checking = /\.oauthbearer\.(secured\.)?OAuthBearerValidatorCallbackHandler$/;
const address = 'sasl.oauthbearer.token.endpoint.url';

/** Kafka's own handlers that refuse another SASL mechanism than theirs; from 4.1 on the one that checks tokens no longer asks. */
const mechanisms: readonly (readonly [handler: RegExp, mechanism: string])[] = [
  [/\.KerberosClientCallbackHandler$/, 'GSSAPI'],
  [/\.OAuthBearer(SaslClient|UnsecuredLogin|UnsecuredValidator|Login)CallbackHandler$/, 'OAUTHBEARER'],
];

/** What is wrong with one of Kafka's own callback handlers where a mechanism uses it. `get` looks up what counts there. */
export function* handlerFaults(at: Setting, mechanism: string, get: Get): Generator<Finding> {
  const { value, unknown, config } = at;
  if (unknown || !value.startsWith(home)) return;
  const checks = checking.test(value);
  const only = checks ? 'OAUTHBEARER' : mechanisms.find(([handler]) => handler.test(value))?.[1];
  const isAsked = !checks || before(config.kafka, '4.1');
  if (only !== undefined && only !== mechanism)
    yield {
      at,
      severity: isAsked || isRefusedToCheck(at, get) ? 'error' : 'warning',
      message: `${another(at)} is for the mechanism \`${only}\`.`,
    };
  else yield* misplaced(at, get);
}

/** A handler that is not asked what it knows: it starts where it has the address it wants. */
function* misplaced(at: Setting, get: Get): Generator<Finding> {
  const place = fetching.test(at.value) ? 'login' : checking.test(at.value) ? 'server' : undefined;
  if (place === undefined || at.key.endsWith(`sasl.${place}.callback.handler.class`)) return;
  const isRefused = place === 'login' ? !/^(https?|file):/i.test(get(address)?.value ?? '') : isRefusedToCheck(at, get);
  const message = `${another(at)} belongs in \`sasl.${place}.callback.handler.class\`${place === 'server' ? ' of a broker' : ''}.`;
  yield { at, severity: isRefused ? 'error' : 'warning', message };
}

function isRefusedToCheck(at: Setting, get: Get): boolean {
  const { kafka } = at.config;
  return [...keysAndClaims(kafka, at, get, isLenient(kafka))].some(({ severity = 'error' }) => severity === 'error');
}

/** Of a class that logs in with Kerberos, for another mechanism: it wants to know the service. `isNamed`: whether anything names it. */
export function* loginFaults(at: Setting, mechanism: string, isNamed: boolean): Generator<Finding> {
  if (at.unknown || mechanism === 'GSSAPI' || isNamed || at.value !== `${home}kerberos.KerberosLogin`) return;
  yield { at, message: `${another(at)} is for the mechanism \`GSSAPI\`.` };
}

function another({ key, value }: Setting): string {
  return `\`${key}\` must name another class: \`${value.slice(value.lastIndexOf('.') + 1)}\``;
}

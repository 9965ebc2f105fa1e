import type { Setting } from '../../configs/config.ts';
import { before, type KafkaVersion, parseVersion } from '../../schema/version.ts';
import type { Finding } from '../rule.ts';

type Get = (key: string) => Setting | undefined;

const url = 'sasl.oauthbearer.jwks.endpoint.url';
const expected = ['sasl.oauthbearer.expected.audience', 'sasl.oauthbearer.expected.issuer'] as const;

/** What Kafka’s validator of tokens lacks: keys to check their signatures with, and from 4.3 on for whom and by whom they are to be. */
export function* keysAndClaims(kafka: KafkaVersion, at: Setting, get: Get, lenient: boolean): Generator<Finding> {
  const keys = get(url);
  if (keys === undefined) {
    const why = !lenient ? 'tokens are checked with the keys it gives' : 'without it this release does not check the signatures of tokens';
    yield { at, part: 'key', ...(lenient && { severity: 'information' as const }), message: `\`${url}\` must be set: ${why}.` };
    return;
  }
  if (keys.unknown) return;
  if (!/^(https?|file):/i.test(keys.value)) {
    yield {
      at: keys,
      ...(keys.value === '' && { part: 'key' as const }),
      message: `\`${url}\` must begin with \`https://\`, \`http://\` or \`file:\`.`,
    };
    return;
  }
  const missing = expected.find((key) => get(key) === undefined && !isAllowed(get, key));
  if (missing === undefined || before(kafka, '4.3') || isLenient(kafka)) return;
  if (!before(kafka, '4.4')) {
    yield { at: keys, part: 'key', message: `\`${missing}\` must be set too, for tokens to be checked against it.` };
    return;
  }
  const taken = missing === expected[0] ? 'tokens for others are taken as well' : 'tokens of any issuer are taken whose key is there';
  yield { at: keys, part: 'key', severity: 'warning', message: `\`${missing}\` should be set too: without it ${taken}.` };
}

/** Since 4.4 a broker takes tokens for anybody, or by anybody, only where that is said. */
function isAllowed(get: Get, key: string): boolean {
  const said = get(key.replace('.expected.', '.allow.unverified.'));
  return said !== undefined && (said.unknown || said.value.toLowerCase() === 'true');
}

/** Releases in which the validator did without keys: from each up to the next. */
const lenient = [
  ['4.1.0', '4.2.0'],
  ['4.2.0', '4.2.2'],
  ['4.3.0', '4.3.1'],
] as const;

/** Whether the default validator of a release does without keys. */
export function isLenient(kafka: KafkaVersion): boolean {
  return lenient.some(([from, to]) => kafka >= (parseVersion(from) ?? 0) && kafka < (parseVersion(to) ?? 0));
}

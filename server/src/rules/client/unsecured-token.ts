import { isJavaDouble } from '../../schema/value.ts';

const prefix = 'unsecuredLogin';
const extension = `${prefix}Extension_`;
const lifetime = `${prefix}LifetimeSeconds`;
const longest = 2n ** 63n - 1n;

/** What is wrong with the options of a token that Kafka makes itself: what follows the key in a sentence. */
export interface TokenFault {
  readonly wants: string;
  /** The token has no owner: somebody else may have been meant to make it. */
  readonly unowned?: boolean;
  /** The login succeeds, with a token that no broker takes. */
  readonly expired?: boolean;
}

/** The first fault of a JAAS text's options (`OAuthBearerUnsecuredLoginCallbackHandler`, `OAuthBearerUnsecuredJws`); without options there is no token. */
export function tokenFault(options: ReadonlyMap<string, string>): TokenFault | undefined {
  if (options.size === 0) return undefined;
  const seconds = options.get(lifetime) ?? '3600';
  if (!/^[+-]?\d+$/.test(seconds) || BigInt(seconds) > longest || BigInt(seconds) < -longest - 1n)
    return { wants: `must give \`${lifetime}\` as a whole number` };
  const claims = new Map<string, 'string' | 'number' | 'list' | 'blank'>([
    ['exp', 'number'],
    ['iat', 'number'],
  ]);
  for (const [key, value] of options) {
    const [, kind, name] = /^unsecuredLogin(String|Number|List)Claim_([\s\S]+)$/.exec(key) ?? [];
    if (kind === undefined || name === undefined) continue;
    if (name === 'exp' || name === 'iat') return { wants: `must not have the option \`${key}\`: Kafka sets this claim itself` };
    const wants = faultOfClaim(kind, key, value);
    if (wants !== undefined) return { wants };
    claims.set(name, kind === 'String' ? (value.trim() === '' ? 'blank' : 'string') : kind === 'Number' ? 'number' : 'list');
  }
  return faultOfNames(options, claims) ?? faultOfExtensions(options) ?? (BigInt(seconds) <= 0n ? expired : undefined);
}

const expired: TokenFault = { wants: `must give \`${lifetime}\` as more than 0: the token has expired when it is made`, expired: true };

/** Kafka puts the claims into JSON; quotes and control characters break it. */
function faultOfClaim(kind: string, key: string, value: string): string | undefined {
  if (kind === 'Number')
    return isJavaDouble(value.trim()) && Number.isFinite(Number.parseFloat(value)) ? undefined : `must give \`${key}\` as a number`;
  const [delimiter = '', ...rest] = kind === 'List' ? value : '';
  if (rest.length > 0 && ('*+?)'.includes(delimiter) || rest.every((one) => one === delimiter)))
    return `must give \`${key}\` as a list such as \`|a|b\``;
  const text = kind === 'List' ? value.slice(1).replaceAll(delimiter, '') : value;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON takes none of them
  return /["\u0000-\u001f]/.test(text + key) ? `must have no quotes and no control characters in \`${key}\`` : undefined;
}

function faultOfNames(options: ReadonlyMap<string, string>, claims: ReadonlyMap<string, string>): TokenFault | undefined {
  const owner = options.get(`${prefix}PrincipalClaimName`)?.trim() || 'sub';
  const scope = options.get(`${prefix}ScopeClaimName`)?.trim() || 'scope';
  if (claims.get(scope) === 'number') return { wants: `must give the claim \`${scope}\` as text or as a list: it is the scope` };
  if (claims.get(owner) === 'string') return undefined;
  return { wants: `must have the option \`${prefix}StringClaim_${owner}\``, unowned: true };
}

function faultOfExtensions(options: ReadonlyMap<string, string>): TokenFault | undefined {
  for (const [key, value] of options) {
    if (!key.startsWith(extension)) continue;
    const name = key.slice(extension.length);
    if (!/^[A-Za-z]+$/.test(name) || name === 'auth')
      return { wants: `must name the extension of \`${key}\` with letters alone, and not \`auth\`` };
    if (!/^[\u0021-\u007e \t\r\n]+$/.test(value)) return { wants: `must give \`${key}\` a value of ASCII characters` };
  }
  return undefined;
}

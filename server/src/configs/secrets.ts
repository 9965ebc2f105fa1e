import { isSecret } from '../schema/definition.ts';
import type { Setting } from './config.ts';

/** What names of secrets have in common, those of plug-ins and slips among them: no definition says that `databse.pasword` holds one. */
const secretName =
  /pas+w|pass[-_.]?phrase|secret|credential|token$|jaas|user[-_.]?info$|(?:private|master|access|api|keystore)[-_.]?key$|[-_.]pem$|certificates?(?:[-_.]chain)?$/i;

/**
 * Whether a value may be a secret, which no message, hover, outline or log shows. Where a key has a definition of another type than text it
 * is none; a text that speaks of passwords is one whatever its key (a JAAS text, or half a key).
 */
export function mayBeSecret({ key, entry, definition, value }: Pick<Setting, 'key' | 'entry' | 'definition' | 'value'>): boolean {
  if (definition !== undefined && isSecret(definition)) return true;
  if (definition !== undefined && definition.type !== 'string') return false;
  return secretName.test(key) || secretName.test(entry.key) || /pas+w|secret/i.test(value);
}

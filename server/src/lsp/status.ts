import type { Document } from '../features/document.ts';
import type { Role } from '../schema/roles.ts';
import { printVersion } from '../schema/version.ts';

/** What one config of a document was taken for, and why. */
export interface ConfigStatus {
  readonly role: Role;
  /** A release such as `4.1`. */
  readonly kafka: string;
  readonly family: string;
  readonly why: string;
}

/** The configs of a document, views and empty ones left out: those that own the bare names, or all of them where every name is spelt otherwise. */
export function statusOf(document: Document | undefined): readonly ConfigStatus[] {
  const configs = (document?.placement.configs ?? []).filter(({ role, size }) => role !== 'none' || size > 0);
  const roots = configs.map(({ identity }) => identity).filter(({ parent }) => parent === undefined);
  const bare = roots.filter(({ spelling }) => (spelling.spell('') ?? '') === '');
  const shown = bare.length > 0 ? bare : roots.filter(({ role }) => role !== 'none' || roots.every((other) => other.role === 'none'));
  return shown.map(({ role, kafka, family, why }) => ({ role, kafka: printVersion(kafka), family, why }));
}

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

/** The configs of a document, views left out. */
export function statusOf(document: Document | undefined): readonly ConfigStatus[] {
  const configs =
    document?.placement.configs.filter(({ identity }) => identity.parent === undefined && (identity.spelling.spell('') ?? '') === '') ?? [];
  return configs.map(({ identity: { role, kafka, family, why } }) => ({ role, kafka: printVersion(kafka), family, why }));
}

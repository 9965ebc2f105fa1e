import type { Target } from './conversion.ts';

/** `log4j.properties` becomes `log4j2.xml`, `connect-log4j.properties` `connect-log4j2.xml`, anything else gets `.log4j2.xml` behind its stem. */
export function log4j2FileName(path: string, to: Target): string {
  const name = path.split(/[\\/]/).pop() ?? '';
  const stem = name.replace(/\.(properties|conf|cfg)(\.[\w-]+)?$/i, '');
  const renamed = /log4j(?!2)/i.test(stem) ? stem.replace(/log4j(?!2)/i, (word) => `${word}2`) : `${stem}.log4j2`;
  return `${renamed}.${to}`;
}

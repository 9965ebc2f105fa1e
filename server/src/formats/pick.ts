import type { Format } from './format.ts';
import { properties } from './properties.ts';

/** The format of a document, by the editor's language id where it says one, else by the file's name; undefined = none of ours. */
export function pickFormat(path: string, languageId?: string): Format | undefined {
  const name = path.split(/[\\/]/).pop() ?? '';
  if (languageId !== undefined && propertiesLanguages.has(languageId)) return properties;
  return propertiesNames.test(name) ? properties : undefined;
}

const propertiesLanguages = new Set(['properties', 'java-properties', 'spring-boot-properties', 'quarkus-properties', 'microprofile-properties', 'ini']);
const propertiesNames = /\.(properties|config|conf|delta|cfg)(\.(sample|example|template|orig|bak|dist|tmpl))?$/i;

/** Language ids that editors give to java.util.Properties files; the first is VS Code's own. */
export const PROPERTIES_LANGUAGES = [
  'properties',
  'java-properties',
  'spring-boot-properties',
  'quarkus-properties',
  'microprofile-properties',
];

/** Languages whose files hold Kafka configuration now and then. */
export const HOST_LANGUAGES = [
  'yaml',
  'dockercompose',
  'helm',
  'spring-boot-properties-yaml',
  'json',
  'xml',
  'ini',
  'dotenv',
  'terraform',
  'opentofu',
  'dockerfile',
  'shellscript',
  'bat',
];

/** File names that are looked at whatever their language is: many an editor takes these for plain text. */
export const PATTERNS = ['**/*.properties', '**/*.config', '**/*.tf', '**/*.service'];

/** Words of which every Kafka configuration in a file of another kind holds at least one. */
const CUE = /kafka|strimzi|bootstrap[._-]?servers|zookeeper|connector[._]class|log4j|<appenders|\bmsk/i;

/** What starts Kafka is looked at for the logging that it chooses, and for nothing else. */
const CHOOSES_LOGGING = /\b(?:KAFKA|CONNECT)_(?:TOOLS_)?LOG4J/;

/** Whether a file may be Kafka's, so that the server is worth starting; the server decides. `path` is its address. */
export function mayBeKafka(path: string, languageId: string, text: string): boolean {
  if (path.endsWith('.properties') || /log4j2[^/]*$/i.test(path)) return true;
  if (/\.service$/.test(path) || ['dockerfile', 'shellscript', 'bat'].includes(languageId))
    return CHOOSES_LOGGING.test(text) || (/-Dlog4j/.test(text) && /kafka/i.test(text));
  return CUE.test(text) || (!/\.\w+$/.test(path) && PROPERTIES_LANGUAGES.includes(languageId));
}

/** What an option takes, as log4j 1's bean setter converts it. */
export type OptionType =
  | 'text'
  | 'boolean'
  | 'integer'
  | 'level'
  | 'size'
  | 'pattern'
  | 'enhanced-pattern'
  | 'date-pattern'
  | 'encoding'
  | 'console-target';

/** What a log4j 1 class turns into; `none` has no counterpart that can be configured. */
export type AppenderKind = 'console' | 'file' | 'rolling' | 'daily' | 'policy-rolling' | 'null' | 'async' | 'syslog' | 'kafka' | 'none';
export type LayoutKind = 'pattern' | 'enhanced-pattern' | 'simple' | 'ttcc' | 'html' | 'xml' | 'none';
export type FilterKind = 'level-range' | 'level-match' | 'string-match' | 'deny-all';

export interface ClassFacts<Kind> {
  readonly kind: Kind;
  /** Option names with a small first letter, as the bean calls them. */
  readonly options: Readonly<Record<string, OptionType>>;
  /** For appenders: an event without layout is dropped. */
  readonly needsLayout?: boolean;
  /** Why there is no counterpart, or what is needed for one; ends a sentence. */
  readonly remark?: string;
}

const appender = { threshold: 'level', name: 'text' } as const;
const writer = { ...appender, encoding: 'encoding', immediateFlush: 'boolean' } as const;
const file = { ...writer, file: 'text', append: 'boolean', bufferedIO: 'boolean', bufferSize: 'integer' } as const;
const rolling = { ...file, maxFileSize: 'size', maximumFileSize: 'size', maxBackupIndex: 'integer' } as const;
const extras = { ...file, rollingPolicy: 'text', triggeringPolicy: 'text' } as const;
const kafka = {
  ...appender,
  brokerList: 'text',
  topic: 'text',
  compressionType: 'text',
  securityProtocol: 'text',
  sslTruststoreLocation: 'text',
  sslTruststorePassword: 'text',
  sslKeystoreType: 'text',
  sslKeystoreLocation: 'text',
  sslKeystorePassword: 'text',
  saslKerberosServiceName: 'text',
  saslMechanism: 'text',
  clientJaasConfPath: 'text',
  clientJaasConf: 'text',
  kerb5ConfPath: 'text',
  maxBlockMs: 'integer',
  sslEngineFactoryClass: 'text',
  retries: 'integer',
  requiredNumAcks: 'integer',
  deliveryTimeoutMs: 'integer',
  lingerMs: 'integer',
  batchSize: 'integer',
  ignoreExceptions: 'boolean',
  syncSend: 'boolean',
} as const;

/** Appenders of log4j 1.2.17, of apache-log4j-extras 1.2.17 and of Kafka up to 3.9, with their bean options. */
export const appenderClasses: ReadonlyMap<string, ClassFacts<AppenderKind>> = new Map(
  Object.entries<ClassFacts<AppenderKind>>({
    'org.apache.log4j.ConsoleAppender': {
      kind: 'console',
      options: { ...writer, target: 'console-target', follow: 'boolean' },
      needsLayout: true,
    },
    'org.apache.log4j.FileAppender': { kind: 'file', options: file, needsLayout: true },
    'org.apache.log4j.RollingFileAppender': { kind: 'rolling', options: rolling, needsLayout: true },
    'org.apache.log4j.varia.ExternallyRolledFileAppender': { kind: 'rolling', options: { ...rolling, port: 'integer' }, needsLayout: true },
    'org.apache.log4j.DailyRollingFileAppender': { kind: 'daily', options: { ...file, datePattern: 'date-pattern' }, needsLayout: true },
    'org.apache.log4j.rolling.RollingFileAppender': { kind: 'policy-rolling', options: extras, needsLayout: true },
    'org.apache.log4j.varia.NullAppender': { kind: 'null', options: appender },
    'org.apache.log4j.AsyncAppender': {
      kind: 'async',
      options: { ...appender, bufferSize: 'integer', blocking: 'boolean', locationInfo: 'boolean' },
      remark: 'a properties file cannot attach appenders to it, so log4j 1 dropped its events',
    },
    'org.apache.log4j.net.SyslogAppender': {
      kind: 'syslog',
      options: { ...appender, syslogHost: 'text', facility: 'text', facilityPrinting: 'boolean', header: 'boolean' },
      needsLayout: true,
    },
    'org.apache.log4j.net.SocketAppender': {
      kind: 'none',
      options: {
        ...appender,
        remoteHost: 'text',
        port: 'integer',
        locationInfo: 'boolean',
        reconnectionDelay: 'integer',
        application: 'text',
        advertiseViaMulticastDNS: 'boolean',
      },
      remark: 'it sends serialised log4j 1 events, which Log4j2 does not write; the receiver has to change too',
    },
    'org.apache.log4j.net.SocketHubAppender': {
      kind: 'none',
      options: {
        ...appender,
        port: 'integer',
        bufferSize: 'integer',
        locationInfo: 'boolean',
        application: 'text',
        advertiseViaMulticastDNS: 'boolean',
      },
      remark: 'Log4j2 has no appender that serves events to clients',
    },
    'org.apache.log4j.net.TelnetAppender': {
      kind: 'none',
      options: { ...appender, port: 'integer' },
      needsLayout: true,
      remark: 'Log4j2 has no telnet appender',
    },
    'org.apache.log4j.net.SMTPAppender': {
      kind: 'none',
      options: {
        ...appender,
        to: 'text',
        cc: 'text',
        bcc: 'text',
        from: 'text',
        replyTo: 'text',
        subject: 'text',
        sMTPHost: 'text',
        SMTPHost: 'text',
        SMTPPort: 'integer',
        SMTPUsername: 'text',
        SMTPPassword: 'text',
        SMTPProtocol: 'text',
        SMTPDebug: 'boolean',
        bufferSize: 'integer',
        evaluatorClass: 'text',
        locationInfo: 'boolean',
        sendOnClose: 'boolean',
      },
      needsLayout: true,
      remark: 'Log4j2 has an SMTP appender with other attributes, which needs a mail library that Kafka does not ship',
    },
    'org.apache.log4j.net.JMSAppender': {
      kind: 'none',
      options: {
        ...appender,
        initialContextFactoryName: 'text',
        providerURL: 'text',
        topicBindingName: 'text',
        topicConnectionFactoryBindingName: 'text',
        userName: 'text',
        password: 'text',
        securityPrincipalName: 'text',
        securityCredentials: 'text',
        URLPkgPrefixes: 'text',
        locationInfo: 'boolean',
      },
      remark: 'Log4j2 has a JMS appender with other attributes, which needs a JMS library that Kafka does not ship',
    },
    'org.apache.log4j.jdbc.JDBCAppender': {
      kind: 'none',
      options: {
        ...appender,
        URL: 'text',
        user: 'text',
        password: 'text',
        driver: 'text',
        sql: 'text',
        bufferSize: 'integer',
        locationInfo: 'boolean',
      },
      remark: 'Log4j2 has a JDBC appender that names columns instead of an SQL statement',
    },
    'org.apache.log4j.nt.NTEventLogAppender': {
      kind: 'none',
      options: { ...appender, source: 'text' },
      needsLayout: true,
      remark: 'Log4j2 has no Windows event log appender',
    },
    'org.apache.log4j.lf5.LF5Appender': {
      kind: 'none',
      options: { ...appender, maxNumberOfRecords: 'integer' },
      remark: 'Log4j2 has no LF5 window',
    },
    'org.apache.log4j.rewrite.RewriteAppender': {
      kind: 'none',
      options: appender,
      remark: 'a properties file cannot attach appenders to it',
    },
    'org.apache.kafka.log4jappender.KafkaLog4jAppender': { kind: 'kafka', options: kafka, needsLayout: true },
    'kafka.producer.KafkaLog4jAppender': { kind: 'kafka', options: kafka, needsLayout: true },
  }),
);

/** Layouts of log4j 1.2.17. */
export const layoutClasses: ReadonlyMap<string, ClassFacts<LayoutKind>> = new Map(
  Object.entries<ClassFacts<LayoutKind>>({
    'org.apache.log4j.PatternLayout': { kind: 'pattern', options: { conversionPattern: 'pattern' } },
    'org.apache.log4j.EnhancedPatternLayout': { kind: 'enhanced-pattern', options: { conversionPattern: 'enhanced-pattern' } },
    'org.apache.log4j.SimpleLayout': { kind: 'simple', options: {} },
    'org.apache.log4j.TTCCLayout': {
      kind: 'ttcc',
      options: {
        threadPrinting: 'boolean',
        categoryPrefixing: 'boolean',
        contextPrinting: 'boolean',
        dateFormat: 'text',
        timeZone: 'text',
      },
    },
    'org.apache.log4j.HTMLLayout': { kind: 'html', options: { title: 'text', locationInfo: 'boolean' } },
    'org.apache.log4j.xml.XMLLayout': { kind: 'xml', options: { locationInfo: 'boolean', properties: 'boolean' } },
  }),
);

const filters: Readonly<Record<string, ClassFacts<FilterKind>>> = {
  LevelRangeFilter: { kind: 'level-range', options: { levelMin: 'level', levelMax: 'level', acceptOnMatch: 'boolean' } },
  LevelMatchFilter: { kind: 'level-match', options: { levelToMatch: 'text', acceptOnMatch: 'boolean' } },
  StringMatchFilter: { kind: 'string-match', options: { stringToMatch: 'text', acceptOnMatch: 'boolean' } },
  DenyAllFilter: { kind: 'deny-all', options: {} },
};

/** Filters of log4j 1.2.17, and the same of apache-log4j-extras. */
export const filterClasses: ReadonlyMap<string, ClassFacts<FilterKind>> = new Map(
  ['org.apache.log4j.varia', 'org.apache.log4j.filter'].flatMap((name) =>
    Object.entries(filters).map(([filter, facts]) => [`${name}.${filter}`, facts] as const),
  ),
);

function filterWords(name: string): Readonly<Record<string, string>> {
  return {
    [`${name}.LevelRangeFilter`]: 'Lets events between two levels pass and denies the others.',
    [`${name}.LevelMatchFilter`]: 'Accepts or denies events of one level.',
    [`${name}.StringMatchFilter`]: 'Accepts or denies events whose message holds a text.',
    [`${name}.DenyAllFilter`]: 'Denies what no filter before it has accepted.',
  };
}

/** What log4j 1's classes do, for people. By class name. */
export const classWords: Readonly<Record<string, string>> = {
  'org.apache.log4j.ConsoleAppender': 'Writes to the console.',
  'org.apache.log4j.FileAppender': 'Writes to one file, which grows for ever.',
  'org.apache.log4j.RollingFileAppender': 'Writes to a file and starts a new one when it is full. The newest backup ends in `.1`.',
  'org.apache.log4j.varia.ExternallyRolledFileAppender': 'Rolls its file when it is told to through a socket.',
  'org.apache.log4j.DailyRollingFileAppender':
    'Writes to a file and starts a new one with each period of `DatePattern`. Old files are never deleted.',
  'org.apache.log4j.rolling.RollingFileAppender': 'Rolls by policies of its own (apache-log4j-extras).',
  'org.apache.log4j.varia.NullAppender': 'Throws every event away.',
  'org.apache.log4j.AsyncAppender':
    'Hands events to other appenders in a thread of its own. Of no use in a properties file, which cannot attach any.',
  'org.apache.log4j.net.SyslogAppender': 'Sends events to a syslog server by UDP.',
  'org.apache.log4j.net.SocketAppender': 'Sends serialised events to a log4j 1 server.',
  'org.apache.log4j.net.SocketHubAppender': 'Serves events to log4j 1 clients that connect.',
  'org.apache.log4j.net.TelnetAppender': 'Serves events to whoever connects with telnet.',
  'org.apache.log4j.net.SMTPAppender': 'Sends a mail when an error is logged.',
  'org.apache.log4j.net.JMSAppender': 'Publishes events to a JMS topic.',
  'org.apache.log4j.jdbc.JDBCAppender': 'Writes events to a database with an SQL statement.',
  'org.apache.log4j.nt.NTEventLogAppender': 'Writes to the Windows event log.',
  'org.apache.log4j.lf5.LF5Appender': 'Shows events in a window.',
  'org.apache.kafka.log4jappender.KafkaLog4jAppender': 'Produces events to a Kafka topic. Kafka 4.0 removed it (KIP-719).',
  'org.apache.log4j.PatternLayout': 'Formats an event by `ConversionPattern`; a stack trace follows on lines of its own.',
  'org.apache.log4j.EnhancedPatternLayout': 'PatternLayout with more words, such as `%throwable` and `%c{1.}`.',
  'org.apache.log4j.SimpleLayout': 'Level, a dash, and the message.',
  'org.apache.log4j.TTCCLayout': 'Time, thread, category and nested context before the message.',
  'org.apache.log4j.HTMLLayout': 'A row of an HTML table for each event.',
  'org.apache.log4j.xml.XMLLayout': 'An XML element for each event.',
  ...filterWords('org.apache.log4j.varia'),
  // apache-log4j-extras has the same again.
  ...filterWords('org.apache.log4j.filter'),
};

/** What options are for, by bean name; they mean the same in every class that has them. */
export const optionWords: Readonly<Record<string, string>> = {
  threshold: 'Events below this level are not written.',
  encoding: 'Character set of the text; the platform’s where nothing is said.',
  immediateFlush: 'Whether every event is flushed at once. Default: `true`.',
  file: 'The file to write to. Without one nothing is written.',
  append: 'Whether an existing file is continued rather than emptied. Default: `true`.',
  bufferedIO: 'Whether text is collected in memory first; switches `ImmediateFlush` off. Default: `false`.',
  bufferSize: 'Size of the buffer: bytes of a file (with `BufferedIO=true`, default 8192), events elsewhere.',
  maxFileSize: 'Size at which the file is full: a whole number with `KB`, `MB` or `GB` right behind it. Default: `10MB`.',
  maximumFileSize: 'Size at which the file is full, in bytes.',
  maxBackupIndex: 'How many full files are kept. Default: 1; 0 empties the file instead.',
  datePattern:
    "A SimpleDateFormat pattern: what it prints is appended to the name of an old file, and how often it changes is how often the file rolls. Default: `'.'yyyy-MM-dd`.",
  target: '`System.out` (the default) or `System.err`.',
  follow: 'Whether a later change of System.out or System.err counts. Default: `false`.',
  conversionPattern: 'How an event is written: text, and `%` with a letter for each of its parts. Default: `%m%n`.',
  layout: 'How an event becomes text.',
  locationInfo: 'Whether class, method and line are found out, which is slow. Default: `false`.',
  title: 'Title of the page.',
  threadPrinting: 'Whether the thread is printed. Default: `true`.',
  categoryPrefixing: 'Whether the logger is printed. Default: `true`.',
  contextPrinting: 'Whether the nested context is printed. Default: `true`.',
  dateFormat: '`NULL` for no date (the default), `RELATIVE`, `ABSOLUTE`, `DATE`, `ISO8601`, or a SimpleDateFormat pattern.',
  timeZone: 'Time zone of the date.',
  properties: 'Whether the mapped context is written. Default: `false`.',
  levelMin: 'The lowest level that passes.',
  levelMax: 'The highest level that passes.',
  levelToMatch: 'The level that is meant.',
  stringToMatch: 'The text that is looked for in the message.',
  acceptOnMatch:
    'Whether what matches is accepted at once. Default: `true`; `false` for LevelRangeFilter, where it goes on to the next filter.',
  syslogHost: 'Host of the syslog server, with `:port` where it is not 514.',
  facility: 'Syslog facility. Default: `USER`.',
  facilityPrinting: 'Whether the facility’s name is written into the message. Default: `false`.',
  header: 'Whether time and host are written into the message. Default: `false`.',
  brokerList: 'Brokers to connect to: `host:port,…`.',
  topic: 'The topic to produce to.',
  syncSend: 'Whether logging waits until the broker has the event. Default: `false`.',
  ignoreExceptions: 'Whether an event that cannot be sent is dropped in silence. Default: `true`.',
  requiredNumAcks: 'The producer’s `acks`. Default: 1.',
};

/** What keys of log4j 1 that are no appender's set, by the key or its beginning. */
export const keyWords: Readonly<Record<string, string>> = {
  'log4j.rootLogger':
    'Level of the root logger, and the appenders that get every event that no logger keeps to itself: `LEVEL, appender, …`.',
  'log4j.rootCategory': 'The old name of `log4j.rootLogger`, which wins where both are set.',
  'log4j.logger.': 'Level of a logger and of those below it, and appenders of its own: `LEVEL, appender, …`.',
  'log4j.category.': 'The old name of `log4j.logger.`.',
  'log4j.additivity.': 'Whether events of the logger also go to the appenders of those above it. Default: `true`.',
  'log4j.threshold': 'Events below this level are dropped everywhere. Default: `ALL`.',
  'log4j.debug': 'Whether log4j 1 reports on the console what it does. Anything but `false` counts.',
  'log4j.reset': 'Whether what was configured before is forgotten. Default: `false`.',
  'log4j.appender.': 'An appender’s class. It comes into being when a logger refers to it.',
};

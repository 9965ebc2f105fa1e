// biome-ignore-all lint/suspicious/noTemplateCurlyInString: log4j writes variables this way
import { describe, expect, it } from 'vitest';
import { type ConvertOptions, convertLog4j } from '../../server/src/log4j/convert.ts';

function convert(text: string, options: ConvertOptions = { to: 'xml' }) {
  const result = convertLog4j(text, options);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

const daily = `# The broker's logs.

# Everything at INFO
log4j.rootLogger=INFO, A
# One file a day
log4j.appender.A=org.apache.log4j.DailyRollingFileAppender
log4j.appender.A.File=\${kafka.logs.dir}/server.log
log4j.appender.A.layout=org.apache.log4j.PatternLayout
# The date, the level -- and the rest
log4j.appender.A.layout.ConversionPattern=%d{ISO8601} %p %m%n
# Not in use
log4j.appender.B=org.apache.log4j.ConsoleAppender
log4j.appender.B.layout=org.apache.log4j.SimpleLayout
# The end
`;

describe('the result', () => {
  it('is XML that a person would write, with the comments where they were', () => {
    expect(convert(daily).output).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<!-- The broker's logs. -->
<Configuration>
  <Properties>
    <Property name="kafka.logs.dir" value="."/>
  </Properties>
  <Appenders>
    <!-- One file a day -->
    <RollingFile name="A" fileName="\${sys:kafka.logs.dir}/server.log" filePattern="\${sys:kafka.logs.dir}/server.log.%d{yyyy-MM-dd}">
      <!-- The date, the level - - and the rest -->
      <PatternLayout pattern="%d %p %m%n%ex"/>
      <TimeBasedTriggeringPolicy/>
    </RollingFile>
    <!-- Not in use -->
    <!--
    <Console name="B">
      <PatternLayout pattern="%p - %m%n%ex"/>
    </Console>
    -->
  </Appenders>
  <Loggers>
    <!-- Everything at INFO -->
    <Root level="INFO">
      <AppenderRef ref="A"/>
    </Root>
  </Loggers>
  <!-- The end -->
</Configuration>
`);
  });

  it('has a time zone behind a format', () => {
    const layout = (zone: string): string =>
      `log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.ConsoleAppender\nlog4j.appender.A.layout=org.apache.log4j.TTCCLayout\nlog4j.appender.A.layout.DateFormat=ISO8601\n${zone}`;
    expect(convert(layout('')).output).toContain('pattern="%d [%t] %p');
    expect(convert(layout('log4j.appender.A.layout.TimeZone=CET\n')).output).toContain('pattern="%d{DEFAULT}{CET} [%t] %p');
  });

  it('is YAML in the shape of the files that Kafka ships', () => {
    expect(convert(daily, { to: 'yaml' }).output).toBe(`# The broker's logs.

Configuration:
  Properties:
    Property:
      - name: kafka.logs.dir
        value: "."

  Appenders:
    # One file a day
    RollingFile:
      name: A
      fileName: "\${sys:kafka.logs.dir}/server.log"
      filePattern: "\${sys:kafka.logs.dir}/server.log.%d{yyyy-MM-dd}"
      # The date, the level -- and the rest
      PatternLayout:
        pattern: "%d %p %m%n%ex"
      TimeBasedTriggeringPolicy: {}
    # Not in use
    # Console:
    #   name: B
    #   PatternLayout:
    #     pattern: "%p - %m%n%ex"

  Loggers:
    # Everything at INFO
    Root:
      level: INFO
      AppenderRef:
        - ref: A

# The end
`);
  });

  it('is Log4j2’s properties form, in ASCII', () => {
    const text = '# \u00e9\nlog4j.rootLogger=WARN, A\nlog4j.logger.x=INFO\nlog4j.appender.A=org.apache.log4j.varia.NullAppender\n';
    expect(convert(text, { to: 'properties' }).output).toBe(`appender.A.type = Null
appender.A.name = A

# \\u00e9
rootLogger = WARN, A

logger.x.name = x
logger.x.level = INFO
`);
  });
});

describe('the directory of logs when nobody sets kafka.logs.dir', () => {
  it('is the one that the caller names', () => {
    expect(convert(daily, { to: 'xml', logsDir: '/var/log/kafka' }).output).toContain(
      '<Property name="kafka.logs.dir" value="/var/log/kafka"/>',
    );
  });

  it('is the root, as in log4j 1, when the caller asks for that', () => {
    expect(convert(daily, { to: 'xml', logsDir: '' }).output).toContain('fileName="${sys:kafka.logs.dir:-}/server.log"');
  });
});

describe('loggers of Kafka that moved', () => {
  const text = 'log4j.rootLogger=INFO\nlog4j.logger.kafka.log.LogCleaner=DEBUG\nlog4j.logger.org.apache.zookeeper=WARN\n';
  const moved = '<Logger name="org.apache.kafka.storage.internals.log.LogCleaner" level="DEBUG"/>';

  it('get both names where the version has the new one', () => {
    expect(convert(text, { to: 'xml', kafka: '4.1' }).output).toContain(moved);
    expect(convert(text, { to: 'xml', kafka: '4.0.2' }).output).not.toContain(moved);
    expect(convert(text).output).toContain(moved);
  });

  it('are noted, those that fell silent too', () => {
    const messages = convert(text)
      .notes.map(({ message }) => message)
      .join('\n');
    expect(messages).toContain('from Kafka 4.1 on; the result has both');
    expect(messages).toContain('Nothing in Kafka 4.0 and later logs as org.apache.zookeeper');
  });
});

describe('what Log4j2 does not do by itself', () => {
  const rolling = (options: string) =>
    `log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.${options}\nlog4j.appender.A.layout=org.apache.log4j.SimpleLayout\n`;

  it('a new file each half-day has a schedule', () => {
    const text = rolling("DailyRollingFileAppender\nlog4j.appender.A.File=a.log\nlog4j.appender.A.DatePattern='.'yyyy-MM-dd-a");
    expect(convert(text).output).toContain('<CronTriggeringPolicy schedule="0 0 0/12 * * ?"/>');
  });

  it('a letter of a date between quotes is none', () => {
    const text = rolling("DailyRollingFileAppender\nlog4j.appender.A.File=a.log\nlog4j.appender.A.DatePattern='.'yyyy-MM'mark'dd");
    expect(convert(text).output).toContain('schedule="0 0 0 * * ?"');
  });

  it('no backup at all: the one that it makes is deleted', () => {
    const text = rolling('RollingFileAppender\nlog4j.appender.A.File=${logs}/a[1].log\nlog4j.appender.A.MaxBackupIndex=0');
    expect(convert(text).output).toContain(`<Delete basePath="\${sys:logs:-}">
          <IfFileName glob="a\\[1\\].log.1"/>
        </Delete>`);
  });

  it('two appenders of different kinds at one file', () => {
    const text = `${rolling('FileAppender\nlog4j.appender.A.File=logs/a.log')}log4j.logger.x=INFO, B
log4j.appender.B=org.apache.log4j.RollingFileAppender
log4j.appender.B.File=logs/a.log
log4j.appender.B.layout=org.apache.log4j.SimpleLayout
`;
    expect(convert(text).output).toContain('<RollingFile name="B" fileName="logs/./a.log" filePattern="logs/a.log.%i">');
    expect(convert(text).lossy).toBe(false);
  });

  it('an escape sequence of a terminal, in XML', () => {
    const text = rolling('ConsoleAppender').replace(
      'SimpleLayout',
      'PatternLayout\nlog4j.appender.A.layout.ConversionPattern=\\u001b[31m%m',
    );
    expect(convert(text).output).toContain('<?xml version="1.1" encoding="UTF-8"?>');
    expect(convert(text).output).toContain('pattern="&#27;[31m%m');
  });

  it('a default value, which log4j 1 has not either', () => {
    const text = rolling('ConsoleAppender').replace(
      'SimpleLayout',
      'PatternLayout\nlog4j.appender.A.layout.ConversionPattern=${x:-y} %m%n',
    );
    expect(convert(text).output).toContain('pattern=" %m%n%ex"');
    expect(convert(text).notes.map(({ message }) => message)).toEqual([
      '${x:-y} is replaced by its value: Log4j2 cannot express this reference. To log4j 1, which knows no defaults, all of it is the name of a variable.',
    ]);
  });
});

describe('what cannot be kept', () => {
  it.each([
    ['an appender of a class that log4j 1 does not have', 'log4j.rootLogger=INFO, A\nlog4j.appender.A=com.example.Own\n', true],
    ['serialised events', 'log4j.rootLogger=INFO, A\nlog4j.appender.A=org.apache.log4j.net.SocketAppender\n', true],
    [
      'a level with appenders in a variable, in XML',
      'x=INFO, A\nlog4j.rootLogger=${x}\nlog4j.appender.A=org.apache.log4j.varia.NullAppender\n',
      false,
    ],
    ['nothing at all', daily, false],
  ])('%s', (_, text, lossy) => {
    expect(convert(text).lossy).toBe(lossy);
  });

  it('keeps such a variable in the properties form', () => {
    const text = 'x=INFO, A\nlog4j.rootLogger=${x}\nlog4j.appender.A=org.apache.log4j.varia.NullAppender\n';
    expect(convert(text, { to: 'properties' }).output).toContain('rootLogger = ${sys:x}');
  });

  it('and an appender that a variable names there, but that is lost, is one that does nothing', () => {
    const text = 'x=INFO, A\nlog4j.rootLogger=${x}\nlog4j.appender.A=com.example.Own\n';
    expect(convert(text, { to: 'properties' }).output).toContain('appender.A.type = Null');
    expect(convert(text).output).not.toContain('Null');
  });
});

it('notes have the line and the keys they speak of', () => {
  expect(convert('log4j.rootLogger=INFO, A, B\nlog4j.appender.A=org.apache.log4j.varia.NullAppender\n').notes).toEqual([
    {
      kind: 'kept',
      message: 'The appender B is not defined: log4j 1 prints an error and goes on without it; the reference is left out.',
      keys: ['log4j.rootLogger'],
      line: 0,
    },
  ]);
});

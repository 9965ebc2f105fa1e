// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shells write variables this way
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document } from '../../server/src/features/document.ts';
import { pickFormat } from '../../server/src/formats/pick.ts';
import { properties } from '../../server/src/formats/properties.ts';
import { editsOf } from '../../server/src/rules/fix.ts';
import { parseVersion } from '../../server/src/schema/version.ts';
import { applyEdits, placeEdits } from '../../server/src/text/edit.ts';

function open(path: string, text: string, kafka?: string): Document {
  const version = kafka === undefined ? undefined : parseVersion(kafka);
  return new Document(text, pickFormat(path) ?? properties, { path, ...(version !== undefined && { kafka: version }) });
}

/** What is reported: the marked text of each finding. */
function marked(path: string, text: string, kafka?: string): string[] {
  return open(path, text, kafka)
    .reports(new Map())
    .map(({ finding: { at, part } }) => {
      const { block, valueStart, valueEnd } = at.entry;
      return typeof part === 'object'
        ? block.text.slice(valueStart + part.from, valueStart + part.to)
        : block.text.slice(valueStart, valueEnd);
    });
}

/** The text after the first fix. */
function fixed(path: string, text: string, kafka?: string): string | undefined {
  const document = open(path, text, kafka);
  const [fix] = document.reports(new Map())[0]?.finding.fixes ?? [];
  const edits = fix && editsOf(fix);
  return edits && applyEdits(document.lines, placeEdits(edits, document.eol), document.eol);
}

const option = '-Dlog4j.configuration=file:/etc/kafka/log4j.properties';
const wanted = '-Dlog4j2.configurationFile=file:/etc/kafka/log4j2.xml';

describe('a shell script', () => {
  it.each([
    `export KAFKA_LOG4J_OPTS="${option}"`,
    `KAFKA_LOG4J_OPTS=${option} bin/kafka-server-start.sh config/server.properties`,
    `KAFKA_LOG4J_OPTS='-Xlog:gc ${option}'`,
    `export KAFKA_LOG4J_OPTS="$KAFKA_LOG4J_OPTS ${option}"`,
    `export KAFKA_LOG4J_OPTS=\${KAFKA_LOG4J_OPTS:-"${option}"}`,
    `export KAFKA_LOG4J_OPTS="\${KAFKA_LOG4J_OPTS:-${option}}"`,
    `: "\${KAFKA_LOG4J_OPTS:=${option}}"`,
    `: \${KAFKA_LOG4J_OPTS=${option}}; export KAFKA_LOG4J_OPTS`,
    `if [ -z "$KAFKA_LOG4J_OPTS" ]; then export KAFKA_LOG4J_OPTS="${option}"; fi`,
    `declare -x KAFKA_LOG4J_OPTS="${option}"`,
    `KAFKA_LOG4J_OPTS+=" ${option}"`,
    `cat > /etc/default/kafka <<EOF\nKAFKA_LOG4J_OPTS="${option}"\nEOF`,
    `export KAFKA_LOG4J_OPTS="-Xlog:gc \\\n  ${option}"`,
    `export KAFKA_LOG4J_OPTS="-Xlog:gc\n  ${option}\n"`,
    `docker run -e KAFKA_LOG4J_OPTS="${option}" apache/kafka:4.1.0`,
    `java -Xmx1g ${option} -cp "$CP" kafka.Kafka server.properties`,
    `exec java $OPTS \\\n  ${option} \\\n  org.apache.kafka.connect.cli.ConnectDistributed worker.properties`,
  ])('is looked at: %s', (text) => {
    expect(marked('start.sh', `#!/bin/sh\n${text}\n`)).toEqual([option]);
    expect(fixed('start.sh', `#!/bin/sh\n${text}\n`)).toBe(`#!/bin/sh\n${text.replace(option, wanted)}\n`);
  });

  it.each([
    `java ${option} -jar app.jar`,
    `export JAVA_OPTS="${option}"`,
    `export HADOOP_OPTS="${option}"`,
    `spark-submit --conf "spark.driver.extraJavaOptions=${option}"`,
    `# export KAFKA_LOG4J_OPTS="${option}"`,
    `echo done # KAFKA_LOG4J_OPTS="${option}"`,
    'export KAFKA_LOG4J_OPTS="-Dlog4j.configuration=$LOG4J_FILE"',
    'export KAFKA_LOG4J_OPTS=""',
    `export SCHEMA_REGISTRY_LOG4J_OPTS="${option}"`,
    `export KAFKA_LOG4J_OPTS="-Dlog4j2.configurationFile=/a/log4j2.yaml ${option}"`,
    'export KAFKA_HEAP_OPTS="-Xmx1g"',
    'base_dir=$(dirname $0)\nexport KAFKA_LOG4J_OPTS="-Dlog4j.configuration=file:$base_dir/../config/log4j.properties"',
    `wget https://archive.apache.org/dist/kafka/3.6.0/kafka_2.13-3.6.0.tgz\nexport KAFKA_LOG4J_OPTS="${option}"`,
    `KAFKA_VERSION=3.6.0\nexport KAFKA_LOG4J_OPTS="${option}"`,
    `docker run -e KAFKA_LOG4J_OPTS="${option}" apache/kafka:3.9.0`,
    `docker run -e KAFKA_LOG4J_OPTS="${option}" apache/kafka:$TAG`,
    `# kafka-config: version=3.9\nexport KAFKA_LOG4J_OPTS="${option}"`,
  ])('is left alone: %s', (text) => {
    const found = open('start.sh', `${text}\n`);
    const said = text.includes('kafka-config') ? marked('start.sh', `${text}\n`) : found.reports(new Map());
    expect(said).toEqual([]);
  });

  it('is for the release that the Dockerfile beside it speaks of', () => {
    const text = `export KAFKA_LOG4J_OPTS="${option}"\n`;
    const at = (dockerfile: string): number =>
      new Document(text, pickFormat('start.sh') ?? properties, {
        path: 'start.sh',
        beside: (path) => (path === 'Dockerfile' ? dockerfile : undefined),
      }).reports(new Map()).length;
    expect(at('FROM base\nENV KAFKA_VERSION=3.6.1 \\\n    SCALA_VERSION=2.13\n')).toBe(0);
    expect(at('FROM base\nENV KAFKA_VERSION=4.1.0 \\\n    SCALA_VERSION=2.13\n')).toBe(1);
    expect(at('FROM confluentinc/cp-kafka:7.6.0\n')).toBe(0);
    expect(at('FROM $REGISTRY/our-kafka:2.7\n')).toBe(0);
    expect(at('FROM base\n')).toBe(1);
  });

  it("is Kafka's own where it has the name of one of Kafka's programs", () => {
    expect(marked('kafka-server-start.sh', `EXTRA_ARGS="-name kafkaServer ${option}"\n`)).toEqual([option]);
    expect(marked('start.sh', `EXTRA_ARGS="-name kafkaServer ${option}"\n`)).toEqual([]);
  });

  it('may set a variable in one branch or the other', () => {
    const fresh = 'KAFKA_LOG4J_OPTS="-Dlog4j2.configurationFile=/a/log4j2.yaml"';
    expect(marked('start.sh', `if x; then ${fresh}\nelse ${fresh.replace('/a', '/b')}; fi\n`)).toEqual([]);
    expect(marked('start.sh', `if x; then ${fresh}\nelse KAFKA_LOG4J_OPTS="${option}"; fi\n`)).toEqual([option]);
  });

  it('holds nothing else', () => {
    expect(open('start.sh', '#!/bin/sh\nKAFKA_ACKS=all\nacks=bogus\n').placement.configs).toEqual([]);
  });
});

describe('a Dockerfile', () => {
  it.each([
    `ENV KAFKA_LOG4J_OPTS="${option}"`,
    `ENV KAFKA_LOG4J_OPTS ${option}`,
    `ENV A=b \\\n    KAFKA_LOG4J_OPTS=${option} \\\n    C=d`,
    `RUN echo 'export KAFKA_LOG4J_OPTS="x"' >> a && KAFKA_LOG4J_OPTS="${option}" kafka-topics.sh --list`,
    `CMD ["java", "${option}", "kafka.Kafka", "server.properties"]`,
    `CMD ["sh", "-c", "KAFKA_LOG4J_OPTS=${option} kafka-server-start.sh server.properties"]`,
    `ENTRYPOINT java ${option} kafka.Kafka server.properties`,
  ])('is looked at by its image: %s', (text) => {
    expect(marked('Dockerfile', `FROM apache/kafka:4.1.0\n${text}\n`)).toEqual([option]);
    expect(fixed('Dockerfile', `FROM apache/kafka:4.1.0\n${text}\n`)).toBe(`FROM apache/kafka:4.1.0\n${text.replace(option, wanted)}\n`);
    expect(marked('Dockerfile', `FROM confluentinc/cp-kafka:7.6.0\n${text}\n`)).toEqual([]);
    expect(marked('Dockerfile', `ARG TAG\nFROM apache/kafka:\${TAG}\n${text}\n`)).toEqual([]);
  });

  it('has stages', () => {
    const text = `FROM apache/kafka:3.9.0 AS old\nENV KAFKA_LOG4J_OPTS=${option}\nFROM apache/kafka:4.0.0\nENV KAFKA_LOG4J_OPTS=${option}\n`;
    expect(
      open('kafka.Dockerfile', text)
        .reports(new Map())
        .map(({ finding }) => finding.at.entry.block.line),
    ).toEqual([3]);
  });

  it('may bring Kafka in an archive', () => {
    const text = `FROM eclipse-temurin:17\nARG KAFKA_VERSION=3.7.0\nRUN curl -O x/kafka_2.13-\${KAFKA_VERSION}.tgz\nENV KAFKA_LOG4J_OPTS=${option}\n`;
    expect(marked('Dockerfile', text)).toEqual([]);
    expect(marked('Dockerfile', text.replace('3.7.0', '4.1.0'))).toEqual([option]);
  });
});

describe('a batch file', () => {
  const windows = '-Dlog4j.configuration=file:C:\\kafka\\config\\log4j.properties';

  it.each([
    ['a variable', `set KAFKA_LOG4J_OPTS=${windows}\r\n`],
    ['a variable in quotes', `@echo off\nIF ["%KAFKA_LOG4J_OPTS%"] EQU [""] (\n  set "KAFKA_LOG4J_OPTS=${windows}"\n)\n`],
    ['a quoted value', `SET KAFKA_LOG4J_OPTS="${windows}" & call kafka-server-start.bat\n`],
    ['a variable for good', `setx KAFKA_LOG4J_OPTS "${windows}" /M\n`],
    ['a command in two lines', `java -Xmx1G ^\n  ${windows} kafka.Kafka server.properties\n`],
    ['a program in quotes', `call "%JAVA_HOME%\\bin\\java" ${windows} kafka.Kafka server.properties\n`],
  ])('%s is looked at', (_, text) => {
    expect(marked('/app/start.bat', text, '4.1')).toEqual([windows]);
    expect(fixed('/app/start.bat', text, '4.1')).toBe(
      text.replace(windows, '-Dlog4j2.configurationFile=file:C:\\kafka\\config\\log4j2.xml'),
    );
    expect(marked('/app/start.bat', text, '3.9')).toEqual([]);
  });

  it.each([
    ['a remark', `rem set KAFKA_LOG4J_OPTS=${windows}\n:: set KAFKA_LOG4J_OPTS=${windows}\n`],
    ['Kafka’s own path', 'set KAFKA_LOG4J_OPTS=-Dlog4j.configuration=file:%BASE_DIR%/config/log4j.properties\n'],
    ['a path beside the script', 'set KAFKA_LOG4J_OPTS=-Dlog4j.configuration=file:%~dp0../../config/log4j.properties\n'],
    ['another program', `java ${windows} -jar app.jar\n`],
    ['a path that ends in a backslash', 'set KAFKA_LOG4J_OPTS=-Dlog4j2.configurationFile=log4j2.xml\nset X=C:\\\nset Y=1\n'],
  ])('%s is left alone', (_, text) => {
    expect(marked('/app/start.bat', text, '4.1')).toEqual([]);
  });

  it('tells its release by the folder', () => {
    expect(marked('/app/start.cmd', `set KAFKA_LOG4J_OPTS=${windows}\ncd C:\\kafka_2.13-3.9.0\n`)).toEqual([]);
    expect(marked('/app/start.cmd', `set KAFKA_LOG4J_OPTS=${windows}\ncd C:\\kafka_2.13-4.0.0\n`)).toEqual([windows]);
  });
});

describe('a unit of systemd', () => {
  it.each([
    `Environment="KAFKA_LOG4J_OPTS=${option}"`,
    `Environment=KAFKA_LOG4J_OPTS=${option}`,
    `Environment=A=b 'KAFKA_LOG4J_OPTS=-Xlog:gc ${option}'`,
    `ExecStart=/usr/bin/java ${option} kafka.Kafka /etc/server.properties`,
    `ExecStart=-/usr/bin/java \\\n  ${option} \\\n  kafka.Kafka /etc/server.properties`,
  ])('is looked at: %s', (text) => {
    expect(marked('kafka.service', `[Service]\n${text}\n`)).toEqual([option]);
    expect(fixed('kafka.service', `[Service]\n${text}\n`)).toBe(`[Service]\n${text.replace(option, wanted)}\n`);
    expect(marked('kafka.service', `[Service]\n${text}\n`, '3.9')).toEqual([]);
  });

  it('of another program is left alone', () => {
    expect(marked('app.service', `[Service]\nEnvironment="JAVA_OPTS=${option}"\nExecStart=/usr/bin/java ${option} -jar a.jar\n`)).toEqual(
      [],
    );
  });
});

describe('any text', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      `KAFKA_LOG4J_OPTS="${option}`,
      '"',
      '\\',
      "'",
      '${',
      '$(',
      '`',
      'ENV log4j',
      'CMD ["log4j',
      'Environment="log4j',
      '<<EOF',
      '#',
    ),
  );

  it('gives entries that stand in it', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('a.sh', 'Dockerfile', 'a.service'), (lines, path) => {
        for (const { block, valueStart, valueEnd } of open(path, lines.join('\n')).tree.entries()) {
          expect(valueStart).toBeLessThanOrEqual(valueEnd);
          expect(valueEnd).toBeLessThanOrEqual(block.text.length);
        }
      }),
    );
  });
});

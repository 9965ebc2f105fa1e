import { expect, test } from 'vitest';
import { mayBeKafka } from '../../client/src/languages.ts';

test.each([
  ['/app/producer.properties', 'properties', 'acks=all\n'],
  ['Untitled-1', 'properties', ''],
  ['/app/compose.yaml', 'yaml', 'services:\n  queue:\n    image: apache/kafka:4.1.0\n'],
  ['/app/sink.json', 'json', '{ "connector.class": "example.Sink" }'],
  ['/app/log4j2.xml', 'xml', '<Configuration/>\n'],
  ['/app/logging.xml', 'xml', '<Configuration><Appenders/></Configuration>\n'],
  ['/app/start.sh', 'shellscript', 'export KAFKA_LOG4J_OPTS="-Dlog4j.configuration=file:log4j.properties"\n'],
  ['/app/start.bat', 'bat', 'set KAFKA_LOG4J_OPTS=-Dlog4j.configuration=file:log4j.properties\n'],
  ['/app/Dockerfile', 'dockerfile', 'FROM apache/kafka:4.1.0\nENV KAFKA_OPTS=-Dlog4j.configuration=a\n'],
  ['/app/kafka.service', 'plaintext', '[Service]\nExecStart=java -Dlog4j.configuration=file:a kafka.Kafka\n'],
  ['/app/client.ini', 'ini', '[default]\nbootstrap.servers=queue:9092\n'],
])('%s may be Kafka’s', (path, language, text) => {
  expect(mayBeKafka(path, language, text)).toBe(true);
});

test.each([
  ['/app/.editorconfig', 'properties', 'root = true\n'],
  ['/app/compose.yaml', 'yaml', 'services:\n  web:\n    image: nginx\n'],
  ['/app/pom.xml', 'xml', '<project/>\n'],
  ['/app/package.json', 'json', '{ "name": "app" }'],
  ['/app/build.sh', 'shellscript', '#!/bin/sh\nkafka-topics.sh --list\n'],
  ['/app/run.sh', 'shellscript', 'java -Dlog4j.configuration=file:log4j.properties -jar app.jar\n'],
  ['/app/Dockerfile', 'dockerfile', 'FROM apache/kafka:4.1.0\n'],
  ['/app/build.cmd', 'bat', 'kafka-topics.bat --list\n'],
  ['/app/app.service', 'ini', '[Service]\nExecStart=/usr/bin/app\n'],
])('%s is not Kafka’s', (path, language, text) => {
  expect(mayBeKafka(path, language, text)).toBe(false);
});

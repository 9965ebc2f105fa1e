import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleLine } from '../../server/src/log4j/log4j2-example-line.ts';

/** What Log4j2 2.25.5 writes for the event of the examples; a pattern for each thing that is read. */
describe('the example of a Log4j2 pattern is what Log4j2 writes', () => {
  it.each([
    ['[%d] %p %m (%c)%n', '[2025-01-31 14:05:09,042] INFO started (kafka.server.KafkaServer)'],
    ['%d{ISO8601} %-5p [%t] %c{1} - %m%n', '2025-01-31T14:05:09,042 INFO  [main] KafkaServer - started'],
    ['%d{HH:mm:ss.SSS} [%15.15t] %-5level %logger{1.} - %msg%n', '14:05:09.042 [           main] INFO  k.s.KafkaServer - started'],
    [
      '%c{2}|%c{-1}|%c{1.}|%c{2.}|%c{1.1.*}|%c{0}',
      'server.KafkaServer|server.KafkaServer|k.s.KafkaServer|ka.se.KafkaServer|k.s.KafkaServer|KafkaServer',
    ],
    ['%.3m|%.-3m|%10m|%-10m|%05p|%3p', 'ted|sta|   started|started   |0INFO|INFO'],
    ['%highlight{%-5level}{FATAL=white} %style{%m}{bright}%n', 'INFO  started'],
    [
      "%d{UNIX_MILLIS}|%d{ABSOLUTE}|%d{COMPACT}|%d{DATE}|%d{yyyy-MM-dd'T'HH:mm:ss,SSS}",
      '1738328709042|14:05:09,042|20250131140509042|31 Jan 2025 14:05:09,042|2025-01-31T14:05:09,042',
    ],
    ['100%% %% %level{length=1} %level{lowerCase=true} %p{WARN=W}', '100% % I info INFO'],
    ['%-30.30c{1.} %x%X{a} %marker end', 'k.s.KafkaServer                []  end'],
    ['%repeat{*}{3} %d{DEFAULT_PERIOD}', '*** 2025-01-31 14:05:09.042'],
    ['%replace{%m}{s}{x} %maxLen{%m}{3} %notEmpty{[%marker]} %equals{%p}{INFO}{i}', 'xtarted sta  i'],
  ])('%s', (pattern, line) => {
    expect(exampleLine(pattern).replace(/\n$/, '')).toBe(line);
  });

  it('takes any text', () => {
    const piece = fc.constantFrom('%', '{', '}', 'd', 'p', 'replace', 'notEmpty', 'maxLen', 'repeat', '5', '-', '.', ' ', '(a+)+$', '=');
    fc.assert(fc.property(fc.array(piece), (pieces) => typeof exampleLine(pieces.join('')) === 'string'));
  });
});

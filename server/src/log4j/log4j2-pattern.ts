import { printDate } from './example-dates.ts';
import { conversions } from './generated/log4j2-plugins.ts';

/** Piece of a PatternLayout's pattern: text, or a conversion with its modifiers and options. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'conversion';
      readonly word: string;
      readonly converter: string;
      readonly modifiers: string;
      readonly options: readonly string[];
    };

/** The class that reads a word. */
const converters: ReadonlyMap<string, string> = new Map(
  Object.entries(conversions).flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)),
);

/** The class that reads the word of a conversion, or undefined. */
export function converterOf(word: string): string | undefined {
  return converters.get(word);
}

/** Reads a pattern as `org.apache.logging.log4j.core.pattern.PatternParser` does: the longest known word counts. */
export function parsePattern(pattern: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const start = /%%|%([-0]*\d*(?:\.-?\d+)?)([A-Za-z]+)/g;
  let from = 0;
  for (let match = start.exec(pattern); match !== null; match = start.exec(pattern)) {
    const [all, modifiers = '', run = ''] = match;
    const word = longestWord(run);
    if (all !== '%%' && word === undefined) continue;
    if (match.index > from) pieces.push({ kind: 'text', text: pattern.slice(from, match.index) });
    if (word === undefined) pieces.push({ kind: 'text', text: '%' });
    const end = word === undefined ? match.index + 2 : match.index + all.length - run.length + word.length;
    const read = word === undefined ? { options: [], end } : readOptions(pattern, end);
    if (word !== undefined)
      pieces.push({ kind: 'conversion', word, converter: converters.get(word) ?? '', modifiers, options: read.options });
    from = read.end;
    start.lastIndex = from;
  }
  if (from < pattern.length) pieces.push({ kind: 'text', text: pattern.slice(from) });
  return pieces;
}

function longestWord(run: string): string | undefined {
  for (let length = run.length; length > 0; length -= 1) if (converters.has(run.slice(0, length))) return run.slice(0, length);
  return undefined;
}

/** `{…}{…}`, where brackets may be nested. */
function readOptions(pattern: string, start: number): { readonly options: readonly string[]; readonly end: number } {
  const options: string[] = [];
  let at = start;
  while (pattern[at] === '{') {
    let depth = 0;
    let end = at;
    do {
      if (pattern[end] === '{') depth += 1;
      if (pattern[end] === '}') depth -= 1;
      end += 1;
    } while (depth > 0 && end < pattern.length);
    if (depth > 0) break;
    options.push(pattern.slice(at + 1, end - 1));
    at = end;
  }
  return { options, end: at };
}

/** What the parts of the event in the example are, by the class that prints them. */
const parts: Readonly<Record<string, string>> = {
  LoggerPatternConverter: 'kafka.server.KafkaServer',
  ClassNamePatternConverter: 'kafka.server.KafkaServer',
  LoggerFqcnPatternConverter: 'org.apache.logging.slf4j.Log4jLogger',
  FileLocationPatternConverter: 'KafkaServer.scala',
  FullLocationPatternConverter: 'kafka.server.KafkaServer.startup(KafkaServer.scala:42)',
  LineLocationPatternConverter: '42',
  MessagePatternConverter: 'started',
  MethodLocationPatternConverter: 'startup',
  LineSeparatorPatternConverter: '\n',
  LevelPatternConverter: 'INFO',
  Log4j1LevelPatternConverter: 'INFO',
  RelativeTimePatternConverter: '1042',
  ThreadNamePatternConverter: 'main',
  ThreadIdPatternConverter: '1',
  ThreadPriorityPatternConverter: '5',
  ProcessIdPatternConverter: '4711',
  SequenceNumberPatternConverter: '17',
  NanoTimePatternConverter: '1042000000',
  EndOfBatchPatternConverter: 'true',
  UuidPatternConverter: '0194b9c2-8f51-11ef-8000-0242ac120002',
};

/** Converters whose first option is a pattern. */
const wrappers =
  /^(Highlight|Style|Encoding|MaxLength|RegexReplacement|Equals\w*|VariablesNotEmpty\w*|Repeat|Black|Blue|Cyan|Green|Magenta|Red|White|Yellow)/;

/** One line as Log4j2 writes it. Colours are left out. */
export function exampleLine(pattern: string, depth = 0): string {
  return parsePattern(pattern)
    .map((piece) => (piece.kind === 'text' ? piece.text : pad(printConversion(piece, depth), piece.modifiers)))
    .join('');
}

function printConversion({ converter, options }: Piece & { kind: 'conversion' }, depth: number): string {
  const [first] = options;
  if (converter === 'DatePatternConverter') return printDate(first === undefined || first === '' ? 'DEFAULT' : first);
  if (wrappers.test(converter)) return first === undefined || depth > 4 ? '' : exampleLine(first, depth + 1);
  const value = parts[converter] ?? '';
  const isName = converter === 'LoggerPatternConverter' || converter === 'ClassNamePatternConverter';
  return isName && first !== undefined ? shorten(value, first) : value;
}

/** `{2}` keeps the last two parts, `{-2}` drops the first two, `{1.}` keeps a letter of each package. */
function shorten(name: string, option: string): string {
  const words = name.split('.');
  const last = words.pop() ?? '';
  if (/^-?\d+$/.test(option)) {
    const count = Number(option);
    return count > 0 ? [...words, last].slice(-count).join('.') : count < 0 ? [...words.slice(-count), last].join('.') : name;
  }
  const [, length] = /^(\d)\./.exec(option) ?? [];
  return length === undefined ? name : [...words.map((word) => word.slice(0, Number(length))), last].join('.');
}

/** Least width, on the left unless it begins with a minus; greatest width, cut from the left, or, with a minus, from the right. */
function pad(text: string, modifiers: string): string {
  const [, minus = '', zero = '', width = '', limit = ''] = /^(-?)(0?)(\d*)(?:\.(-?\d+))?$/.exec(modifiers) ?? [];
  const most = Math.abs(Number(limit));
  const cut = limit === '' || text.length <= most ? text : limit.startsWith('-') ? text.slice(0, most) : text.slice(text.length - most);
  // Wider than any screen is not worth showing.
  const least = Math.min(Number(width), 200);
  return minus === '-' ? cut.padEnd(least) : cut.padStart(least, zero === '' ? ' ' : '0');
}

import { printDate } from './example-dates.ts';
import { type Piece, parsePattern } from './log4j2-pattern.ts';

type Conversion = Extract<Piece, { readonly kind: 'conversion' }>;

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
  NdcPatternConverter: '[]',
  UuidPatternConverter: '0194b9c2-8f51-11ef-8000-0242ac120002',
};

/** One line as Log4j2 writes it. Colours are left out. */
export function exampleLine(pattern: string, depth = 0): string {
  return parsePattern(pattern)
    .map((piece) => (piece.kind === 'text' ? piece.text : pad(printConversion(piece, depth), piece.modifiers)))
    .join('');
}

function printConversion({ converter, options }: Conversion, depth: number): string {
  const [first] = options;
  if (converter === 'DatePatternConverter') return printDate(first === undefined || first === '' ? 'DEFAULT' : first);
  const wrap = wrappers[converter];
  if (wrap !== undefined) return first === undefined || depth > 4 ? '' : wrap(exampleLine(first, depth + 1), options);
  const value = parts[converter] ?? '';
  if (first === undefined) return value;
  if (converter === 'LevelPatternConverter') return printLevel(value, first);
  return converter === 'LoggerPatternConverter' || converter === 'ClassNamePatternConverter' ? shorten(value, first) : value;
}

/** What becomes of the text that the first option yields; colours are left out. */
const wrappers: Readonly<Record<string, (inner: string, options: readonly string[]) => string>> = {
  ...Object.fromEntries(
    [
      'HighlightConverter',
      'StyleConverter',
      'EncodingPatternConverter',
      'Black',
      'Blue',
      'Cyan',
      'Green',
      'Magenta',
      'Red',
      'White',
      'Yellow',
    ].map((name) => [name, (inner: string) => inner]),
  ),
  RegexReplacementConverter: (inner, [, search = '', replacement = '']) => replaced(inner, search, replacement),
  EqualsReplacementConverter: (inner, [, wanted, replacement = '']) => (inner === wanted ? replacement : inner),
  EqualsIgnoreCaseReplacementConverter: (inner, [, wanted = '', replacement = '']) =>
    inner.toLowerCase() === wanted.toLowerCase() ? replacement : inner,
  MaxLengthConverter: (inner, [, most = '']) => cutBehind(inner, Number.parseInt(most, 10)),
  VariablesNotEmptyReplacementConverter: (inner, [pattern = '']) => (saysSomething(pattern) ? inner : ''),
  RepeatPatternConverter: (_, [text = '', count = '']) => text.repeat(Math.min(Math.max(Number.parseInt(count, 10) || 0, 0), 100)),
};

/** Only what is plain text is replaced: other expressions may take for ever. */
function replaced(text: string, search: string, replacement: string): string {
  return /^(\\.|[^\\.*+?()[\]{}^$|])+$/.test(search) ? text.replaceAll(search.replace(/\\(.)/g, '$1'), replacement) : text;
}

function cutBehind(text: string, most: number): string {
  if (!(most >= 0) || text.length <= most) return text;
  return text.slice(0, most) + (most > 20 ? '...' : '');
}

function saysSomething(pattern: string): boolean {
  const conversions = parsePattern(pattern).filter((piece) => piece.kind === 'conversion');
  return conversions.some((piece) => printConversion(piece, 5) !== '');
}

/** `{INFO=I, length=1, lowerCase=true}` */
function printLevel(level: string, option: string): string {
  const settings = new Map(option.split(',').map((one) => [one.split('=')[0]?.trim(), one.split('=')[1]?.trim() ?? '']));
  const name = settings.get(level) ?? level.slice(0, Number(settings.get('length') ?? level.length));
  return settings.get('lowerCase') === 'true' ? name.toLowerCase() : name;
}

/** `{2}` keeps the last two parts, `{-2}` drops the first two, `{1.}` keeps a letter of each package. */
function shorten(name: string, option: string): string {
  const words = name.split('.');
  const last = words.pop() ?? '';
  if (/^-?\d+$/.test(option)) {
    const count = Number(option);
    return count >= 0 ? [...words, last].slice(-Math.max(count, 1)).join('.') : [...words.slice(-count), last].join('.');
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

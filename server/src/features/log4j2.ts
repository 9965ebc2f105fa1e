import type { Config } from '../configs/config.ts';
import { type Log4j2Text, log4j2Text, offsetInText, withMember, writtenAt } from '../configs/log4j2-text.ts';
import { type Log4j2Syntax, readLog4j2, syntaxOf } from '../log4j/log4j2-check.ts';
import { explainLog4j2 } from '../log4j/log4j2-explain.ts';
import { suggestLog4j2 } from '../log4j/log4j2-suggest.ts';
import { attributeNamed, everyElement } from '../log4j/log4j2-tree.ts';
import type { AllWords } from '../schema/words.ts';
import { offsetIn, type Place, placeOf, type Span } from '../text/block.ts';
import type { Completion } from './completion.ts';
import type { Range } from './diagnostics.ts';
import type { Document } from './document.ts';
import type { Hover } from './hover.ts';
import { keyPlace } from './nested-keys.ts';
import type { Symbol as OutlineItem } from './symbols.ts';

/** What an element, an attribute or a value of a Log4j2 configuration is. */
export function hoverLog4j2(document: Document, place: Place, words: AllWords | undefined): Hover | undefined {
  const here = placeIn(document, place);
  const found = here && explainLog4j2(here.text, here.offset, here.syntax, words?.log4j2);
  const range = here && found && here.rangeOf(found.at);
  return found && range && { markdown: found.markdown, range };
}

/** Elements, attributes and values that may stand at a place of a Log4j2 configuration; undefined where there is none. */
export function completeLog4j2(document: Document, place: Place): Completion | undefined {
  const here = placeIn(document, place) ?? freshLine(document, place);
  const found = here && suggestLog4j2(here.text, here.offset, here.syntax);
  const range = here && found && here.rangeOf(found.at);
  if (here === undefined || found === undefined || range === undefined) return undefined;
  const items = here.isWritten ? found.items : found.items.map(({ snippet: _, ...item }) => item);
  const { role, kafka } = here.config;
  return {
    items,
    what: found.what,
    ...(found.what === 'key' && { commit: '=' }),
    range,
    data: { role, kafka, prefix: '', log4j2: found.about },
  };
}

/** A place in a text that Log4j2 reads, and the way back from there. */
interface PlaceInText {
  readonly config: Config;
  readonly text: string;
  readonly offset: number;
  readonly syntax: Log4j2Syntax;
  readonly rangeOf: (span: Span) => Range | undefined;
  /** Whether the text is what the author wrote, and not made from the entries of a map. */
  readonly isWritten: boolean;
}

function placeIn(document: Document, place: Place): PlaceInText | undefined {
  const [config] = document.placement.configs;
  if (document.format.id === 'properties' && config !== undefined && isLog4j2(config)) return placeInLines(document, place, config);
  const here = log4j2At(document, place);
  if (here === undefined) return undefined;
  const { text, offset } = here;
  return {
    config: here.config,
    text: text.text,
    offset,
    syntax: text.syntax === 'nested' ? syntaxOf(text.text) : 'properties',
    rangeOf: (span) => rangeInText(text, span),
    isWritten: text.syntax === 'properties' || text.pieces.length === 1,
  };
}

/** Whether a place is in a text that Log4j2 reads. */
export function isInLog4j2(document: Document, place: Place): boolean {
  return placeIn(document, place) !== undefined;
}

/** Whether a config is one of Log4j2's. */
function isLog4j2(config: Config): boolean {
  return config.identity.family === 'log4j2';
}

/** A properties file, with lines that hold nothing yet. */
function placeInLines({ lines }: Document, place: Place, config: Config): PlaceInText | undefined {
  const block = { line: 0, indent: 0, text: lines.join('\n') };
  const offset = offsetIn(block, place);
  if (offset === undefined) return undefined;
  const rangeOf = ({ start, end }: Span): Range => ({ start: placeOf(block, start), end: placeOf(block, end) });
  return { config, text: block.text, offset, syntax: 'properties', rangeOf, isWritten: true };
}

/** A line that is no entry yet: of an embedded properties text, or of a map. */
function freshLine(document: Document, place: Place): PlaceInText | undefined {
  const at = keyPlace(document, place);
  if (at === undefined || !isLog4j2(at.config)) return undefined;
  const { config, near } = at;
  const own = log4j2Text(config);
  const typed = document.lines[place.line]?.slice(at.start, place.character) ?? '';
  if (own.syntax === 'nested') {
    const isIn = placeOf(near.block, near.keyStart).character < at.start;
    const fresh = withMember(own, near, isIn, typed);
    const [start, end] = [at.start, at.end].map((character) => ({ line: place.line, character }));
    const range = start && end && { start, end };
    return fresh && { config, ...fresh, syntax: 'json', rangeOf: () => range, isWritten: false };
  }
  const { text, syntax } = own;
  const line = text.length - at.start;
  const rangeOf = ({ start }: Span): Range => ({
    start: { line: place.line, character: start - line },
    end: { line: place.line, character: at.end },
  });
  return { config, text: text + typed, offset: text.length + typed.length, syntax, rangeOf, isWritten: true };
}

/** Whether a document holds a configuration of log4j 1 or Log4j2, where more characters begin a word that can be completed. */
export function holdsLogging({ placement }: Document): boolean {
  return placement.configs.some(({ identity }) => identity.family === 'log4j1' || identity.family === 'log4j2');
}

/** A place in a Log4j2 configuration: what Log4j2 reads, wherever it stands in the document, and the offset there. */
interface Log4j2Place {
  readonly config: Config;
  readonly text: Log4j2Text;
  readonly offset: number;
}

/** The Log4j2 configuration that a place belongs to: a file, a text inside another, or the entries of a map. */
function log4j2At(document: Document, place: Place): Log4j2Place | undefined {
  const entry = document.tree.entryAt(place.line, place.character);
  const [member] = entry === undefined ? [] : document.placement.assign(entry);
  if (entry === undefined || member?.config.identity.family !== 'log4j2') return undefined;
  const text = log4j2Text(member.config);
  const own = offsetIn(entry.block, place);
  const offset = own === undefined ? undefined : offsetInText(text, entry.block, own);
  return offset === undefined ? undefined : { config: member.config, text, offset };
}

/** The elements of a Log4j2 configuration with elements, for the outline; undefined for other configs. */
export function elementsLog4j2(config: Config): readonly OutlineItem[] | undefined {
  if (config.identity.family !== 'log4j2') return undefined;
  const text = log4j2Text(config);
  if (text.syntax !== 'nested') return undefined;
  const file = readLog4j2(text.text, syntaxOf(text.text));
  if (!('root' in file)) return [];
  return [...everyElement(file.root)].flatMap((element) => {
    const range = rangeInText(text, element.at);
    const words = ['name', 'ref', 'level'].flatMap((name) => attributeNamed(element, name)?.value ?? []);
    return range === undefined ? [] : [{ name: element.name, detail: words.join(' '), range }];
  });
}

/** Where a stretch of the text of a Log4j2 configuration stands in the document. */
function rangeInText(text: Log4j2Text, span: Span): Range | undefined {
  const written = writtenAt(text, span);
  if (written === undefined) return undefined;
  const { block } = written.setting.entry;
  return { start: placeOf(block, written.at.start), end: placeOf(block, written.at.end) };
}

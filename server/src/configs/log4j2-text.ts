import type { Entry, FormatId } from '../formats/format.ts';
import { escapeKey, escapeValue } from '../formats/java-properties.ts';
import type { Block, Span } from '../text/block.ts';
import type { Config, Setting } from './config.ts';

/** A Log4j2 configuration as one text that Log4j2 could read, whatever it is written in. */
export interface Log4j2Text {
  readonly text: string;
  /** `nested`: XML, YAML or JSON. */
  readonly syntax: 'nested' | 'properties';
  /** What of the text stands where, in the order of the text. */
  readonly pieces: readonly Piece[];
}

/** A stretch of the text, and the stretch of a setting's block that it stands for. */
interface Piece extends Span {
  readonly setting: Setting;
  readonly from: number;
  readonly to: number;
  /** False where escapes or quotes keep the characters from standing one for one. */
  readonly linear: boolean;
}

/** The text of a config's settings. */
export function log4j2Text(config: Config): Log4j2Text {
  const settings = [...config.settings()].sort((a, b) => Number(a.elsewhere) - Number(b.elsewhere) || comesBefore(a.entry, b.entry));
  const [first] = settings;
  if (first === undefined) return { text: '', syntax: 'properties', pieces: [] };
  if (formatOf(first) === 'whole') return wholeText(first);
  return first.entry.kind === 'map' ? nestedText(first, config) : linesOf(settings);
}

function comesBefore(a: Entry, b: Entry): number {
  return a.block.line - b.block.line || a.keyStart - b.keyStart;
}

function formatOf({ entry, config }: Setting): FormatId {
  return (entry.format ?? config.identity.format).id;
}

function wholeText(setting: Setting): Log4j2Text {
  const { value, valueStart, valueEnd } = setting.entry;
  const linear = value.length === valueEnd - valueStart;
  return {
    text: value,
    syntax: 'nested',
    pieces: [{ start: 0, end: value.length, setting, from: valueStart, to: valueEnd, linear }],
  };
}

/** Settings of a flat config, a line each; those of a properties file as they are written. */
function linesOf(settings: readonly Setting[]): Log4j2Text {
  let text = '';
  const pieces: Piece[] = [];
  for (const setting of settings) {
    const { entry } = setting;
    const start = text.length;
    if (formatOf(setting) === 'properties' || setting.elsewhere) {
      text += `${entry.block.text}\n`;
      pieces.push({ start, end: text.length - 1, setting, from: 0, to: entry.block.text.length, linear: true });
    } else {
      const [key, value] = [escapeKey(setting.key), escapeValue(entry.value)];
      text += `${key}=${value}\n`;
      const values = start + key.length + 1;
      pieces.push(piece(setting, start, key, 'key'), piece(setting, values, value, 'value'));
    }
  }
  return { text, syntax: 'properties', pieces };
}

function piece(setting: Setting, start: number, text: string, part: 'key' | 'value'): Piece {
  const { block, keyStart, keyEnd, valueStart, valueEnd } = setting.entry;
  const [from, to] = part === 'key' ? [keyStart, keyEnd] : [valueStart, valueEnd];
  return { start, end: start + text.length, setting, from, to, linear: block.text.slice(from, to) === text };
}

/** The map that a setting is, as JSON; members that are no settings of the config are left out with all that is below them. */
function nestedText(root: Setting, config: Config): Log4j2Text {
  const settingOf = new Map(Array.from(config.settings(), (setting) => [setting.entry, setting]));
  const pieces: Piece[] = [];
  let text = '{';
  const quote = (content: string, setting: Setting, part: 'key' | 'value'): void => {
    const json = JSON.stringify(content);
    pieces.push(piece(setting, text.length + 1, json.slice(1, -1), part));
    text += json;
  };
  const write = (entry: Entry): void => {
    const setting = settingOf.get(entry);
    if (entry.kind === 'map' || entry.kind === 'list') collection(entry);
    else if (entry.kind === 'null' || setting === undefined) text += 'null';
    else quote(entry.value, setting, 'value');
  };
  const collection = (entry: Entry): void => {
    const [open, close] = entry.kind === 'map' ? ['{', '}'] : ['[', ']'];
    text += open;
    let some = false;
    for (const child of entry.children ?? []) {
      const setting = settingOf.get(child);
      if (entry.kind === 'map' && (setting === undefined || child.style === 'alias')) continue;
      if (some) text += ',';
      some = true;
      if (setting !== undefined && entry.kind === 'map') {
        quote(child.key, setting, 'key');
        text += ':';
      }
      write(child);
    }
    text += close;
  };
  quote(root.entry.key, root, 'key');
  text += ':';
  write(root.entry);
  return { text: `${text}}`, syntax: 'nested', pieces };
}

/** Where a stretch of the text is written: the setting, and the stretch of its block. Undefined for an empty text. */
export function writtenAt({ pieces }: Log4j2Text, { start, end }: Span): { readonly setting: Setting; readonly at: Span } | undefined {
  const found = pieces.find((one) => one.end >= start) ?? pieces.at(-1);
  if (found === undefined) return undefined;
  const at = (offset: number): number => {
    if (!found.linear) return offset <= found.start ? found.from : found.to;
    return Math.min(Math.max(found.from + offset - found.start, found.from), found.to);
  };
  return { setting: found.setting, at: { start: at(start), end: at(end) } };
}

/** The offset in the text of an offset in the block of one of its settings; undefined where nothing of the text is written there. */
export function offsetInText({ pieces }: Log4j2Text, block: Block, offset: number): number | undefined {
  const found = pieces.find(({ setting, from, to }) => setting.entry.block === block && from <= offset && offset <= to);
  if (found === undefined) return undefined;
  return found.linear ? found.start + offset - found.from : found.start;
}

/**
 * The text with a member more, whose name begins with what is typed, and the offset behind that: the first of the map that `near` is,
 * or before `near` in the map that it stands in.
 */
export function withMember(
  { text, pieces }: Log4j2Text,
  near: Entry,
  isIn: boolean,
  typed: string,
): { readonly text: string; readonly offset: number } | undefined {
  const key = pieces.find(({ setting: { entry }, from }) => entry === near && from === near.keyStart);
  if (key === undefined) return undefined;
  const name = JSON.stringify(typed);
  const value = key.end + 2;
  if (!isIn) return at(key.start - 1, `${name}:null,`, key.start - 1);
  return text[value] === '{'
    ? at(value + 1, `${name}:null${text[value + 1] === '}' ? '' : ','}`, value + 1)
    : at(value, `{${name}:null}`, value + 4);

  function at(start: number, member: string, rest: number): { readonly text: string; readonly offset: number } {
    const offset = start + member.indexOf(name) + name.length - 1;
    return { text: text.slice(0, start) + member + text.slice(rest), offset };
  }
}

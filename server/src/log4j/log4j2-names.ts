import { type Log4j2Syntax, readLog4j2 } from './log4j2-check.ts';
import { contextAt } from './log4j2-context.ts';
import { pluginOf } from './log4j2-plugins.ts';
import { attributeNamed, everyElement, type WrittenElement } from './log4j2-tree.ts';

/** Names that the author of a file chose, which other parts of it refer to. */
export interface OwnNames {
  readonly appenders: readonly string[];
  readonly properties: readonly string[];
  readonly levels: readonly string[];
  readonly scripts: readonly string[];
}

/** The names in a file, also while the line at the offset keeps it from being read. */
export function ownNames(text: string, offset: number, syntax: Log4j2Syntax): OwnNames {
  const file = readLog4j2(text, syntax);
  if ('root' in file) return namesBelow([...everyElement(file.root)]);
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const rest = readLog4j2(text.slice(0, start) + (end === -1 ? '' : text.slice(end)), syntax);
  if ('root' in rest) return namesBelow([...everyElement(rest.root)]);
  return namesBelow(syntax === 'xml' ? looseElements(text) : looseMembers(text, syntax));
}

function namesBelow(elements: readonly WrittenElement[]): OwnNames {
  const named = (wanted: (kind: string, name: string) => boolean): readonly string[] => {
    const found = elements.filter((node) => {
      const plugin = pluginOf(node.name);
      return wanted(plugin?.kind ?? '', plugin?.name ?? '');
    });
    return [...new Set(found.flatMap((node) => attributeNamed(node, 'name')?.value ?? []))];
  };
  return {
    appenders: named((kind) => kind === 'appender'),
    properties: named((_, name) => name === 'Property'),
    levels: named((_, name) => name === 'CustomLevel'),
    scripts: named((_, name) => name === 'Script' || name === 'ScriptFile'),
  };
}

/** Tags with a name, in XML that is not well-formed. */
function looseElements(text: string): readonly WrittenElement[] {
  return [...text.matchAll(/<([\w.-]+)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*?\s+name\s*=\s*["']([^"'<]*)/gi)].map((match) => {
    const at = { start: match.index, end: match.index };
    return { name: match[1] ?? '', at, attributes: [{ name: 'name', value: match[2] ?? '', at, valueAt: at }], children: [] };
  });
}

/** Names in JSON or YAML that cannot be read, each with the element that it stands in. */
function looseMembers(text: string, syntax: Log4j2Syntax): readonly WrittenElement[] {
  return [...text.matchAll(/\bname["']?\s*:\s*["']?([^\s"',}]+)/g)].slice(0, most).flatMap((match) => {
    const at = { start: match.index, end: match.index };
    const name = contextAt(text, match.index + 1, syntax)?.path.at(-1);
    return name === undefined ? [] : [{ name, at, attributes: [{ name: 'name', value: match[1] ?? '', at, valueAt: at }], children: [] }];
  });
}

/** So many names are looked up in a file that cannot be read. */
const most = 100;

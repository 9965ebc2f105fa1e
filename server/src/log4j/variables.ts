/** A stretch of literal text, or the name between `${` and `}`. */
export type Part = { readonly text: string } | { readonly name: string };

/** Looks a variable up in the file; undefined when the file does not define it. */
export type Lookup = (name: string) => string | undefined;

/** Longest text that a resolved value may have, in UTF-16 units: doubling definitions would grow without end. */
const longest = 65_536;

/**
 * Cuts a value the way `OptionConverter.substVars` does: a name ends at the first `}`.
 * Undefined when a `${` is never closed; log4j 1 then takes the whole value as it stands.
 */
export function parseValue(value: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  let from = 0;
  for (let open = value.indexOf('${'); open !== -1; open = value.indexOf('${', from)) {
    const close = value.indexOf('}', open);
    if (close === -1) return undefined;
    if (open > from) parts.push({ text: value.slice(from, open) });
    parts.push({ name: value.slice(open + 2, close) });
    from = close + 1;
  }
  if (from < value.length) parts.push({ text: value.slice(from) });
  return parts;
}

/** The names a value refers to directly, in order. */
export function namesIn(value: string): readonly string[] {
  return (parseValue(value) ?? []).flatMap((part) => ('name' in part ? [part.name] : []));
}

/**
 * The value with every variable replaced from the file; what the file does not define is empty, as in log4j 1 when the
 * system property is not set. A definition that refers to itself, which overflows log4j 1's stack, is empty too.
 */
export function resolveValue(value: string, lookup: Lookup): string {
  return resolveWithin(value, lookup, new Set());
}

function resolveWithin(value: string, lookup: Lookup, open: Set<string>): string {
  const parts = parseValue(value);
  if (parts === undefined) return value;
  let out = '';
  for (const part of parts) {
    if ('text' in part) out += part.text;
    else if (!open.has(part.name)) out += resolveName(part.name, lookup, open);
    if (out.length > longest) return out.slice(0, longest);
  }
  return out;
}

function resolveName(name: string, lookup: Lookup, open: Set<string>): string {
  const definition = lookup(name);
  if (definition === undefined) return '';
  open.add(name);
  const text = resolveWithin(definition, lookup, open);
  open.delete(name);
  return text;
}

/** True where following the definitions comes back to a name that is being resolved. */
export function isCircular(name: string, lookup: Lookup, open: ReadonlySet<string> = new Set()): boolean {
  if (open.has(name)) return true;
  const definition = lookup(name);
  if (definition === undefined) return false;
  const within = new Set([...open, name]);
  return namesIn(definition).some((next) => isCircular(next, lookup, within));
}

/** Why a variable cannot stay one in Log4j2, whose lookup syntax reads these characters itself. */
export function isAwkwardName(name: string): boolean {
  return name === '' || name.includes(':-') || name.includes('${') || name.includes('\\');
}

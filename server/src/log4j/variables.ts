/** A stretch of literal text, or the name between `${` and `}`. */
export type Part = { readonly text: string } | { readonly name: string };

/** Looks a variable up in the file; undefined when the file does not define it. */
export type Lookup = (name: string) => string | undefined;

/** Longest text that a resolved value may have, in UTF-16 units: doubling definitions would grow without end. */
const longest = 65_536;

/** How many definitions may lead from one to the next: a longer chain overflows log4j 1's stack, and ours. */
const deepest = 500;

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
  if (!value.includes('${')) return [];
  return (parseValue(value) ?? []).flatMap((part) => ('name' in part ? [part.name] : []));
}

/**
 * Makes a function that replaces every variable of a value from the file; what the file does not define is empty, as in log4j 1
 * when the system property is not set. A definition that refers to itself, which overflows log4j 1's stack, is empty too.
 */
export function resolver(lookup: Lookup): (value: string) => string {
  const known = new Map<string, string>();
  let depth = 0;
  const ofName = (name: string): string => {
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, '');
    const definition = lookup(name);
    depth += 1;
    const text = definition === undefined || depth > deepest ? '' : ofValue(definition);
    depth -= 1;
    known.set(name, text);
    return text;
  };
  const ofValue = (value: string): string => {
    if (!value.includes('${')) return value.slice(0, longest);
    let out = '';
    for (const part of parseValue(value) ?? [{ text: value }]) {
      out += 'text' in part ? part.text : ofName(part.name);
      if (out.length > longest) return out.slice(0, longest);
    }
    return out;
  };
  return ofValue;
}

const noNames: ReadonlySet<string> = new Set();

/** Every name that a value refers to, directly or through definitions, once each. */
export function allNamesIn(value: string, lookup: Lookup): ReadonlySet<string> {
  if (!value.includes('${')) return noNames;
  const seen = new Set<string>();
  const open = [...namesIn(value)];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    for (const inner of namesIn(lookup(name) ?? '')) open.push(inner);
  }
  return seen;
}

/** Makes a function that tells whether following a name's definitions comes back to where it was, or goes deeper than any author would. */
export function cycleFinder(lookup: Lookup): (name: string) => boolean {
  const verdicts = new Map<string, boolean>();
  const visit = (name: string, depth: number): boolean => {
    const known = verdicts.get(name);
    if (known !== undefined) return known;
    if (depth > deepest) return true;
    // Met again while it is open: a circle.
    verdicts.set(name, true);
    const circular = namesIn(lookup(name) ?? '').filter((inner) => visit(inner, depth + 1)).length > 0;
    verdicts.set(name, circular);
    return circular;
  };
  return (name) => visit(name, 0);
}

/** Why a variable cannot stay one in Log4j2, whose lookup syntax reads these characters itself. */
export function isAwkwardName(name: string): boolean {
  return name === '' || name.includes(':-') || name.includes('${') || name.includes('\\');
}

/** What a reference that stands alone comes to where nobody sets the variable: what log4j 1 takes in place of the empty text. */
export function orElse(text: string, preset: string): string {
  return /^\$\{sys:[^${}]*:-\}$/.test(text) ? `${text.slice(0, -1)}${preset}}` : text;
}

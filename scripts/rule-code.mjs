// What bundles need of the rules. Their words and examples are for docs/rules.md, the settings and the tests: in a server they would be a
// quarter of the code, and of the memory that it takes.
import { readFile } from 'node:fs/promises';

/** A plug-in for esbuild that leaves the documentation of rules out, for servers. */
export const ruleCode = leavingOut(['examples', 'title', 'why', 'source']);

/** The same for the command line, which lists rules by their titles. */
export const titledRuleCode = leavingOut(['examples', 'why', 'source']);

function leavingOut(properties) {
  return {
    name: 'rule-code',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]server[\\/]src[\\/]rules[\\/][^\\/]+[\\/][^\\/]+\.ts$/ }, async ({ path }) => ({
        contents: without(properties, await readFile(path, 'utf8')),
        loader: 'ts',
      }));
    },
  };
}

/** The text of a rule's file without these properties of the rule. */
export function without(properties, text) {
  const documentation = new RegExp(`^ {2}(?:${properties.join('|')}):`, 'gm');
  let kept = '';
  let at = 0;
  for (let found = documentation.exec(text); found !== null; found = documentation.exec(text)) {
    kept += text.slice(at, found.index);
    at = endOfProperty(text, documentation.lastIndex);
    documentation.lastIndex = at;
  }
  return kept + text.slice(at);
}

/** Behind the comma that ends the property whose value begins at an offset. */
function endOfProperty(text, from) {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const one = text[at];
    if (isQuote(one)) at = endOfString(text, at);
    else if (text.startsWith('//', at)) at = text.indexOf('\n', at);
    else if ('([{'.includes(one)) depth += 1;
    else if (')]}'.includes(one)) depth -= 1;
    else if (one === ',' && depth === 0) return at + 1;
  }
  return text.length;
}

const isQuote = (one) => one === "'" || one === '"' || one === '`';

/** The quote that ends the string which begins at an offset. */
function endOfString(text, from) {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === text[from]) return at;
    else if (text[from] === '`' && text.startsWith('${', at)) at = endOfExpression(text, at + 1);
  }
  return text.length;
}

/** The brace that ends an expression within a template. */
function endOfExpression(text, from) {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (isQuote(text[at])) at = endOfString(text, at);
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

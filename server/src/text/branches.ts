/** Lines that are put in together, or left out together, by what makes a document of a template. */
export interface Branch {
  /** The lines around: these are there whenever those of the branch are. */
  readonly within: Branch | undefined;
}

/** Which branch a line stands in; undefined = outside all of them. */
export type Branches = (line: number) => Branch | undefined;

/** Whether a text may have lines with branches. Costs next to nothing. */
export function mayBranch(text: string): boolean {
  return text.includes('{{') || text.includes('{%') || text.includes('<%');
}

/** The branches of a template for Helm (Go), Jinja or ERB, by the lines that begin, part and end them. */
export function branchesOf(lines: readonly string[]): Branches | undefined {
  const found: { readonly from: number; readonly branch: Branch | undefined }[] = [];
  const open: (Branch | undefined)[] = [];
  let current: Branch | undefined;
  lines.forEach((line, at) => {
    const what = wordsOf(line);
    if (what === undefined) return;
    if (what === 'end') current = open.pop();
    else if (what === 'else') current = { within: open.at(-1) };
    else {
      open.push(current);
      if (what === 'if') current = { within: current };
    }
    found.push({ from: at + 1, branch: current });
  });
  return found.length === 0 ? undefined : (line) => lastBefore(found, line)?.branch;
}

/** Whether the lines of a branch are there whenever those of another are. */
export function isSure(branch: Branch | undefined, where: Branch | undefined): boolean {
  for (let at = where; at !== undefined; at = at.within) if (at === branch) return true;
  return branch === undefined;
}

/** What a line does by itself: a whole condition in one line is a value's affair. `block`: what Go's `end` ends as well, and is always there. */
function wordsOf(line: string): 'if' | 'else' | 'end' | 'block' | undefined {
  const word = /^[ \t]*(?:\{\{|\{%|<%)[-+]?\s*(\w+)/.exec(line)?.[1];
  if (word === undefined || kinds[word] === undefined) return undefined;
  const [closing, opening] = [ending, beginning].map((words) => line.match(words)?.length ?? 0);
  return kinds[word] === 'if' && closing === opening ? undefined : kinds[word];
}

const beginning = /(?:\{\{|\{%|<%)[-+]?\s*(?:if|range|with|for|unless|define|block)\b/g;
const ending = /(?:\{\{|\{%|<%)[-+]?\s*end\w*\b/g;

const kinds: Readonly<Partial<Record<string, 'if' | 'else' | 'end' | 'block'>>> = {
  ...{ if: 'if', range: 'if', with: 'if', for: 'if', unless: 'if' },
  ...{ else: 'else', elif: 'else', elsif: 'else' },
  ...{ end: 'end', endif: 'end', endfor: 'end', endwith: 'end', endblock: 'end', endmacro: 'end' },
  ...{ define: 'block', block: 'block', macro: 'block' },
};

function lastBefore<T extends { readonly from: number }>(found: readonly T[], line: number): T | undefined {
  let [low, high] = [0, found.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.from ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return found[low - 1];
}

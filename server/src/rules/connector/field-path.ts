/** Whether backticks close in a path of the second syntax (`SingleFieldPath#buildFieldPathV2`): one closes at the end of the path or before a dot. */
export function isFieldPath(path: string): boolean {
  let at = 0;
  while (at < path.length) {
    const end = path[at] === '`' ? endOfQuoted(path, at + 1) : path.indexOf('.', at);
    if (end === undefined) return false;
    if (end < 0) return true;
    at = end + 1;
  }
  return true;
}

/** Where the dot behind a step in backticks is, or the path's end. */
function endOfQuoted(path: string, start: number): number | undefined {
  for (let at = path.indexOf('`', start); at >= 0; at = path.indexOf('`', at + 1)) {
    const escaped = path[at - 1] === '\\';
    if (at === path.length - 1) return escaped ? undefined : path.length;
    if (path[at + 1] === '.' && !escaped) return at + 1;
  }
  return undefined;
}

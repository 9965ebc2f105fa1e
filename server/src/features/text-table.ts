const widest = 44;

/** Columns of plain text under a head, two blanks apart; long cells are cut with an ellipsis. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head.map((cell) => cell.toUpperCase()), ...rows.map((row) => row.map(cut))];
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Names are never cut: the first column holds them, and none is longer than this but plug-in classes. */
function cut(cell: string, column: number): string {
  return column > 0 && cell.length > widest ? `${cell.slice(0, widest - 1)}…` : cell;
}

/** A line, or several, of a block's body. Arguments on neighbouring lines have their equals signs in one column. */
export type BodyRow =
  | { kind: 'argument'; name: string; value: string; comment: string }
  /** As it is written, without the indentation of its first line. */
  | { kind: 'block' | 'comment'; text: string };

/** Prints rows between a header and a brace as `terraform fmt` does. */
export function printRows(header: string, rows: readonly BodyRow[]): string {
  if (rows.length === 0) return `${header} {}`;
  let text = `${header} {\n`;
  for (const [i, row] of rows.entries()) {
    const before = rows[i - 1];
    if (before !== undefined && spaced(before, row)) text += '\n';
    if (row.kind !== 'argument') text += `  ${row.text}\n`;
    else {
      const line = `  ${withWidth(rows, i)}`;
      text += row.comment === '' ? `${line}\n` : `${line.padEnd(commentColumn(rows, i))} ${row.comment}\n`;
    }
  }
  return `${text}}`;
}

/** A nested block is set apart; comments stay with what follows them. */
function spaced(before: BodyRow, row: BodyRow): boolean {
  return before.kind === 'block' || (row.kind === 'block' && before.kind !== 'comment');
}

const inRow = (row: BodyRow | undefined): row is Extract<BodyRow, { kind: 'argument' }> =>
  row?.kind === 'argument' && !row.value.includes('\n');

/** `name = value`, the name as wide as the widest of its neighbours. */
function withWidth(rows: readonly BodyRow[], at: number): string {
  const row = rows[at];
  if (row?.kind !== 'argument') return '';
  let width = row.name.length;
  for (const other of neighbours(rows, at, inRow)) width = Math.max(width, other.name.length);
  return `${row.name.padEnd(width)} = ${row.value}`;
}

/** Comments behind arguments on neighbouring lines start in one column. */
function commentColumn(rows: readonly BodyRow[], at: number): number {
  const commented = (row: BodyRow | undefined): row is Extract<BodyRow, { kind: 'argument' }> =>
    inRow(row) && row.comment !== '';
  return Math.max(
    ...neighbours(rows, at, commented).map((row) => withWidth(rows, rows.indexOf(row)).length + 2),
  );
}

function neighbours<T extends BodyRow>(
  rows: readonly BodyRow[],
  at: number,
  fits: (row: BodyRow | undefined) => row is T,
): T[] {
  let from = at;
  while (fits(rows[from - 1])) from--;
  const found: T[] = [];
  for (let row = rows[from]; fits(row); row = rows[++from]) found.push(row);
  return found;
}

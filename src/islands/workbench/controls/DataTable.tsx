import { memo, type ReactNode, useId, useState } from 'react';
import { useView } from '../context/useSandbox.ts';

export interface Column<T> {
  title: string;
  cell: (row: T) => ReactNode;
}

/**
 * One row. It is rendered again where one of the values that it shows is another one: an edit on a board of 500
 * renders the rows that it changes. Null: always.
 */
const Row = memo(
  function Row({ cells, onFocus }: RowProps) {
    return (
      // biome-ignore lint/a11y/noRedundantRoles: cards are not laid out as a table, and then browsers drop this role
      <tr role="row" onFocus={onFocus}>
        {cells()}
      </tr>
    );
  },
  ({ shows: before }, { shows: now }) =>
    before !== null && now?.length === before.length && now.every((value, i) => Object.is(value, before[i])),
);
interface RowProps {
  cells: () => ReactNode;
  shows: readonly unknown[] | null;
  onFocus: () => void;
}

/** How many rows are shown before somebody asks for more. */
const PAGE = 60;

/**
 * A native table: the first column names the row. Where there is little room its rows become cards; the roles are
 * written out, as browsers drop them with the layout of a table.
 */
export function DataTable<T>({
  name,
  columns,
  rows,
  keyOf,
  textOf,
  empty,
  shows,
  onRow,
}: {
  name: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** What the filter looks in. */
  textOf: (row: T) => string;
  empty: string;
  /** All that the cells of a row are made of; what they command may rest on nothing else of the board. */
  shows?: (row: T) => readonly unknown[];
  /** Called when something in a row gets the focus. */
  onRow?: (row: T) => void;
}) {
  // What a level offers in one row can change with another, and its boards are small.
  const offersAll = useView().sandbox.level === null;
  const [wanted, setWanted] = useState('');
  const [shown, setShown] = useState(PAGE);
  const id = useId();
  const needle = wanted.trim().toLowerCase();
  const found = needle === '' ? rows : rows.filter((row) => textOf(row).toLowerCase().includes(needle));
  const visible = found.slice(0, shown);
  return (
    <>
      {rows.length > 12 && (
        <p className="filter">
          <label htmlFor={id}>Filter {name.toLowerCase()}</label>{' '}
          <input id={id} value={wanted} autoComplete="off" onChange={(e) => setWanted(e.target.value)} />{' '}
          <span className="faint" role="status">
            {found.length} of {rows.length}
          </span>
        </p>
      )}
      {/** biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      {/** biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own */}
      <div className="scroll" role="region" aria-label={`${name} table`} tabIndex={0}>
        {/** biome-ignore-start lint/a11y/noRedundantRoles: cards are not laid out as a table, and then browsers drop these roles */}
        {/** biome-ignore-start lint/a11y/useSemanticElements: these are those elements */}
        <table role="table" className="data">
          <thead role="rowgroup">
            <tr role="row">
              {columns.map(({ title }) => (
                <th scope="col" role="columnheader" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {visible.map((row) => (
              <Row
                key={keyOf(row)}
                onFocus={() => onRow?.(row)}
                shows={offersAll ? (shows?.(row) ?? null) : null}
                cells={() =>
                  columns.map(({ title, cell }, i) =>
                    i === 0 ? (
                      <th scope="row" role="rowheader" key={title}>
                        {cell(row)}
                      </th>
                    ) : (
                      <td role="cell" key={title} data-label={title}>
                        {cell(row)}
                      </td>
                    ),
                  )
                }
              />
            ))}
            {rows.length === 0 && (
              <tr role="row">
                <td role="cell" colSpan={columns.length} className="faint">
                  {empty}
                </td>
              </tr>
            )}
          </tbody>
        </table>
        {/** biome-ignore-end lint/a11y/useSemanticElements: these are those elements */}
        {/** biome-ignore-end lint/a11y/noRedundantRoles: cards are not laid out as a table, and then browsers drop these roles */}
      </div>
      {found.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + PAGE)}>
          Show {Math.min(PAGE, found.length - shown)} more
        </button>
      )}
    </>
  );
}

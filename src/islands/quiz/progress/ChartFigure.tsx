import { type ReactNode, useId, useState } from 'react';
import { TableScroll } from '../session/TableScroll.tsx';
import './dashboard.css';
import './charts.css';

interface Props {
  title: string;
  /** What the chart shows, in words: enough for somebody who does not see it. */
  summary: ReactNode;
  /** The drawing; it is told its name. */
  chart: (label: string) => ReactNode;
  head: readonly string[];
  /** Made when the table is opened. Rows begin with their key, then with what heads the row. */
  rows: () => readonly (readonly [string, ...ReactNode[]])[];
  children?: ReactNode;
}

/** A chart with its title, what it says in words, and the same numbers as a table. */
export function ChartFigure({ title, summary, chart, head, rows, children }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <figure className="dash-figure" aria-labelledby={`${id}title`}>
      <figcaption>
        <h3 id={`${id}title`}>{title}</h3>
        <p>{summary}</p>
      </figcaption>
      {chart(title)}
      {children}
      <details className="dash-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>As a table</summary>
        {open && <ChartTable caption={title} head={head} rows={rows()} />}
      </details>
    </figure>
  );
}

/** A table that may be wider than a phone: it is scrolled in its own box, by keyboard too. */
export function ChartTable({
  caption,
  head,
  rows,
  shown = false,
}: {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly [string, ...ReactNode[]])[];
  /** Whether the caption is seen, or only read out. */
  shown?: boolean;
}) {
  return (
    <TableScroll name={caption}>
      <table className="quiz-table">
        <caption className={shown ? undefined : 'visually-hidden'}>{caption}</caption>
        <thead>
          <tr>
            {head.map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, first, ...cells]) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {cells.map((cell, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table do not move.
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

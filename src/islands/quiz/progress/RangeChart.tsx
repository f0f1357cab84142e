/** A share with its interval on a line from 0 to 100 %. */
export interface RangeRow {
  id: string;
  label: string;
  /** Beside the label: the number, or why there is none. */
  note: string;
  /** null: nothing is known, and nothing is drawn. */
  value: number | null;
  interval: { from: number; to: number };
  /** Answers are enough: drawn full. Otherwise hollow and dashed. */
  firm: boolean;
  /** A part of the line that the row claims. */
  band?: { from: number; to: number };
}

const ROW = 48;
const AXIS = 24;
const at = (share: number) => `${share * 100}%`;

/**
 * One row a share: a dot with its 80 % interval. Positions are percent and letters are pixels, so that it is read as
 * well on a phone.
 */
export function RangeChart({
  rows,
  label,
  line,
}: {
  rows: readonly RangeRow[];
  label: string;
  /** A share that is marked through all rows. */
  line?: number;
}) {
  const height = rows.length * ROW;
  return (
    <svg className="dash-chart" role="img" aria-label={label} width="100%" height={height + AXIS}>
      {[0.25, 0.5, 0.75].map((tick) => (
        <line key={tick} className="grid" x1={at(tick)} x2={at(tick)} y1={20} y2={height} />
      ))}
      {rows.map((row, i) => {
        const y = i * ROW;
        const { from, to } = row.interval;
        return (
          <g key={row.id}>
            <text x="0" y={y + 16}>
              {row.label}
            </text>
            <text x="100%" y={y + 16} textAnchor="end" className={row.firm ? 'number' : 'faint'}>
              {row.note}
            </text>
            <rect className="track" x="0" width="100%" y={y + 24} height={14} rx={3} />
            {row.band !== undefined && (
              <rect
                className="band"
                x={at(row.band.from)}
                width={at(row.band.to - row.band.from)}
                y={y + 24}
                height={14}
              />
            )}
            {row.value !== null && (
              <>
                <rect
                  className={row.firm ? 'interval' : 'interval loose'}
                  x={at(from)}
                  width={at(Math.max(0, to - from))}
                  y={y + 27}
                  height={8}
                  rx={4}
                />
                <circle className={row.firm ? 'dot' : 'dot loose'} cx={at(row.value)} cy={y + 31} r={5} />
              </>
            )}
          </g>
        );
      })}
      {line !== undefined && <line className="line" x1={at(line)} x2={at(line)} y1={20} y2={height} />}
      {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
        <text
          key={tick}
          className="tick"
          x={at(tick)}
          y={height + 14}
          textAnchor={tick === 0 ? 'start' : tick === 1 ? 'end' : 'middle'}
        >
          {tick * 100}
          {tick === 1 ? ' %' : ''}
        </text>
      ))}
    </svg>
  );
}

import { useId } from 'react';

export interface DayBar {
  day: number;
  /** `24 Nov`, under the bar where there is room. */
  short: string;
  /** All of it in words. */
  title: string;
  /** Bottom up, in the order of the series. */
  values: readonly number[];
}

const HEIGHT = 132;
const TOP = 20;
const BOTTOM = 24;
/** Letters under the axis fit so many times on a phone. */
const LABELS = 5;

/** Stacked bars, one a day. The second series is hatched, so that colour is not needed to tell them apart. */
export function DayChart({
  bars,
  series,
  label,
  marked,
}: {
  bars: readonly DayBar[];
  series: readonly string[];
  label: string;
  /** A day with a line before it. */
  marked?: number | undefined;
}) {
  const hatch = useId();
  const n = Math.max(1, bars.length);
  const totals = bars.map(({ values }) => values.reduce((a, b) => a + b, 0));
  const most = Math.max(1, ...totals);
  const step = Math.ceil(n / LABELS);
  const tall = HEIGHT - TOP;
  const x = (i: number) => `${(i / n) * 100}%`;
  const fill = (s: number) => (s === 0 ? undefined : { fill: `url(#${hatch})` });
  const markedAt = bars.findIndex(({ day }) => day === marked);
  return (
    <>
      {series.length > 1 && (
        <p className="dash-legend" aria-hidden="true">
          {series.map((name, s) => (
            <span key={name}>
              <svg width="14" height="14" aria-hidden="true">
                <rect className="bar" width="14" height="14" rx="2" style={fill(s)} data-series={s} />
              </svg>{' '}
              {name}
            </span>
          ))}
        </p>
      )}
      <svg className="dash-chart" role="img" aria-label={label} width="100%" height={HEIGHT + BOTTOM}>
        <defs>
          <pattern
            id={hatch}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="hatch-ground" width="5" height="5" />
            <rect className="hatch" width="2" height="5" />
          </pattern>
        </defs>
        <line className="grid" x1="0" x2="100%" y1={TOP} y2={TOP} />
        <line className="grid" x1="0" x2="100%" y1={TOP + tall / 2} y2={TOP + tall / 2} />
        <text className="tick" x="0" y={TOP - 6}>
          {most}
        </text>
        {bars.map(({ day, title, values }, i) => {
          let y = HEIGHT;
          return (
            <g key={day}>
              <title>{title}</title>
              {values.map((value, s) => {
                const height = (value / most) * tall;
                y -= height;
                return value === 0 ? null : (
                  <rect
                    // biome-ignore lint/suspicious/noArrayIndexKey: the series do not move.
                    key={s}
                    className="bar"
                    data-series={s}
                    style={fill(s)}
                    x={x(i + 0.1)}
                    width={`${80 / n}%`}
                    y={y}
                    height={height}
                  />
                );
              })}
            </g>
          );
        })}
        {markedAt >= 0 && <line className="line" x1={x(markedAt)} x2={x(markedAt)} y1={TOP} y2={HEIGHT} />}
        <line className="axis" x1="0" x2="100%" y1={HEIGHT} y2={HEIGHT} />
        {bars.map(({ day, short }, i) =>
          i % step === 0 ? (
            <text
              key={day}
              className="tick"
              x={i === 0 ? '0' : x(i + 0.5)}
              y={HEIGHT + 16}
              textAnchor={i === 0 ? 'start' : i > n - 3 ? 'end' : 'middle'}
            >
              {short}
            </text>
          ) : null,
        )}
      </svg>
    </>
  );
}

import { short } from '#model/layout/vocabulary.ts';
import { type RefObject, useMemo } from 'react';
import { statusLabel } from '#islands/status/statusLabel.ts';
import { toneOf } from '#islands/status/tone.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { idOf } from '#model/layout/layout.ts';
import type { LogEntry } from '#model/scenario/log.ts';
import { type Bar, describeDuration, type Ghost, placeOf, stageOf, timelineOf } from './timelineModel.ts';
import { offsetsOf, useWindow, visible } from './windowed.ts';

const LANE = 30;
const NAME = 112;
/** The least width of one entry. */
const UNIT = 24;
/** How far beside what can be seen bars are on the page too, so that the next one can be reached by Tab. */
const ASIDE = 800;

interface Props {
  log: readonly LogEntry[];
  cursor: number;
  scenario: Scenario;
  waitingFirst: boolean;
  scroller: RefObject<HTMLElement | null>;
  /** The entry that is looked at, in the list too. */
  at: number | null;
  onBar: (bar: Bar) => void;
  onGhost: (ghost: Ghost, workspace: string) => void;
}

/** One row a workspace; of a long board only what can be seen is on the page: its rows, and of them its bars. */
export function TimelineBars({ log, cursor, scenario, waitingFirst, scroller, at, onBar, onGhost }: Props) {
  const timeline = useMemo(
    () => timelineOf(log, cursor, scenario.layout.workspaces.map(idOf), waitingFirst),
    [log, cursor, scenario, waitingFirst],
  );
  const seen = useWindow(scroller);
  const { rows, joints, breaks } = timeline;
  // Breaks are labelled above the rows.
  const head = breaks.length > 0 ? 24 : 4;
  const offsets = useMemo(() => offsetsOf(rows.map((row) => row.lanes * LANE + 8)), [rows]);
  const place = useMemo(() => new Map(rows.map((row, i) => [row.workspace, i])), [rows]);
  const [from, to] = visible(offsets, { ...seen, top: seen.top - head });
  const length = Math.max(1, placeOf(timeline, timeline.end));
  const unit = Math.max(UNIT, Math.min(90, (seen.width - NAME - 24) / length));
  const x = (entry: number) => NAME + placeOf(timeline, entry) * unit;
  const inSight = (first: number, last: number) =>
    x(last) >= seen.left - ASIDE && x(first) <= seen.left + seen.width + ASIDE;
  const y = (bar: Bar) => (offsets[place.get(bar.workspace) ?? 0] ?? 0) + 4 + bar.lane * LANE + LANE / 2;
  const lines = joints.flatMap((joint) => {
    const ends = [place.get(joint.from.workspace) ?? 0, place.get(joint.to.workspace) ?? 0];
    if (Math.max(...ends) < from || Math.min(...ends) >= to) return [];
    const begin = joint.from.segments.at(-1)?.from ?? joint.from.entry;
    const [a, b] = [x(begin) + unit / 2, x(joint.to.entry) + 2];
    return [`M${a} ${y(joint.from)}V${(y(joint.from) + y(joint.to)) / 2}H${b}V${y(joint.to)}`];
  });
  return (
    <div className="bars" style={{ height: head + (offsets.at(-1) ?? 0), width: NAME + length * unit + 24 }}>
      {breaks
        .filter(({ entry }) => inSight(entry, entry))
        .map(({ entry, seconds }) => (
          <span key={entry} className="bars-break" style={{ left: x(entry) - 2 * unit, width: 2 * unit }}>
            <span>{describeDuration(seconds)}</span>
          </span>
        ))}
      <svg className="bars-joints" aria-hidden="true" style={{ top: head }}>
        <path d={lines.join('')} />
      </svg>
      {rows.slice(from, to).map((row, i) => (
        // biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own
        <div
          key={row.workspace}
          role="group"
          aria-label={short(row.workspace)}
          className="bars-row"
          style={{ top: head + (offsets[from + i] ?? 0), height: row.lanes * LANE + 8 }}
        >
          <span className="bars-name">{short(row.workspace)}</span>
          {row.bars
            .filter((bar) => inSight(bar.entry, bar.segments.at(-1)?.to ?? bar.entry))
            .map((bar) => (
              <BarButton key={bar.run} bar={bar} x={x} current={at === bar.entry} choose={onBar} />
            ))}
          {row.ghosts
            .filter(({ entry }) => inSight(entry, entry))
            .map((ghost) => (
              <button
                type="button"
                key={ghost.entry}
                className="ghost"
                data-entry={ghost.entry}
                aria-current={at === ghost.entry ? 'true' : undefined}
                style={{
                  left: x(ghost.entry),
                  top: 4 + ghost.lane * LANE,
                  width: Math.max(88, 4 * unit - 4),
                }}
                onClick={() => onGhost(ghost, row.workspace)}
              >
                no run <code>{ghost.rule}</code>
              </button>
            ))}
        </div>
      ))}
    </div>
  );
}

interface BarProps {
  bar: Bar;
  x: (entry: number) => number;
  current: boolean;
  choose: (bar: Bar) => void;
}

function BarButton({ bar, x, current, choose }: BarProps) {
  const left = x(bar.entry);
  const end = x(bar.segments.at(-1)?.to ?? bar.entry);
  return (
    <button
      type="button"
      className="run-bar"
      data-entry={bar.entry}
      aria-current={current ? 'true' : undefined}
      style={{ left, top: 4 + bar.lane * LANE, width: Math.max(24, end - left) }}
      onClick={() => choose(bar)}
    >
      <span className="visually-hidden">
        {`${bar.run}, ${bar.cause === null ? 'started' : `queued by ${bar.cause}`}: ${statusLabel(bar.status, bar.waiting)}`}
      </span>
      {bar.segments.map((s) => (
        <span
          key={s.from}
          className="segment"
          aria-hidden="true"
          data-tone={toneOf(s.status, s.waiting)}
          style={{ left: x(s.from) - left, width: x(s.to) - x(s.from) }}
        >
          <span>{stageOf(s) ?? statusLabel(s.status, s.waiting)}</span>
        </span>
      ))}
    </button>
  );
}

import { statusLabel } from '#islands/status/statusLabel.ts';
import { toneOf } from '#islands/status/tone.ts';
import { layersOf } from '#engine/query/layers.ts';
import type { SnapshotRun } from '#engine/query/stateAt.ts';
import type { Layout } from '#model/layout/layout.ts';
import { idOf } from '#model/layout/vocabulary.ts';
import './figure.css';

interface Props {
  layout: Layout;
  runs: readonly SnapshotRun[];
  /** Triggers that queued a run, as `sourceable workspace`. */
  lit: ReadonlySet<string>;
}

const MARGIN = 34;
/** Steps from layer to layer and from row to row; a line that runs across leans, so that names do not meet. */
const ACROSS = { layer: 210, row: 96, lean: 22 };
const DOWN = { layer: 76, row: 150, lean: 0 };

/** Workspaces as stations, triggers as lines from upstream to downstream. The text beside it says the same. */
export function RailMap(props: Props) {
  return (
    <>
      <Line {...props} runsDown={false} />
      <Line {...props} runsDown />
    </>
  );
}

/** Both directions are drawn and the style sheet shows the one that has room: nothing jumps when scripts start. */
function Line({ layout, runs, lit, runsDown }: Props & { runsDown: boolean }) {
  const step = runsDown ? DOWN : ACROSS;
  const places = layersOf(layout);
  const at = new Map(
    places.map(({ id, layer, row }) => {
      const along = MARGIN + layer * step.layer;
      const beside = MARGIN + row * step.row + (layer % 2) * step.lean;
      return [id, runsDown ? { x: beside, y: along } : { x: along, y: beside }];
    }),
  );
  const layers = Math.max(0, ...places.map((p) => p.layer));
  const rows = Math.max(0, ...places.map((p) => p.row));
  const width = MARGIN + (runsDown ? (rows + 1) * step.row + 20 : (layers + 1) * step.layer - 40);
  const height = MARGIN + (runsDown ? layers * step.layer + 36 : rows * step.row + 90);
  const names = new Map(layout.workspaces.map((w) => [idOf(w), w.name]));
  return (
    <svg
      className="rail-map"
      data-runs={runsDown ? 'down' : 'across'}
      data-short={layers < 2 ? '' : undefined}
      viewBox={`0 0 ${width} ${height}`}
      style={{ maxWidth: width }}
      aria-hidden="true"
    >
      {layout.run_triggers.map(({ sourceable, workspace }) => {
        const [from, to] = [at.get(sourceable), at.get(workspace)];
        if (from === undefined || to === undefined) return null;
        const key = `${sourceable} ${workspace}`;
        return <path key={key} d={curve(from, to, runsDown)} className="rail" data-lit={lit.has(key)} />;
      })}
      {places.map(({ id }) => {
        const place = at.get(id);
        const run = runs.filter((r) => r.workspace === id).at(-1);
        if (place === undefined) return null;
        const label = runsDown ? { x: 20, name: -1, status: 17 } : { x: -9, name: 30, status: 48 };
        return (
          <g
            key={id}
            transform={`translate(${place.x} ${place.y})`}
            className="station"
            data-tone={run === undefined ? 'none' : toneOf(run.status, run.waiting_for)}
          >
            <circle r="9" />
            <text x={label.x} y={label.name} className="station-name">
              {names.get(id)}
            </text>
            <text x={label.x} y={label.status} className="station-status">
              {run === undefined ? 'no run' : statusLabel(run.status, run.waiting_for)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

interface Point {
  x: number;
  y: number;
}

/** Leaves and arrives along the line's direction. One that skips a station swings out, not to be hidden behind it. */
function curve(from: Point, to: Point, runsDown: boolean): string {
  if (!runsDown) {
    const bend = (from.x + to.x) / 2;
    return `M${from.x} ${from.y}C${bend} ${from.y} ${bend} ${to.y} ${to.x} ${to.y}`;
  }
  const swing = from.x === to.x && to.y - from.y > DOWN.layer ? 26 : 0;
  const bend = (from.y + to.y) / 2;
  return `M${from.x} ${from.y}C${from.x - swing} ${bend} ${to.x - swing} ${bend} ${to.x} ${to.y}`;
}

import { layersOf } from '#engine/layers.ts';
import type { MomentRun } from '#engine/moment.ts';
import { idOf, type Layout } from '#model/layout.ts';
import { statusLabel, toneOf } from '#islands/status/StatusMark.tsx';
import './figure.css';

const WIDE = 210;
const HIGH = 96;
const MARGIN = 34;

/** Workspaces as stations, triggers as lines from upstream to downstream. The text beside it says the same. */
export function RailMap({ layout, runs, lit }: { layout: Layout; runs: readonly MomentRun[]; lit: ReadonlySet<string> }) {
  const places = layersOf(layout);
  const at = new Map(places.map((p) => [p.id, { x: MARGIN + p.layer * WIDE, y: MARGIN + p.row * HIGH + (p.layer % 2) * 22 }]));
  const width = MARGIN + (Math.max(0, ...places.map((p) => p.layer)) + 1) * WIDE - 40;
  const height = MARGIN + Math.max(0, ...places.map((p) => p.row)) * HIGH + 90;
  const names = new Map(layout.workspaces.map((w) => [idOf(w), w.name]));
  return (
    <svg className="rail-map" viewBox={`0 0 ${width} ${height}`} style={{ maxWidth: width }} aria-hidden="true">
      {layout.run_triggers.map(({ sourceable, workspace }) => {
        const [from, to] = [at.get(sourceable), at.get(workspace)];
        if (from === undefined || to === undefined) return null;
        const key = `${sourceable} ${workspace}`;
        const bend = (from.x + to.x) / 2;
        const path = `M${from.x} ${from.y}C${bend} ${from.y} ${bend} ${to.y} ${to.x} ${to.y}`;
        return <path key={key} d={path} className="rail" data-lit={lit.has(key)} />;
      })}
      {places.map(({ id }) => {
        const place = at.get(id);
        const run = runs.filter((r) => r.workspace === id).at(-1);
        if (place === undefined) return null;
        return (
          <g key={id} transform={`translate(${place.x} ${place.y})`} className="station" data-tone={run === undefined ? 'none' : toneOf(run.status, run.waiting_for)}>
            <circle r="9" />
            <text y="30" x="-9" className="station-name">
              {names.get(id)}
            </text>
            <text y="48" x="-9" className="station-status">
              {run === undefined ? 'no run' : statusLabel(run.status, run.waiting_for)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

import type { Snapshot } from '#engine/query/stateAt.ts';
import { BOX, type BoxPlace, type BoxPlaces } from './arrange.ts';
import { indexOf } from '../context/boardIndex.ts';

/** `fired`: a run was queued by it; `read`: state that is read, which triggers nothing. */
export type ArrowKind = 'trigger' | 'fired' | 'read';
export const ARROW_KINDS: readonly ArrowKind[] = ['read', 'trigger', 'fired'];

export interface Arrow {
  kind: ArrowKind;
  source: string;
  target: string;
}

/** The arrows of a moment. */
export function arrowsOf(moment: Snapshot): Arrow[] {
  const workspaceOf = new Map(moment.runs.map((run) => [run.id, run.workspace]));
  const fired = new Set<string>();
  for (const run of moment.runs) {
    if (run.triggered_by !== null) fired.add(`${workspaceOf.get(run.triggered_by)} ${run.workspace}`);
  }
  const arrows = moment.triggers.map(
    ({ sourceable, workspace }): Arrow => ({
      kind: fired.has(`${sourceable} ${workspace}`) ? 'fired' : 'trigger',
      source: sourceable,
      target: workspace,
    }),
  );
  for (const [id, w] of moment.workspaces) {
    for (const source of new Set(w.reads.map((r) => r.workspace)))
      arrows.push({ kind: 'read', source, target: id });
  }
  return arrows;
}

/** What an arrow rests on, as text: two moments with the same text have the same arrows. */
export const wiringOf = (moment: Snapshot): string =>
  JSON.stringify([
    [...indexOf(moment).targets],
    [...moment.workspaces].map(([id, w]) => [id, w.reads.map((r) => r.workspace)]),
  ]);

/** All arrows of one kind as two paths, so that a board of any size draws as six elements. */
export interface DrawnArrows {
  lines: string;
  heads: string;
}

const HEAD = { length: 13, half: 6 } as const;
/** An arrow ends where the grip on the side of a box begins. */
const GRIP = 10;

/**
 * The arrows of one kind, from the right side of a box to the left side of another.
 * @param straight true on large boards, where a curve costs more than it tells
 */
export function drawArrows(
  arrows: readonly Arrow[],
  kind: ArrowKind,
  places: BoxPlaces,
  straight: boolean,
): DrawnArrows {
  const lines: string[] = [];
  const heads: string[] = [];
  for (const arrow of arrows) {
    if (arrow.kind !== kind) continue;
    const from = places.get(arrow.source);
    const to = places.get(arrow.target);
    if (from === undefined || to === undefined) continue;
    const [a, b] = [
      { x: from.x + BOX.width, y: from.y + BOX.height / 2 },
      { x: to.x - GRIP, y: to.y + BOX.height / 2 },
    ];
    const headed = kind !== 'read';
    const tip = headed ? { x: b.x - HEAD.length + 2, y: b.y } : b;
    lines.push(straight ? `M${r(a.x)} ${r(a.y)}L${r(tip.x)} ${r(tip.y)}` : curve(a, tip));
    if (headed) heads.push(`M${r(b.x)} ${r(b.y)}l${-HEAD.length} ${-HEAD.half}v${2 * HEAD.half}z`);
  }
  return { lines: lines.join(''), heads: heads.join('') };
}

const curve = (a: BoxPlace, b: BoxPlace): string => {
  const bend = Math.max(36, Math.abs(b.x - a.x) / 2);
  return `M${r(a.x)} ${r(a.y)}C${r(a.x + bend)} ${r(a.y)} ${r(b.x - bend)} ${r(b.y)} ${r(b.x)} ${r(b.y)}`;
};

const r = (n: number): number => Math.round(n * 10) / 10;

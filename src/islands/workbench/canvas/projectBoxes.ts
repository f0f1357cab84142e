import type { Snapshot } from '#engine/query/stateAt.ts';
import { BOX, layered, type BoxPlaces } from './arrange.ts';
import { indexOf } from '../context/boardIndex.ts';
import type { Rect } from './viewport.ts';

/** A project as one box, for a zoom at which single workspaces cannot be read. */
export interface FoldedProject {
  project: string;
  members: string[];
  /** Runs of its workspaces that wait for a person. */
  waiting: number;
  rect: Rect;
}

/** So large that its name can be read where the boxes of workspaces cannot. */
const FOLD = { width: BOX.width * 5, height: BOX.height * 4 } as const;

/** The board as one box a project, around the middle of where the workspaces are; arrows between projects as pairs. */
export function foldsOf(
  moment: Snapshot,
  places: BoxPlaces,
): { folds: FoldedProject[]; arrows: [string, string][] } {
  const projectOf = new Map<string, string>();
  const members = new Map<string, string[]>();
  for (const [id, w] of moment.workspaces) {
    const project = w.project ?? 'Default Project';
    projectOf.set(id, project);
    members.set(project, [...(members.get(project) ?? []), id]);
  }
  const pairs = new Map<string, [string, string]>();
  for (const t of moment.triggers) {
    const [a, b] = [projectOf.get(t.sourceable), projectOf.get(t.workspace)];
    if (a !== undefined && b !== undefined && a !== b) pairs.set(`${a} ${b}`, [a, b]);
  }
  const arrows = [...pairs.values()];
  const own = layered({ ids: [...members.keys()], edges: arrows }, FOLD);
  const [from, to] = [boundsOf(own, FOLD), boundsOf(places)];
  const dx = to.x + to.width / 2 - (from.x + from.width / 2);
  const dy = to.y + to.height / 2 - (from.y + from.height / 2);
  const { current } = indexOf(moment);
  const folds = [...members].map(([project, ids]) => {
    const at = own.get(project) ?? { x: 0, y: 0 };
    const waiting = ids.filter((id) => {
      const reason = current.get(id)?.waiting_for;
      return reason === 'confirmation' || reason === 'policy_override';
    }).length;
    return { project, members: ids, waiting, rect: { x: at.x + dx, y: at.y + dy, ...FOLD } };
  });
  return { folds, arrows };
}

/** The smallest rectangle around boxes, all of them or some. */
export function boundsOf(
  places: BoxPlaces,
  box: { width: number; height: number } = BOX,
  only?: readonly string[],
): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const id of only ?? places.keys()) {
    const at = places.get(id);
    if (at === undefined) continue;
    left = Math.min(left, at.x);
    top = Math.min(top, at.y);
    right = Math.max(right, at.x + box.width);
    bottom = Math.max(bottom, at.y + box.height);
  }
  return left === Infinity
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}

import type { BoxPlace } from './arrange.ts';
import type { Scene } from './raster.ts';
import type { WorkspaceNodeView } from './workspaceNodes.ts';

/** A workspace on the canvas: what it shows, where, and how it stands out. */
export interface Box {
  id: string;
  view: WorkspaceNodeView;
  place: BoxPlace;
  focused: boolean;
  /** One of several that copy, duplicate and delete are about. */
  selected: boolean;
  /** Without anything to see, where a picture of the board shows it (`raster.ts`). */
  bare: boolean;
}

const ORIGIN: BoxPlace = { x: 0, y: 0 };

/**
 * The boxes of a scene, in its order. A box that looks as it did is the same object as before, so that nothing of it is
 * rendered again.
 * @param full the boxes that show what is in them; null where all do
 */
export function boxesOf(scene: Scene, full: ReadonlySet<string> | null, before: readonly Box[]): Box[] {
  const known = new Map(before.map((box) => [box.id, box]));
  return scene.stations.map((view) => {
    const { id } = view;
    const next: Box = {
      id,
      view,
      place: scene.places.get(id) ?? ORIGIN,
      focused: scene.focused === id,
      selected: scene.selected.has(id),
      bare: full !== null && !full.has(id),
    };
    const old = known.get(id);
    return old !== undefined && same(old, next) ? old : next;
  });
}

const same = (a: Box, b: Box): boolean =>
  a.focused === b.focused &&
  a.selected === b.selected &&
  a.bare === b.bare &&
  a.place.x === b.place.x &&
  a.place.y === b.place.y &&
  sameFields(a.view, b.view);

function sameFields<T extends object>(a: T, b: T): boolean {
  for (const key in a) if (a[key] !== b[key]) return false;
  return true;
}

import { useCallback, useMemo, useRef } from 'react';
import { idOf } from '#model/layout/layout.ts';
import { BOX, graphOf, type BoxPlaces, readingOrder } from './arrange.ts';
import { useSeen, useView } from '../context/useSandbox.ts';
import { arrowsOf, wiringOf } from './arrows.ts';
import type { Scene } from './raster.ts';
import { type FoldedProject, foldsOf } from './projectBoxes.ts';
import { workspaceNodesOf } from './workspaceNodes.ts';
import { useArrangement } from './useArrangement.ts';
import type { Rect, Viewport } from './viewport.ts';

/** Above it, arrows are straight, projects fold at a low zoom, and a new box does not move the view. */
export const LARGE = 150;

/** What the canvas draws, whichever way it is drawn. */
export interface BoardDrawing {
  scene: Scene;
  /** Another object at each new arrangement of the boxes. */
  arrangement: BoxPlaces;
  large: boolean;
  /** Whether the boxes have their first places, and may be seen. */
  settled: boolean;
  /** The board as one box a project. */
  projects: () => { folds: readonly FoldedProject[]; arrows: readonly [string, string][] };
}

export function useDrawing(): BoardDrawing {
  const { moment, positions, focused, selected } = useSeen(({ state, moment }) => ({
    moment,
    positions: state.positions,
    focused: state.focused,
    selected: state.selected,
  }));
  const wiring = wiringOf(moment);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wiring is what changes the outcome; a moment is new at each event
  const graph = useMemo(() => graphOf([...moment.workspaces.values()], moment.triggers), [wiring]);
  const order = useMemo(
    () => readingOrder([...moment.workspaces.values()].map(idOf), moment.triggers),
    [moment],
  );
  const { places, arrangement, settled } = useArrangement(graph, positions);
  const stations = useMemo(() => workspaceNodesOf(moment, order), [moment, order]);
  const arrows = useMemo(() => arrowsOf(moment), [moment]);
  const chosen = useMemo(() => new Set(selected), [selected]);
  const scene = useMemo(
    () => ({ stations, arrows, places, focused, selected: chosen }),
    [stations, arrows, places, focused, chosen],
  );
  const projects = useCallback(() => foldsOf(moment, places), [moment, places]);
  return { scene, arrangement, large: order.length > LARGE, settled, projects };
}

/**
 * `onFocus`: what is done when a box gets the focus, which keys also bring into view. `kept`: the place of the box that
 * has the focus, which zooming keeps in view. Both are the same functions as long as the board is shown.
 */
export function useFocusing({ places }: Scene, viewport: Viewport) {
  const { sandbox } = useView();
  const latest = useRef(places);
  latest.current = places;
  const kept = useCallback((): Rect | null => {
    const box = document.activeElement?.closest<HTMLElement>('.canvas [data-station]');
    const at = latest.current.get(box?.dataset['station'] ?? '');
    return at === undefined ? null : { ...at, ...BOX };
  }, []);
  const onFocus = useCallback(
    (id: string) => {
      sandbox.focus(id);
      const at = latest.current.get(id);
      if (at !== undefined && document.activeElement?.matches(':focus-visible') === true)
        viewport.reveal({ ...at, ...BOX });
    },
    [sandbox, viewport],
  );
  return { onFocus, kept };
}

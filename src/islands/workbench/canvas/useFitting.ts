import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { boundsOf } from './projectBoxes.ts';
import { type BoardDrawing, LARGE } from './useDrawing.ts';
import type { Transform, Viewport } from './viewport.ts';

/**
 * Shows all of the board at each new arrangement. On a large board one more box leaves the view where a person has put it.
 * @param shown the view that is shown; null before the first, for one that was handed over is kept
 * @param ready whether the viewport can move yet
 */
export function useFitting(
  { scene, arrangement }: BoardDrawing,
  viewport: Viewport,
  shown: RefObject<Transform | null>,
  ready = true,
) {
  const { places } = scene;
  const latest = useRef(places);
  latest.current = places;
  const touched = useRef(false);
  const touch = useCallback(() => {
    touched.current = true;
  }, []);
  const showAll = useCallback(() => {
    touched.current = false;
    viewport.fit(boundsOf(latest.current));
  }, [viewport]);
  const count = scene.stations.length;
  const before = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new arrangement is what is fitted, moving one box is not
  useLayoutEffect(() => {
    if (!ready) return;
    const last = before.current;
    before.current = count;
    if (last === null && shown.current !== null) return;
    if (last === null || count <= LARGE || !touched.current || Math.abs(count - last) > 1) showAll();
  }, [arrangement, count, showAll, ready]);
  return { showAll, touch };
}

import { type OnMove, useStoreApi } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { type Transform, type SeenArea, viewOf } from './viewport.ts';

/** Milliseconds after the end of a gesture at which the board is drawn sharp again, unless another one begins. */
const SETTLE = 60;

/**
 * Panning and zooming: a gesture only moves one layer, which is a picture while it moves and is drawn sharp when it
 * rests. While it moves the frame has `data-moving`.
 */
export function useGestures(
  frame: RefObject<HTMLDivElement | null>,
  shown: RefObject<Transform | null>,
  follow: (view: SeenArea, moving: boolean) => void,
  touch: () => void,
  /** Called at the end of a gesture: what it may not leave out of sight is brought back. */
  keep: () => void,
) {
  const store = useStoreApi();
  const moving = useRef(false);
  const settling = useRef(0);
  const tell = useCallback(() => {
    if (shown.current !== null) follow(viewOf(shown.current, store.getState()), moving.current);
  }, [store, shown, follow]);
  const onMove = useCallback<OnMove>(
    (event, { x, y, zoom }) => {
      clearTimeout(settling.current);
      shown.current = { x, y, k: zoom };
      if (event !== null) {
        touch();
        if (!moving.current) frame.current?.setAttribute('data-moving', '');
        moving.current = true;
      }
      tell();
    },
    [frame, shown, tell, touch],
  );
  const onMoveEnd = useCallback(() => {
    if (!moving.current) return;
    clearTimeout(settling.current);
    settling.current = window.setTimeout(() => {
      moving.current = false;
      keep();
      tell();
      frame.current?.removeAttribute('data-moving');
    }, SETTLE);
  }, [frame, tell, keep]);
  useEffect(() => {
    tell();
    const stop = store.subscribe((now, before) => {
      if (now.width !== before.width || now.height !== before.height) tell();
    });
    return () => {
      stop();
      clearTimeout(settling.current);
    };
  }, [store, tell]);
  return { onMove, onMoveEnd };
}

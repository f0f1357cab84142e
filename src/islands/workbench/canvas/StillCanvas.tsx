import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { ArrowLayer } from './ArrowLayer.tsx';
import { Folds } from './Folds.tsx';
import { withoutSelecting } from './pressing.ts';
import { boundsOf } from './projectBoxes.ts';
import { RasterLayers } from './RasterLayers.tsx';
import { StillBox } from './WorkspaceNode.tsx';
import { useDetail } from './useDetail.ts';
import { useFocusing } from './useDrawing.ts';
import { useFitting } from './useFitting.ts';
import type { CanvasProps } from './useLive.ts';
import { leastZoom, type Transform, viewOf, viewportOf } from './viewport.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

/** The canvas before React Flow is there: all that is seen, focus and keys, but nothing that is done with a pointer. */
export function StillCanvas({ frame, view, ...drawing }: CanvasProps) {
  const { scene, large, settled } = drawing;
  const detail = useDetail(drawing, frame);
  const world = useRef<HTMLDivElement>(null);
  const { follow } = detail;
  const size = useCallback(() => {
    const { clientWidth = 0, clientHeight = 0 } = frame.current ?? {};
    return { width: clientWidth, height: clientHeight };
  }, [frame]);
  const show = useCallback(
    (next: Transform) => {
      view.current = next;
      if (world.current !== null)
        world.current.style.transform = `translate(${next.x}px, ${next.y}px) scale(${next.k})`;
      follow(viewOf(next, size()), false);
    },
    [view, follow, size],
  );
  const latest = useRef(scene.places);
  latest.current = scene.places;
  const viewport = useMemo(
    () =>
      viewportOf({
        size,
        now: () => view.current ?? { x: 0, y: 0, k: 1 },
        show,
        least: () => leastZoom(boundsOf(latest.current), size()),
      }),
    [size, view, show],
  );
  const { showAll, touch } = useFitting(drawing, viewport, view);
  useLayoutEffect(() => {
    if (frame.current === null) return;
    const observer = new ResizeObserver(() => {
      if (view.current === null) showAll();
      else follow(viewOf(view.current, size()), false);
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame, view, size, follow, showAll]);
  const { onFocus: focusing, kept } = useFocusing(scene, viewport);
  const onFocus = useCallback(
    (id: string) => {
      // The browser scrolls what has the focus into view, here by moving the layer's frame: undo that, and pan instead.
      frame.current?.scrollTo(0, 0);
      focusing(id);
    },
    [frame, focusing],
  );
  return (
    <div
      className="canvas"
      ref={frame}
      data-arranging={!settled}
      onMouseDownCapture={withoutSelecting}
      {...detail.attributes}
    >
      <div className="world" ref={world}>
        <RasterLayers attach={detail.attach} />
        <ArrowLayer arrows={scene.arrows} places={scene.places} straight={large} />
        <div className="boxes">
          {detail.boxes.map((box) => (
            <StillBox key={box.id} box={box} onFocus={onFocus} />
          ))}
        </div>
        {detail.folds !== null && <Folds {...detail.folds} open={(ids) => detail.open(ids, viewport)} />}
      </div>
      <ZoomButtons viewport={viewport} touch={touch} fit={showAll} kept={kept} />
    </div>
  );
}

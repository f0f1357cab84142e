import '@xyflow/react/dist/base.css';
import { ReactFlow, ReactFlowProvider, useStore, useStoreApi, ViewportPortal } from '@xyflow/react';
import { useCallback, useMemo, useRef } from 'react';
import { ArrowLayer, type ArrowPainter } from './ArrowLayer.tsx';
import { Folds } from './Folds.tsx';
import { FocusContext, nodeOf, nodeTypes } from './flowNodes.tsx';
import { RasterLayers } from './RasterLayers.tsx';
import { useConnecting } from './useConnecting.ts';
import { useDetail } from './useDetail.ts';
import { useFocusing } from './useDrawing.ts';
import { useFitting } from './useFitting.ts';
import { useGestures } from './useGestures.ts';
import type { CanvasProps } from './useLive.ts';
import { useMoving } from './useMoving.ts';
import { leastZoom, viewportOf, ZOOM } from './viewport.ts';
import { boxesIn, withoutSelecting } from './pressing.ts';
import { boundsOf } from './projectBoxes.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

/** Pixels that a pointer may move in what is still a click. */
const CLICK = 4;

/** The canvas with React Flow: pan, zoom, pinch, moving boxes, drawing triggers. */
export function LiveCanvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  );
}

function Flow({ frame, view, ...drawing }: CanvasProps) {
  const { scene, large, settled } = drawing;
  const store = useStoreApi();
  const ready = useStore((state) => state.panZoom !== null);
  const detail = useDetail(drawing, frame);
  const bounds = useMemo(() => boundsOf(scene.places), [scene.places]);
  const least = useStore(({ width, height }) => leastZoom(bounds, { width, height }));
  const viewport = useMemo(
    () =>
      viewportOf({
        least: () => store.getState().minZoom,
        size: () => store.getState(),
        now: () => {
          const [x, y, k] = store.getState().transform;
          return { x, y, k };
        },
        show: ({ x, y, k }) => void store.getState().panZoom?.setViewport({ x, y, zoom: k }),
      }),
    [store],
  );
  const { showAll, touch } = useFitting(drawing, viewport, view, ready);
  const keep = useCallback(() => viewport.keep(boxesIn(scene.places)), [viewport, scene.places]);
  const gestures = useGestures(frame, view, detail.follow, touch, keep);
  const painter = useRef<ArrowPainter>(null);
  const moving = useMoving(frame, scene.places, painter, detail.carry);
  const connecting = useConnecting();
  const { onFocus, kept } = useFocusing(scene, viewport);
  const nodes = useMemo(() => detail.boxes.map(nodeOf), [detail.boxes]);
  // Its role would take reading commands from screen readers, which the buttons on it need.
  const readable = useCallback(
    (flow: HTMLDivElement | null) => flow?.setAttribute('role', 'presentation'),
    [],
  );
  const start = view.current ?? { x: 0, y: 0, k: 1 };
  return (
    <div
      className="canvas"
      ref={frame}
      data-live="true"
      data-arranging={!settled}
      onMouseDownCapture={withoutSelecting}
      {...detail.attributes}
    >
      <FocusContext value={onFocus}>
        <ReactFlow
          ref={readable}
          nodes={nodes}
          nodeTypes={nodeTypes}
          defaultViewport={{ x: start.x, y: start.y, zoom: start.k }}
          minZoom={least}
          maxZoom={ZOOM.most}
          // It is named on the page About, where it is no stop on the way from the boxes to the buttons.
          proOptions={{ hideAttribution: true }}
          zoomOnDoubleClick={false}
          // A picture of a large board is not drawn anew for each step of a view that moves by itself.
          autoPanOnNodeDrag={!large}
          nodeDragThreshold={CLICK}
          nodeClickDistance={CLICK}
          connectionDragThreshold={CLICK}
          paneClickDistance={CLICK}
          // The board has keys, a selection and a focus of its own (`useKeys.ts`).
          elementsSelectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          panActivationKeyCode={null}
          zoomActivationKeyCode={null}
          {...gestures}
          {...moving}
          {...connecting}
        >
          <ViewportPortal>
            <RasterLayers attach={detail.attach} />
            <ArrowLayer arrows={scene.arrows} places={scene.places} straight={large} ref={painter} />
            {detail.folds !== null && <Folds {...detail.folds} open={(ids) => detail.open(ids, viewport)} />}
          </ViewportPortal>
        </ReactFlow>
      </FocusContext>
      <ZoomButtons viewport={viewport} touch={touch} fit={showAll} kept={kept} />
    </div>
  );
}

import { short } from '#model/vocabulary.ts';
import { memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { idOf } from '#model/layout.ts';
import { BOX, graphOf, type Place, readingOrder } from './arrange.ts';
import { arrowsOf, wiringOf } from './arrows.ts';
import { ArrowLayer, type ArrowPainter } from './ArrowLayer.tsx';
import { Folds } from './Folds.tsx';
import { handleBoxes } from './handling.ts';
import { boundsOf, foldsOf } from './projects.ts';
import { Station } from './Station.tsx';
import { stationsOf } from './stations.ts';
import { useArrangement } from './useArrangement.ts';
import { useSeen, useView } from './useSandbox.ts';
import { usePicture } from './usePicture.ts';
import { detailOf, openViewport, type Viewport } from './viewport.ts';

/** Above it, arrows are straight, projects fold at a low zoom, and a new box does not move the view. */
const LARGE = 150;

/** The drawing. Keys are handled by the board around it; pointer and wheel by `viewport.ts` and `handling.ts`. */
export const Canvas = memo(function Canvas() {
  const { sandbox } = useView();
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
  const { places, arrangement } = useArrangement(graph, positions);
  const stations = useMemo(() => stationsOf(moment, order), [moment, order]);
  const arrows = useMemo(() => arrowsOf(moment), [moment]);
  const chosen = useMemo(() => new Set(selected), [selected]);
  const large = order.length > LARGE;
  const [folded, setFolded] = useState(false);
  const projects = useMemo(
    () => (folded && large ? foldsOf(moment, places) : { folds: [], arrows: [] }),
    [folded, large, moment, places],
  );
  const showFolds = projects.folds.length > 1;
  const scene = useMemo(
    () => ({ stations, arrows, places, focused, selected: chosen }),
    [stations, arrows, places, focused, chosen],
  );
  const { sheet, sprite, carry, follow, painted, full } = usePicture(scene, large, showFolds);

  const frame = useRef<HTMLDivElement>(null);
  const world = useRef<HTMLDivElement>(null);
  const draft = useRef<SVGPathElement>(null);
  const painter = useRef<ArrowPainter>(null);
  const carried = useRef<HTMLElement>(null);
  const [viewport, setViewport] = useState<Viewport | null>(null);
  const latest = useRef({ places, large });
  latest.current = { places, large };

  useLayoutEffect(() => {
    if (frame.current === null || world.current === null || draft.current === null) return;
    const [area, layer] = [frame.current, world.current];
    const view = openViewport(area, layer, (seen, moving) => {
      if (!moving) {
        const detail = detailOf(seen.k);
        const shown = detail === 'folded' ? 'far' : detail;
        if (area.dataset['detail'] !== shown) area.dataset['detail'] = shown;
        // A box that has the focus stays where it is.
        setFolded(detail === 'folded' && !layer.contains(document.activeElement));
      }
      follow(seen, moving, area.dataset['moving'] !== undefined);
    });
    const close = handleBoxes({
      frame: area,
      world: layer,
      viewport: view,
      draft: draft.current,
      places: () => latest.current.places,
      carry(id, to) {
        if (carried.current?.dataset['box'] !== id)
          carried.current = layer.querySelector<HTMLElement>(`[data-box="${CSS.escape(id)}"]`);
        const box = carried.current;
        const at = to ?? latest.current.places.get(id);
        if (box !== null && at !== undefined) box.style.transform = `translate(${at.x}px, ${at.y}px)`;
        box?.toggleAttribute('data-carried', to !== null);
        painter.current?.carry(id, to);
        area.toggleAttribute('data-carrying', carry(id, to));
      },
      drop: (id, to) => sandbox.move({ [id]: to }),
      connect(source, target) {
        if (sandbox.edit({ type: 'create_run_trigger', sourceable: source, workspace: target }))
          sandbox.say(`${short(source)} now triggers ${short(target)}.`);
      },
    });
    setViewport(view);
    return () => {
      close();
      view.close();
    };
  }, [sandbox, follow, carry]);

  const showAll = useCallback(() => viewport?.fit(boundsOf(latest.current.places)), [viewport]);
  const count = order.length;
  const shown = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new arrangement is what is fitted, moving one box is not
  useLayoutEffect(() => {
    // On a large board one more box leaves the view where a person has put it.
    if (count <= LARGE || viewport?.touched() === false || Math.abs(count - shown.current) > 1) showAll();
    shown.current = count;
  }, [arrangement, viewport, count, showAll]);

  const onFocus = useCallback(
    (id: string) => {
      sandbox.focus(id);
      const at = latest.current.places.get(id);
      // The browser scrolls what has the focus into view, here by moving the layer's frame: undo that, and pan instead.
      frame.current?.scrollTo(0, 0);
      if (at !== undefined && document.activeElement?.matches(':focus-visible') === true)
        viewport?.reveal({ ...at, ...BOX });
    },
    [sandbox, viewport],
  );
  return (
    <div
      className="canvas"
      ref={frame}
      data-detail="near"
      data-large={large ? true : undefined}
      data-painted={painted ? true : undefined}
    >
      <div className="world" ref={world} data-folded={showFolds}>
        <div aria-hidden="true">
          <canvas className="picture" ref={sheet} hidden />
          <canvas className="picture picture-carried" ref={sprite} hidden />
        </div>
        <ArrowLayer arrows={arrows} places={places} straight={large} ref={painter} draft={draft} />
        <div className="boxes">
          {stations.map((view) => (
            <Station
              key={view.id}
              {...view}
              place={places.get(view.id) ?? ORIGIN}
              focused={focused === view.id}
              selected={chosen.has(view.id)}
              bare={full !== null && !full.has(view.id)}
              onFocus={onFocus}
            />
          ))}
        </div>
        {showFolds && (
          <Folds
            folds={projects.folds}
            arrows={projects.arrows}
            open={(members) => viewport?.fit(boundsOf(places, BOX, members), 1)}
          />
        )}
      </div>
      <ZoomButtons viewport={viewport} fit={showAll} />
    </div>
  );
});

const ORIGIN: Place = { x: 0, y: 0 };

function ZoomButtons({ viewport, fit }: { viewport: Viewport | null; fit: () => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own
    <div className="zoom" role="group" aria-label="Zoom">
      <button type="button" className="button" onClick={() => viewport?.zoomBy(1.3)} aria-label="Zoom in">
        +
      </button>
      <button
        type="button"
        className="button"
        onClick={() => viewport?.zoomBy(1 / 1.3)}
        aria-label="Zoom out"
      >
        −
      </button>
      <button type="button" className="button" onClick={fit}>
        Fit
      </button>
    </div>
  );
}

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { BOX, type BoxPlace } from './arrange.ts';
import { openRaster, type Raster, type Scene } from './raster.ts';
import { FAR, type Rect, type SeenArea } from './viewport.ts';

/** Boxes this far out of the view, in its own size, have their contents, so that a short pan shows them at once. */
const AHEAD = 0.5;

/**
 * Which boxes of a large board show what is in them: from afar none, for then one picture shows the whole board, and
 * close by those in view and around it. A small board shows all of them always, and has no picture.
 * @param folded true where projects are drawn in place of the boxes
 */
export function useRaster(scene: Scene, large: boolean, folded: boolean) {
  const picture = useRef<Raster>(null);
  const [full, setFull] = useState<ReadonlySet<string> | null>(null);
  const latest = useRef({ scene, on: false, painted: false });
  const seen = useRef<{ view: SeenArea; moving: boolean }>(null);
  const on = large && !folded;
  const painted = on && full === null;
  latest.current = { scene, on, painted };

  const attach = useCallback((sheet: HTMLCanvasElement, sprite: HTMLCanvasElement) => {
    const made = openRaster(sheet, sprite);
    made.change(latest.current.scene);
    if (latest.current.painted && seen.current !== null) made.show(seen.current.view, false);
    picture.current = made;
  }, []);
  const follow = useCallback((view: SeenArea, moving: boolean, gesture = false) => {
    seen.current = { view, moving };
    const { on, scene } = latest.current;
    const near = on && view.k >= FAR;
    if (on && (moving || !near)) picture.current?.show(view, moving);
    if (moving) return;
    const update = () => setFull((before) => (near ? same(before, inView(scene, view.rect)) : null));
    if (!gesture) {
      update();
      return;
    }
    // What rests is in the page before the picture of it goes.
    flushSync(update);
    if (near) picture.current?.hide();
  }, []);
  useLayoutEffect(() => {
    picture.current?.change(scene);
  }, [scene]);
  useLayoutEffect(() => {
    if (!painted) picture.current?.hide();
    else if (seen.current !== null) picture.current?.show(seen.current.view, false);
  }, [painted]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another board, or projects unfolded, put other boxes in view
  useLayoutEffect(() => {
    if (seen.current?.moving === false) follow(seen.current.view, false);
  }, [scene.places, on, follow]);
  useEffect(() => {
    // A picture does not follow the theme, and words drawn before the font was there have another one.
    const again = () => picture.current?.change(latest.current.scene);
    const theme = new MutationObserver(again);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const forced = matchMedia('(forced-colors: active)');
    forced.addEventListener('change', again);
    document.fonts.addEventListener('loadingdone', again);
    return () => {
      theme.disconnect();
      forced.removeEventListener('change', again);
      document.fonts.removeEventListener('loadingdone', again);
    };
  }, []);

  /** Moves one box: it and its arrows come out of the picture, which shows the others meanwhile. */
  const carry = useCallback((id: string, to: BoxPlace | null): boolean => {
    if (!latest.current.on || seen.current === null) return false;
    if (to !== null) picture.current?.show(seen.current.view, true);
    picture.current?.carry(id, to);
    if (to === null && !latest.current.painted) picture.current?.hide();
    return to !== null;
  }, []);
  return { carry, attach, follow, painted, full: large ? (full ?? NONE) : null };
}

const NONE: ReadonlySet<string> = new Set();

function inView({ places }: Scene, { x, y, width, height }: Rect): Set<string> {
  const found = new Set<string>();
  for (const [id, at] of places) {
    if (
      at.x + BOX.width > x - width * AHEAD &&
      at.x < x + width * (1 + AHEAD) &&
      at.y + BOX.height > y - height * AHEAD &&
      at.y < y + height * (1 + AHEAD)
    )
      found.add(id);
  }
  return found;
}

/** The one before where both hold the same, so that nothing is rendered again. */
const same = (before: ReadonlySet<string> | null, next: ReadonlySet<string>): ReadonlySet<string> =>
  before !== null && before.size === next.size && [...next].every((id) => before.has(id)) ? before : next;

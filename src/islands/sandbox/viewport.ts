import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomTransform, zoomTransform } from 'd3-zoom';
import type { Place } from './arrange.ts';

/** How much of a box is drawn at a zoom: all of it, its name and signal, or nothing but its project. */
export type Detail = 'near' | 'far' | 'folded';
export const FAR = 0.45;
const FOLDED = 0.15;
export const detailOf = (k: number): Detail => (k < FOLDED ? 'folded' : k < FAR ? 'far' : 'near');
const LIMITS: [number, number] = [0.02, 2];
/** Milliseconds after the end of a gesture at which the board is drawn sharp again, unless another one begins. */
const SETTLE = 60;

export interface Rect extends Place {
  width: number;
  height: number;
}

/** What of the board is seen, and how large: pixels of the frame for one of the board. */
export interface View {
  rect: Rect;
  k: number;
}

export interface Viewport {
  /** Shows a part of the board, or all of it, with a margin. */
  fit(rect: Rect, closest?: number): void;
  zoomBy(factor: number): void;
  /** Moves as little as it takes to show a part of the board. */
  reveal(rect: Rect): void;
  /** The point of the board under a point of the frame. */
  toBoard(x: number, y: number): Place;
  /** Whether a person has moved the view since it was last fitted. */
  touched(): boolean;
  close(): void;
}

/**
 * Panning and zooming without React and without drawing anything anew: a gesture only moves one layer. The layer is a
 * picture while it moves and is drawn sharp when it rests.
 * @param onView told each view, and whether it is a step of a gesture; at its end once more, while `data-moving` is
 *   still there, so that what rests can be drawn before what moved goes away
 */
export function openViewport(
  frame: HTMLElement,
  world: HTMLElement,
  onView: (view: View, moving: boolean) => void,
): Viewport {
  let settling = 0;
  let touched = false;
  let moving = false;
  // Kept, for asking an element for its size in the middle of a gesture makes the browser lay out the page.
  let size = { width: frame.clientWidth, height: frame.clientHeight };
  const viewOf = ({ x, y, k }: ZoomTransform): View => ({
    k,
    rect: { x: -x / k, y: -y / k, width: size.width / k, height: size.height / k },
  });
  const rest = () => {
    moving = false;
    onView(viewOf(now()), false);
    delete frame.dataset['moving'];
  };
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent(LIMITS)
    .filter((event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.type === 'dblclick' || target?.closest('.zoom') != null) return false;
      return event.type === 'wheel' || (event.button === 0 && !event.ctrlKey);
    })
    .on('zoom', ({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: Event | null }) => {
      const { x, y, k } = transform;
      clearTimeout(settling);
      if (sourceEvent !== null) {
        touched = true;
        if (!moving) frame.dataset['moving'] = '';
        moving = true;
      }
      world.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
      onView(viewOf(transform), moving);
    })
    .on('end', () => {
      if (moving) settling = window.setTimeout(rest, SETTLE);
    });
  const selection = select(frame);
  selection.call(behaviour);
  const now = () => zoomTransform(frame);
  const show = (transform: ZoomTransform) => behaviour.transform(selection, transform);
  const observer = new ResizeObserver(() => {
    const { clientWidth, clientHeight } = frame;
    if (clientWidth === size.width && clientHeight === size.height) return;
    size = { width: clientWidth, height: clientHeight };
    onView(viewOf(now()), moving);
  });
  observer.observe(frame);
  return {
    fit(rect, closest = 1.1) {
      const { clientWidth, clientHeight } = frame;
      if (clientWidth === 0 || clientHeight === 0) return;
      size = { width: clientWidth, height: clientHeight };
      const margin = 0.07;
      const k = Math.max(
        LIMITS[0],
        Math.min(
          closest,
          (clientWidth * (1 - 2 * margin)) / Math.max(1, rect.width),
          (clientHeight * (1 - 2 * margin)) / Math.max(1, rect.height),
        ),
      );
      touched = false;
      show(
        zoomIdentity
          .translate(
            clientWidth / 2 - (rect.x + rect.width / 2) * k,
            clientHeight / 2 - (rect.y + rect.height / 2) * k,
          )
          .scale(k),
      );
    },
    zoomBy(factor) {
      touched = true;
      behaviour.scaleBy(selection, factor);
    },
    reveal(rect) {
      const { x, y, k } = now();
      const margin = 24;
      const shift = (low: number, size: number, room: number): number => {
        if (low < margin) return margin - low;
        const over = low + size - (room - margin);
        return over > 0 ? -Math.min(over, low - margin) : 0;
      };
      const dx = shift(rect.x * k + x, rect.width * k, frame.clientWidth);
      const dy = shift(rect.y * k + y, rect.height * k, frame.clientHeight);
      if (dx !== 0 || dy !== 0) show(zoomIdentity.translate(x + dx, y + dy).scale(k));
    },
    toBoard(inX, inY) {
      const [x, y] = now().invert([inX, inY]);
      return { x, y };
    },
    touched: () => touched,
    close() {
      clearTimeout(settling);
      observer.disconnect();
      selection.on('.zoom', null);
    },
  };
}

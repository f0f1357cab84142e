import type { BoxPlace } from './arrange.ts';

/** How much of a box is drawn at a zoom: all of it, its name and signal, or nothing but its project. */
export type Detail = 'near' | 'far' | 'folded';
export const FAR = 0.45;
const FOLDED = 0.15;
export const detailOf = (k: number): Detail => (k < FOLDED ? 'folded' : k < FAR ? 'far' : 'near');
/** The least and the most that a board is zoomed. */
export const ZOOM = { least: 0.02, most: 2 } as const;

export interface Size {
  width: number;
  height: number;
}
export interface Rect extends BoxPlace, Size {}

/** Where the board's own origin lies in the frame, and how many pixels of the frame one of the board takes. */
export interface Transform extends BoxPlace {
  k: number;
}

/** What of the board is seen, and how large: pixels of the frame for one of the board. */
export interface SeenArea {
  rect: Rect;
  k: number;
}

export const viewOf = ({ x, y, k }: Transform, { width, height }: Size): SeenArea => ({
  k,
  rect: { x: -x / k, y: -y / k, width: width / k, height: height / k },
});

export interface Viewport {
  /** Shows a part of the board, or all of it, with a margin. */
  fit(rect: Rect, closest?: number): void;
  zoomBy(factor: number): void;
  /** Moves as little as it takes to show a part of the board. */
  reveal(rect: Rect): void;
  /** Brings the nearest box back where a gesture has moved every one of them out of sight. */
  keep(boxes: readonly Rect[]): void;
}

/** What a viewport moves: the board as it is first painted, or React Flow. */
export interface Moved {
  size(): Size;
  now(): Transform;
  show(next: Transform): void;
  /** The least zoom of this board, see `leastZoom`. */
  least(): number;
}

/** How a view is moved that is not a gesture. */
export const viewportOf = ({ size, now, show, least }: Moved): Viewport => ({
  fit(rect, closest) {
    const room = size();
    if (room.width > 0 && room.height > 0) show(fitted(rect, room, closest));
  },
  zoomBy(factor) {
    show(zoomed(now(), size(), factor, least()));
  },
  reveal(rect) {
    const next = revealed(now(), size(), rect);
    if (next !== null) show(next);
  },
  keep(boxes) {
    const room = size();
    const nearest = room.width > 0 && room.height > 0 ? lost(now(), room, boxes) : null;
    if (nearest !== null) this.reveal(nearest);
  },
});

/** Pixels of a box that must be in the frame for the board to be in sight. */
const IN_SIGHT = 24;

/** The box that is nearest to the frame, where none of them is in sight; null where one is. */
function lost({ x, y, k }: Transform, room: Size, boxes: readonly Rect[]): Rect | null {
  let found: { box: Rect; away: number } | null = null;
  const gap = (low: number, length: number, end: number): number => {
    const needed = Math.min(IN_SIGHT, length);
    return Math.max(0, needed - (low + length), low - (end - needed));
  };
  for (const box of boxes) {
    const away = Math.hypot(
      gap(box.x * k + x, box.width * k, room.width),
      gap(box.y * k + y, box.height * k, room.height),
    );
    if (away === 0) return null;
    if (found === null || away < found.away) found = { box, away };
  }
  return found?.box ?? null;
}

/** How far a board may be zoomed out: until it takes half of the room that it takes when all of it is shown. */
export const leastZoom = (rect: Rect, room: Size): number =>
  Math.max(ZOOM.least, Math.min(0.5, fitted(rect, room).k / 2));

/** The view that shows a part of the board with a margin, not nearer than `closest`. */
function fitted(rect: Rect, { width, height }: Size, closest = 1.1): Transform {
  const share = 1 - 2 * 0.07;
  const wish = Math.min(
    (width * share) / Math.max(1, rect.width),
    (height * share) / Math.max(1, rect.height),
  );
  const k = Math.max(ZOOM.least, Math.min(closest, wish));
  return {
    k,
    x: width / 2 - (rect.x + rect.width / 2) * k,
    y: height / 2 - (rect.y + rect.height / 2) * k,
  };
}

/** Nearer or further, around the middle of the frame. */
function zoomed({ x, y, k }: Transform, { width, height }: Size, factor: number, least: number): Transform {
  const next = Math.max(Math.min(k, least), Math.min(ZOOM.most, k * factor));
  const by = next / k;
  return { k: next, x: width / 2 - (width / 2 - x) * by, y: height / 2 - (height / 2 - y) * by };
}

/** The nearest view in which a part of the board is seen; null where it is seen already. */
function revealed({ x, y, k }: Transform, room: Size, rect: Rect): Transform | null {
  const margin = 24;
  const shift = (low: number, length: number, end: number): number => {
    if (low < margin) return margin - low;
    const over = low + length - (end - margin);
    return over > 0 ? -Math.min(over, low - margin) : 0;
  };
  const dx = shift(rect.x * k + x, rect.width * k, room.width);
  const dy = shift(rect.y * k + y, rect.height * k, room.height);
  return dx === 0 && dy === 0 ? null : { x: x + dx, y: y + dy, k };
}

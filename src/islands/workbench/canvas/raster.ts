import { BOX, type BoxPlace, type BoxPlaces } from './arrange.ts';
import { ARROW_KINDS, type Arrow, drawArrows } from './arrows.ts';
import { type Brush, type Look, lookOf, paintBox } from './rasterLook.ts';
import { boundsOf } from './projectBoxes.ts';
import type { WorkspaceNodeView } from './workspaceNodes.ts';
import { FAR, type Rect, type SeenArea } from './viewport.ts';

/** All that the picture of a large board shows. */
export interface Scene {
  stations: readonly WorkspaceNodeView[];
  arrows: readonly Arrow[];
  places: BoxPlaces;
  focused: string | null;
  selected: ReadonlySet<string>;
}

export interface Raster {
  /** Another board, or another look of it: drawn anew if it is shown. */
  change(scene: Scene): void;
  /** Shows the board at a view. While it moves, what is drawn is kept as long as it covers the view and is sharp enough. */
  show(view: SeenArea, moving: boolean): void;
  hide(): void;
  /** Leaves out the box that is being moved, with its arrows, and draws it at its own place; null puts it back. */
  carry(id: string, to: BoxPlace | null): void;
}

/** Around the view, in its own size, so that a pan does not draw at each step. */
const MARGIN = 0.5;
/** Pixels of a picture at most: beyond, it is drawn less sharp. */
const LARGEST = 6_000_000;
/** How much larger than drawn a picture may be shown while it moves. */
const BLUR = 2;
/** Lines are not drawn thinner than that, in pixels of the screen, or nothing is left of them from afar. */
const FINEST = 0.5;
/** Room around the box that is carried, for its frame and tick. */
const AROUND = 24;

/**
 * A large board as one picture, from afar and while it moves: the boxes lie over it without anything of their own to
 * paint. The picture lies in the world, so that a gesture moves it with the world's one transform.
 */
export function openRaster(sheet: HTMLCanvasElement, sprite: HTMLCanvasElement): Raster {
  let scene: Scene | null = null;
  let view: SeenArea | null = null;
  let covered: Rect | null = null;
  let scale = 0;
  let carried: string | null = null;

  const brushOn = (canvas: HTMLCanvasElement, rect: Rect, look: Look, near: boolean): Brush | null => {
    canvas.width = Math.max(1, Math.ceil(rect.width * scale));
    canvas.height = Math.max(1, Math.ceil(rect.height * scale));
    Object.assign(canvas.style, {
      left: `${rect.x}px`,
      top: `${rect.y}px`,
      width: `${canvas.width / scale}px`,
      height: `${canvas.height / scale}px`,
    });
    const pen = canvas.getContext('2d');
    return pen === null ? null : { pen, look, scale, near };
  };
  const marksOf = (id: string) => ({
    focused: scene?.focused === id,
    selected: scene?.selected.has(id) === true,
  });

  const draw = () => {
    if (scene === null || view === null) return;
    const bounds = grown(boundsOf(scene.places), AROUND);
    const { width, height } = view.rect;
    const rect = common(
      {
        x: view.rect.x - width * MARGIN,
        y: view.rect.y - height * MARGIN,
        width: width * 2,
        height: height * 2,
      },
      bounds,
    );
    const dense = view.k * devicePixelRatio;
    scale = Math.min(dense, Math.sqrt(LARGEST / Math.max(1, rect.width * rect.height)));
    covered = rect;
    const look = lookOf(sheet.parentElement ?? sheet);
    const brush = brushOn(sheet, rect, look, view.k >= FAR);
    if (brush === null) return;
    paintArrows(brush, scene, rect, carried);
    const seen = grown(rect, AROUND);
    for (const station of scene.stations) {
      const at = scene.places.get(station.id);
      if (at === undefined || station.id === carried || !touches(seen, { ...at, ...BOX })) continue;
      paintBox(brush, station, { x: at.x - rect.x, y: at.y - rect.y }, marksOf(station.id));
    }
  };
  const drawCarried = (id: string) => {
    const station = scene?.stations.find((s) => s.id === id);
    if (station === undefined || view === null) return;
    const rect = grown({ x: 0, y: 0, ...BOX }, AROUND);
    const brush = brushOn(sprite, rect, lookOf(sheet.parentElement ?? sheet), view.k >= FAR);
    if (brush !== null) paintBox(brush, station, { x: AROUND, y: AROUND }, marksOf(id));
  };
  const covers = (next: SeenArea): boolean => {
    if (covered === null || scene === null) return false;
    const seen = common(next.rect, grown(boundsOf(scene.places), AROUND));
    return contains(covered, seen);
  };
  return {
    change(next) {
      scene = next;
      if (!sheet.hidden) draw();
    },
    show(next, moving) {
      const dense = next.k * devicePixelRatio;
      const sharp = moving ? dense <= scale * BLUR && dense >= scale / 8 : Math.abs(dense / scale - 1) < 0.01;
      const kept = !sheet.hidden && sharp && covers(next);
      view = next;
      sheet.hidden = false;
      if (!kept) draw();
    },
    hide() {
      sheet.hidden = true;
      // A hidden picture needs no memory.
      sheet.width = 0;
      covered = null;
    },
    carry(id, to) {
      if (sheet.hidden) return;
      const next = to === null ? null : id;
      if (next !== carried) {
        carried = next;
        draw();
        if (next !== null) drawCarried(next);
        sprite.hidden = next === null;
      }
      if (to !== null) sprite.style.transform = `translate(${to.x}px, ${to.y}px)`;
    },
  };
}

const KIND_STYLE = {
  read: { token: 'line-strong', width: 1.5, dash: [2, 6] },
  trigger: { token: 'ink-2', width: 2, dash: [] },
  fired: { token: 'accent', width: 3.5, dash: [] },
} as const;

function paintArrows({ pen, look, scale }: Brush, scene: Scene, from: Rect, without: string | null): void {
  const arrows =
    without === null
      ? scene.arrows
      : scene.arrows.filter((a) => a.source !== without && a.target !== without);
  pen.setTransform(scale, 0, 0, scale, -from.x * scale, -from.y * scale);
  for (const kind of ARROW_KINDS) {
    const { lines, heads } = drawArrows(arrows, kind, scene.places, true);
    const { token, width, dash } = KIND_STYLE[kind];
    pen.strokeStyle = look.colour(token);
    pen.fillStyle = look.colour(token);
    pen.lineWidth = Math.max(width, FINEST / scale);
    pen.setLineDash([...dash]);
    pen.stroke(new Path2D(lines));
    pen.fill(new Path2D(heads));
  }
}

const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/** The part that two rectangles share; without one, an empty rectangle. */
function common(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y),
  };
}

const touches = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const contains = (a: Rect, b: Rect): boolean =>
  b.width === 0 ||
  b.height === 0 ||
  (a.x <= b.x + 0.5 &&
    a.y <= b.y + 0.5 &&
    a.x + a.width >= b.x + b.width - 0.5 &&
    a.y + a.height >= b.y + b.height - 0.5);

import { SHAPES } from '#islands/status/StatusMark.tsx';
import { statusLabel } from '#islands/status/statusLabel.ts';
import { type Tone, toneOf } from '#islands/status/tone.ts';
import { BOX, type BoxPlace } from './arrange.ts';
import type { WorkspaceNodeView } from './workspaceNodes.ts';

/** The colours and the font of the page as a canvas takes them, read from the theme that is on. */
export interface Look {
  colour: (token: string) => string;
  font: (weight: number, pixels: number) => string;
}

/** Reads the theme through an element: a custom property as written is not yet a colour that a canvas knows. */
export function lookOf(element: HTMLElement): Look {
  const { fontFamily, fontSize } = getComputedStyle(document.documentElement);
  const family = getComputedStyle(element).fontFamily || fontFamily;
  const rem = Number.parseFloat(fontSize) / 16;
  const probe = element.appendChild(document.createElement('span'));
  probe.hidden = true;
  const known = new Map<string, string>();
  for (const token of TOKENS) {
    probe.style.color = `var(--${token})`;
    known.set(token, getComputedStyle(probe).color);
  }
  probe.remove();
  return {
    colour: (token) => known.get(token) ?? 'currentcolor',
    font: (weight, pixels) => `${weight} ${pixels * rem}px ${family}`,
  };
}

const TONES: readonly Tone[] = [
  'queue',
  'plan',
  'gate',
  'decision',
  'apply',
  'applied',
  'finished',
  'failed',
  'stopped',
];
const TOKENS = [
  'surface-1',
  'ink-1',
  'ink-2',
  'line-strong',
  'accent',
  'accent-bg',
  ...TONES.flatMap((tone) => [`status-${tone}`, `status-${tone}-bg`]),
];

/** How a box stands out. */
export interface RasterMarks {
  focused: boolean;
  selected: boolean;
}

/** What a box is drawn with: `scale` is how many pixels of the screen a pixel of the board takes. */
export interface Brush {
  pen: CanvasRenderingContext2D;
  look: Look;
  scale: number;
  /** All that the box says, or its name and signal, as large as they fit. */
  near: boolean;
}

/** Smaller text than that, in pixels of the screen, is no text any more. */
const LEGIBLE = 4;
const EDGE = { left: 17.5, right: BOX.width - 13.5 } as const;

/** Draws a box as the style sheet does. */
export function paintBox(
  brush: Brush,
  view: WorkspaceNodeView,
  at: BoxPlace,
  { focused, selected }: RasterMarks,
): void {
  const { pen, look, scale } = brush;
  pen.setTransform(scale, 0, 0, scale, at.x * scale, at.y * scale);
  pen.setLineDash([]);
  if (focused) {
    pen.fillStyle = look.colour('accent-bg');
    pen.beginPath();
    pen.roundRect(-2, -2, BOX.width + 4, BOX.height + 4, 8);
    pen.fill();
  }
  const edge = look.colour(focused ? 'accent' : 'line-strong');
  pen.beginPath();
  pen.roundRect(0.75, 0.75, BOX.width - 1.5, BOX.height - 1.5, 6);
  pen.fillStyle = look.colour('surface-1');
  pen.fill();
  pen.strokeStyle = edge;
  pen.lineWidth = Math.max(1.5, 0.4 / scale);
  if (view.mode === 'local') pen.setLineDash([4, 3]);
  pen.stroke();
  pen.setLineDash([]);
  pen.beginPath();
  pen.roundRect(0, 0, BOX.width, 5, [6, 6, 0, 0]);
  pen.fillStyle = focused ? edge : look.colour('ink-2');
  pen.fill();
  if (brush.near) paintNear(brush, view);
  else paintFar(brush, view);
  if (selected) paintSelected(brush);
}

function paintFar(brush: Brush, { name, status, waitingFor }: WorkspaceNodeView): void {
  write(brush, name, { x: EDGE.left, y: 46, pixels: 33.6, weight: 700, token: 'ink-1' });
  if (status === null) return;
  const tone = toneOf(status, waitingFor);
  icon(brush, tone, EDGE.left, 68, 34);
  const label = statusLabel(status, waitingFor);
  write(brush, label, { x: EDGE.left + 42, y: 93, pixels: 24, weight: 620, token: `status-${tone}` });
}

function paintNear(brush: Brush, view: WorkspaceNodeView): void {
  const { pen, look } = brush;
  pen.strokeStyle = look.colour('ink-2');
  pen.fillStyle = look.colour('surface-1');
  pen.lineWidth = 3;
  for (const x of [0, BOX.width]) {
    pen.beginPath();
    pen.arc(x, BOX.height / 2, 7.5, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
  }
  const small = { x: EDGE.left, pixels: 12.48, weight: 400, token: 'ink-2' };
  const mode = view.locked ? `${view.mode}, locked` : view.mode;
  pen.font = look.font(400, small.pixels);
  const room = pen.measureText(mode).width;
  write(brush, view.name, {
    x: EDGE.left,
    y: 31,
    pixels: 16,
    weight: 700,
    token: 'ink-1',
    to: EDGE.right - room - 8,
  });
  write(brush, mode, { ...small, x: EDGE.right - room, y: 31, to: EDGE.right + 1 });
  for (const [i, [what, on]] of [
    ['auto-apply', view.autoApply] as const,
    ['triggered runs', view.autoApplyRunTrigger] as const,
  ].entries()) {
    const strong = on ? { weight: 640, token: 'ink-1' } : {};
    write(brush, `${what} ${on ? 'on' : 'off'}`, { ...small, ...strong, y: 55 + i * 17 });
  }
  if (view.status === null) {
    write(brush, 'no runs yet', { ...small, y: 98 });
    return;
  }
  const tone = toneOf(view.status, view.waitingFor);
  const label = statusLabel(view.status, view.waitingFor);
  pen.font = look.font(620, small.pixels);
  pen.fillStyle = look.colour(`status-${tone}-bg`);
  pen.beginPath();
  pen.roundRect(EDGE.left, 83, pen.measureText(label).width + 29, 21, 10.5);
  pen.fill();
  icon(brush, tone, EDGE.left + 5, 87, 12.5);
  write(brush, label, { ...small, x: EDGE.left + 22, y: 98, weight: 620, token: `status-${tone}` });
}

/** The dashed frame and the tick of a box that copy and delete are about. */
function paintSelected({ pen, look, near }: Brush): void {
  pen.strokeStyle = look.colour('accent');
  pen.lineWidth = near ? 2 : 4;
  pen.setLineDash([7, 5]);
  pen.strokeRect(-8, -8, BOX.width + 16, BOX.height + 16);
  pen.setLineDash([]);
  const side = near ? 20 : 44;
  pen.fillStyle = look.colour('accent');
  pen.beginPath();
  pen.arc(BOX.width + 12 - side / 2, side / 2 - 14, side / 2, 0, 2 * Math.PI);
  pen.fill();
  pen.strokeStyle = look.colour('surface-1');
  pen.lineWidth = side / 8;
  pen.beginPath();
  pen.moveTo(BOX.width + 12 - side * 0.74, side * 0.52 - 14);
  pen.lineTo(BOX.width + 12 - side * 0.56, side * 0.69 - 14);
  pen.lineTo(BOX.width + 12 - side * 0.26, side * 0.34 - 14);
  pen.stroke();
}

function icon({ pen, look, scale }: Brush, tone: Tone, x: number, y: number, size: number): void {
  const before = pen.getTransform();
  pen.translate(x, y);
  pen.scale(size / 16, size / 16);
  pen.strokeStyle = look.colour(`status-${tone}`);
  pen.lineWidth = Math.max(2, 24 / (size * scale));
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.stroke(new Path2D(SHAPES[tone]));
  pen.setTransform(before);
}

interface Words {
  x: number;
  y: number;
  pixels: number;
  weight: number;
  token: string;
  /** Where the text must end; what does not fit ends in an ellipsis. */
  to?: number;
}

function write({ pen, look, scale }: Brush, text: string, words: Words): void {
  const { x, y, pixels, weight, token, to = EDGE.right } = words;
  if (pixels * scale < LEGIBLE) return;
  pen.font = look.font(weight, pixels);
  pen.fillStyle = look.colour(token);
  let shown = text;
  let width = pen.measureText(shown).width;
  while (width > to - x && shown.length > 1) {
    // By the share that is too much, so that a long name takes a few steps and not one a letter.
    const keep = Math.min(shown.length - 1, Math.ceil((shown.length * (to - x)) / width));
    shown = shown.slice(0, keep);
    width = pen.measureText(`${shown}…`).width;
  }
  pen.fillText(shown === text ? text : `${shown}…`, x, y);
}

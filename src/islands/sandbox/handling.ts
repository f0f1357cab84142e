import { drag } from 'd3-drag';
import { select } from 'd3-selection';
import { BOX, type Place, type Places } from './arrange.ts';
import { curve } from './arrows.ts';
import type { Viewport } from './viewport.ts';

/** What handling the boxes needs of the board, and what it tells it. */
export interface Handled {
  frame: HTMLElement;
  world: HTMLElement;
  viewport: Viewport;
  /** The line that is drawn while a trigger is made. */
  draft: SVGPathElement;
  places(): Places;
  /** A box is taken along; null at the end. Called for each step, so nothing of it goes through React. */
  carry(id: string, to: Place | null): void;
  drop(id: string, to: Place): void;
  connect(source: string, target: string): void;
}

type Side = 'in' | 'out';
interface Grip {
  id: string;
  /** Set where a trigger is drawn, null where a box is moved. */
  side: Side | null;
}

/**
 * Moving boxes, and drawing triggers: from the right side of a box to its downstream, or from the left side to its
 * source; by dragging, or by two clicks.
 */
export function handleBoxes(handled: Handled): () => void {
  const { frame, world, viewport, draft } = handled;
  let pending: (Grip & { side: Side }) | null = null;

  const wait = (next: typeof pending) => {
    pending = next;
    draft.setAttribute('d', '');
    frame.toggleAttribute('data-connecting', next !== null);
    for (const old of world.querySelectorAll('[data-pending]')) old.removeAttribute('data-pending');
    if (next === null) return;
    const box = world.querySelector(`[data-box="${CSS.escape(next.id)}"]`);
    box?.querySelector(`[data-side="${next.side}"]`)?.setAttribute('data-pending', '');
  };
  const connect = ({ id, side }: Grip, other: string | null) => {
    wait(null);
    if (other === null || other === id || side === null) return;
    if (side === 'out') handled.connect(id, other);
    else handled.connect(other, id);
  };
  const edgeOf = ({ id, side }: Grip): Place => {
    const at = handled.places().get(id) ?? { x: 0, y: 0 };
    return { x: side === 'out' ? at.x + BOX.width : at.x, y: at.y + BOX.height / 2 };
  };

  let from: { pointer: Place; box: Place } | null = null;
  let moved = false;
  const behaviour = drag<HTMLElement, unknown, Grip | undefined>()
    .container(frame)
    .clickDistance(4)
    .filter((event: MouseEvent) => !event.ctrlKey && event.button === 0)
    .subject((event: { sourceEvent: Event }) => gripAt(event.sourceEvent.target) ?? undefined)
    .on('start', ({ x, y, subject }) => {
      const box = handled.places().get(subject.id) ?? { x: 0, y: 0 };
      from = { pointer: viewport.toBoard(x, y), box };
      moved = false;
    })
    .on('drag', ({ x, y, subject }) => {
      if (from === null) return;
      const pointer = viewport.toBoard(x, y);
      const [dx, dy] = [pointer.x - from.pointer.x, pointer.y - from.pointer.y];
      moved ||= Math.hypot(dx, dy) > 4;
      if (!moved) return;
      if (subject.side === null) handled.carry(subject.id, { x: from.box.x + dx, y: from.box.y + dy });
      else {
        const edge = edgeOf(subject);
        draft.setAttribute('d', subject.side === 'out' ? curve(edge, pointer) : curve(pointer, edge));
      }
    })
    .on('end', ({ x, y, subject }) => {
      if (from === null || !moved) return;
      const pointer = viewport.toBoard(x, y);
      if (subject.side !== null) {
        const { left, top } = frame.getBoundingClientRect();
        connect(subject, boxAt(document.elementFromPoint(left + x, top + y)));
        return;
      }
      handled.carry(subject.id, null);
      handled.drop(subject.id, {
        x: Math.round(from.box.x + pointer.x - from.pointer.x),
        y: Math.round(from.box.y + pointer.y - from.pointer.y),
      });
    });
  const selection = select(world);
  selection.call(behaviour);

  const onClick = (event: MouseEvent) => {
    const grip = gripAt(event.target);
    if (pending !== null) connect(pending, boxAt(event.target));
    else if (grip !== null && grip.side !== null) wait({ id: grip.id, side: grip.side });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && pending !== null) wait(null);
  };
  frame.addEventListener('click', onClick);
  frame.addEventListener('keydown', onKey);
  return () => {
    selection.on('.drag', null);
    frame.removeEventListener('click', onClick);
    frame.removeEventListener('keydown', onKey);
  };
}

const boxAt = (target: EventTarget | null): string | null => {
  const box = target instanceof Element ? target.closest<HTMLElement>('[data-box]') : null;
  return box?.dataset['box'] ?? null;
};

function gripAt(target: EventTarget | null): Grip | null {
  const id = boxAt(target);
  if (id === null || !(target instanceof Element)) return null;
  const side = target.closest<HTMLElement>('[data-side]')?.dataset['side'];
  return { id, side: side === 'in' || side === 'out' ? side : null };
}

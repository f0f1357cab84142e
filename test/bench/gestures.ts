/**
 * Gestures made inside the page, one input event a frame, so that what is counted is the page and not the way from
 * the test to it. Each function is sent to the browser as text and must need nothing from outside of itself.
 */
export interface Gesture {
  kind: 'pan' | 'zoom' | 'drag';
  /** CSS selector of the board, and of its boxes. */
  board: string;
  box: string;
  /** Milliseconds to go on for. */
  time: number;
}

export interface Counted {
  frames: number;
  ms: number;
  /** The longest time between two frames. */
  worst: number;
}

export function perform({ kind, board, box, time }: Gesture): Promise<Counted> {
  const area = document.querySelector(board);
  if (area === null) throw new Error(`no ${board}`);
  const rect = area.getBoundingClientRect();
  const middle = { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
  /** A place on the board where no box is. */
  const empty = () => {
    for (let y = rect.top + 8; y < rect.bottom - 8; y += 6) {
      for (let x = rect.left + 60; x < rect.right - 60; x += 6) {
        const at = document.elementFromPoint(x, y);
        if (at !== null && area.contains(at) && at.closest(`${box}, button, a, [data-edge]`) === null)
          return { x, y, target: at };
      }
    }
    throw new Error('no free place');
  };
  const nearest = () => {
    let best: { x: number; y: number; target: Element; far: number } | null = null;
    for (const target of document.querySelectorAll(box)) {
      const r = target.getBoundingClientRect();
      const at = { x: r.left + r.width / 2, y: r.top + r.height / 2 };
      const far = Math.hypot(at.x - middle.x, at.y - middle.y);
      if (best === null || far < best.far) best = { ...at, target, far };
    }
    if (best === null) throw new Error('no box');
    return best;
  };
  const start =
    kind === 'drag'
      ? nearest()
      : kind === 'pan'
        ? empty()
        : { ...middle, target: document.elementFromPoint(middle.x, middle.y) ?? area };
  const send = (type: 'down' | 'move' | 'up', x: number, y: number) => {
    const to = type === 'down' ? start.target : window;
    const init = {
      clientX: x,
      clientY: y,
      button: 0,
      buttons: type === 'up' ? 0 : 1,
      bubbles: true,
      cancelable: true,
      view: window,
    };
    to.dispatchEvent(new PointerEvent(`pointer${type}`, { ...init, pointerId: 1, isPrimary: true }));
    to.dispatchEvent(new MouseEvent(`mouse${type}`, init));
  };
  const at = (turn: number) => ({
    x: start.x + Math.sin(turn / 9) * 140,
    y: start.y + Math.sin(turn / 13) * 60,
  });
  const step = (turn: number) => {
    if (kind === 'zoom') {
      const into = Math.floor(turn / 40) % 2 === 0;
      start.target.dispatchEvent(
        new WheelEvent('wheel', {
          deltaY: into ? -24 : 24,
          clientX: middle.x,
          clientY: middle.y,
          bubbles: true,
          cancelable: true,
          view: window,
        }),
      );
    } else send('move', at(turn).x, at(turn).y);
  };
  return new Promise((done) => {
    if (kind !== 'zoom') send('down', start.x, start.y);
    let began = 0;
    let last = 0;
    let turn = 0;
    let worst = 0;
    const frame = (now: number) => {
      // The first frames make layers and warm up code.
      if (turn === 5) began = now;
      else if (turn > 5) worst = Math.max(worst, now - last);
      last = now;
      if (turn > 5 && now - began >= time) {
        if (kind !== 'zoom') send('up', at(turn).x, at(turn).y);
        done({ frames: turn - 5, ms: now - began, worst });
        return;
      }
      step(turn++);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { focusStation } from '../keys/useKeys.ts';
import type { BoardDrawing } from './useDrawing.ts';
import type { Transform } from './viewport.ts';

export interface CanvasProps extends BoardDrawing {
  frame: RefObject<HTMLDivElement | null>;
  /** The view that was shown last: the one form of the canvas hands it to the other. */
  view: RefObject<Transform | null>;
}
type LiveCanvas = ComponentType<CanvasProps>;

/** Kept, so that the canvas is live at once when it is shown again. */
let loaded: LiveCanvas | null = null;

let asked: Promise<void> | null = null;

/** Loads what makes the canvas live. Where that fails the canvas stays as it is, and the next call tries again. */
export function askLive(): Promise<void> {
  asked ??= import('./LiveCanvas.tsx').then(
    (part) => {
      loaded = part.LiveCanvas;
    },
    () => {
      asked = null;
    },
  );
  return asked;
}

const FIRST = ['pointermove', 'pointerdown', 'wheel', 'keydown', 'focusin'] as const;
const RELEASED = ['pointerup', 'pointercancel'] as const;

/** The canvas that pans, zooms, moves boxes and draws triggers; null until a person did something on the page. */
export function useLive() {
  const [Live, setLive] = useState<LiveCanvas | null>(() => loaded);
  const frame = useRef<HTMLDivElement>(null);
  const view = useRef<Transform | null>(null);
  useEffect(() => {
    if (Live !== null) return;
    let pressed = false;
    let gone = false;
    const take = () => {
      const next = loaded;
      // What is pressed would lose its click if it were taken away.
      if (next === null || gone || pressed) return;
      const at = document.activeElement;
      const focused =
        at instanceof HTMLElement && frame.current?.contains(at) === true ? at.dataset['station'] : undefined;
      // In one step, so that no frame is painted without what React Flow draws after its first effect.
      flushSync(() => setLive(() => next));
      if (focused !== undefined) focusStation(focused);
    };
    const start = () => void askLive().then(take);
    const press = () => {
      pressed = true;
    };
    const release = () => {
      pressed = false;
      // After the click that a release makes.
      setTimeout(take);
    };
    const listening = { capture: true, passive: true } as const;
    document.addEventListener('pointerdown', press, listening);
    for (const type of RELEASED) document.addEventListener(type, release, listening);
    for (const type of FIRST) document.addEventListener(type, start, listening);
    // Asked for by the button that shows the canvas, as on a phone.
    if (asked !== null) start();
    return () => {
      gone = true;
      document.removeEventListener('pointerdown', press, listening);
      for (const type of RELEASED) document.removeEventListener(type, release, listening);
      for (const type of FIRST) document.removeEventListener(type, start, listening);
    };
  }, [Live]);
  return { Live, frame, view };
}

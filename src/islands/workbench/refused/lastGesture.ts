/** What a person did last: where it was, and on what. */
interface Done {
  element: Element | null;
  /** Where the pointer was, in pixels of the window; null for a key. */
  point: { x: number; y: number } | null;
}
let done: Done = { element: null, point: null };

/** What is small enough for a note beside it to be about it. */
const CONTROL = 'button, input, select, textarea, summary, label, a, [data-station], [role="option"], td';
/** Pixels around a pointer whose note is about the place rather than about a control. */
const AROUND = 12;

const onPointer = ({ target, clientX, clientY }: MouseEvent): void => {
  const under = target instanceof Element ? target : null;
  done = { element: under?.closest(CONTROL) ?? null, point: { x: clientX, y: clientY } };
};
const onKey = (): void => {
  done = { element: document.activeElement, point: null };
};

/** Follows what a person does. @returns how that is ended */
export function followCauses(): () => void {
  const pointers = ['pointerdown', 'pointerup', 'click', 'drop'] as const;
  const keys = ['keydown', 'paste', 'change'] as const;
  const options = { capture: true, passive: true } as const;
  for (const type of pointers) document.addEventListener(type, onPointer, options);
  for (const type of keys) document.addEventListener(type, onKey, options);
  return () => {
    for (const type of pointers) document.removeEventListener(type, onPointer, options);
    for (const type of keys) document.removeEventListener(type, onKey, options);
  };
}

/** Where what a person did last was done, in pixels of the window. */
export function causeRect(): DOMRect {
  const { element, point } = done;
  const rect = element?.isConnected === true ? element.getBoundingClientRect() : null;
  const seen = rect !== null && rect.width > 0 && rect.bottom > 0 && rect.top < innerHeight;
  const small = seen && rect.width < 420 && rect.height < 200;
  if (small) return rect;
  if (point !== null && (point.x !== 0 || point.y !== 0))
    return new DOMRect(point.x - AROUND, point.y - AROUND, 2 * AROUND, 2 * AROUND);
  const focused = document.activeElement?.closest('.sandbox [data-station], .sandbox button, .sandbox input');
  return (
    (focused ?? document.querySelector('.sandbox .board > header'))?.getBoundingClientRect() ?? new DOMRect()
  );
}

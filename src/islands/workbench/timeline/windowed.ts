import { type RefObject, useEffect, useState } from 'react';

/** What of a list can be seen: pixels from its beginning, and how many. */
export interface Window {
  top: number;
  left: number;
  height: number;
  width: number;
}

/** Follows the scrolling and the size of an element, once a frame. */
export function useWindow(scroller: RefObject<HTMLElement | null>): Window {
  const [seen, setSeen] = useState<Window>({ top: 0, left: 0, height: 600, width: 800 });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() =>
        setSeen({
          top: element.scrollTop,
          left: element.scrollLeft,
          height: element.clientHeight,
          width: element.clientWidth,
        }),
      );
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [scroller]);
  return seen;
}

/** Where each item begins, and behind the last one where all end. */
export function offsetsOf(heights: readonly number[]): number[] {
  const offsets = [0];
  for (const height of heights) offsets.push((offsets.at(-1) ?? 0) + height);
  return offsets;
}

/** The items that can be seen, with a margin: from the first to before the last. */
export function visible(
  offsets: readonly number[],
  { top, height }: Pick<Window, 'top' | 'height'>,
  margin = 240,
): [number, number] {
  const from = offsets.findIndex((at) => at > top - margin);
  const to = offsets.findIndex((at) => at >= top + height + margin);
  return [Math.max(0, from - 1), to < 0 ? offsets.length - 1 : to];
}

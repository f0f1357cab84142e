import type { MouseEvent } from 'react';
import { BOX, type BoxPlaces } from './arrange.ts';
import type { Rect } from './viewport.ts';

/** Where the boxes are, which no gesture may move out of sight all together. */
export const boxesIn = (places: BoxPlaces): Rect[] => [...places.values()].map((at) => ({ ...at, ...BOX }));

/**
 * With Shift held a press would stretch the browser's own selection of text over the page, which then scrolls after the
 * pointer and takes the board out of sight. The focus that a press gives is given here.
 */
export function withoutSelecting(event: MouseEvent): void {
  if (!event.shiftKey || !(event.target instanceof Element)) return;
  event.preventDefault();
  event.target.closest<HTMLElement>('[data-station], button')?.focus({ preventScroll: true });
}

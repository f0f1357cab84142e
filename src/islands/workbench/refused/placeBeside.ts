interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
interface Size {
  width: number;
  height: number;
}

const GAP = 8;

const apart = (a: Box, b: Box): boolean =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

/**
 * Where a note goes: all of it in the window, near what it is about and not over it; on a narrow window at the bottom
 * above the tabs, or at the top where that would cover it.
 * @param rows what is taken at the top and at the bottom of the window, in pixels
 */
export function placeBeside(
  cause: Box,
  note: Size,
  window: Size,
  rows: { top: number; bottom: number },
): { left: number; top: number } {
  const least = rows.top + GAP;
  const most = Math.max(least, window.height - rows.bottom - note.height - GAP);
  const left = (wish: number) => Math.max(GAP, Math.min(wish, window.width - note.width - GAP));
  const below = { left: left(cause.left), top: cause.bottom + GAP };
  const above = { left: left(cause.left), top: cause.top - note.height - GAP };
  const narrow = note.width + 4 * GAP > window.width;
  const wishes = narrow
    ? [
        { left: left(0), top: most },
        { left: left(0), top: least },
      ]
    : [
        below,
        above,
        { left: cause.right + GAP, top: Math.max(least, Math.min(cause.top, most)) },
        { left: cause.left - note.width - GAP, top: Math.max(least, Math.min(cause.top, most)) },
      ];
  const fits = wishes.find(
    (at) =>
      at.top >= least &&
      at.top <= most &&
      at.left === left(at.left) &&
      apart({ ...at, right: at.left + note.width, bottom: at.top + note.height }, cause),
  );
  return fits ?? { left: left(cause.left), top: narrow || cause.top > window.height / 2 ? least : most };
}

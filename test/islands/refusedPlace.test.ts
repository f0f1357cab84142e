import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBeside } from '#islands/workbench/refused/placeBeside.ts';

const SCREENS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
];

describe('the place of a refusal', () => {
  it.each(SCREENS)('is all in the window and not over what caused it: $width px', ({ width, height }) => {
    const rows = { top: 61, bottom: width < 720 ? 54 : 0 };
    const note = { width: width < 720 ? width - 16 : 384, height: 150 };
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (x, y) => {
          const size = { width: Math.min(120, width), height: 40 };
          const left = x * (width - size.width);
          const top = rows.top + y * (height - rows.top - rows.bottom - size.height);
          const cause = { left, top, right: left + size.width, bottom: top + size.height };
          const at = placeBeside(cause, note, { width, height }, rows);
          expect(at.left).toBeGreaterThanOrEqual(0);
          expect(at.left + note.width).toBeLessThanOrEqual(width);
          expect(at.top).toBeGreaterThanOrEqual(rows.top);
          expect(at.top + note.height).toBeLessThanOrEqual(height - rows.bottom);
          const over =
            at.left < cause.right &&
            at.left + note.width > cause.left &&
            at.top < cause.bottom &&
            at.top + note.height > cause.top;
          expect(over).toBe(false);
        },
      ),
    );
  });
});

import type { Rect, Viewport } from './viewport.ts';

interface Props {
  viewport: Viewport;
  /** Told that the view is a person's own from now on. */
  touch: () => void;
  fit: () => void;
  /** What is not zoomed out of sight. */
  kept: () => Rect | null;
}

const STEP = 1.3;

export function ZoomButtons({ viewport, touch, fit, kept }: Props) {
  const zoom = (factor: number) => {
    touch();
    viewport.zoomBy(factor);
    const held = kept();
    if (held !== null) viewport.reveal(held);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own
    <div className="zoom" role="group" aria-label="Zoom">
      <button type="button" className="button" onClick={() => zoom(STEP)} aria-label="Zoom in">
        +
      </button>
      <button type="button" className="button" onClick={() => zoom(1 / STEP)} aria-label="Zoom out">
        −
      </button>
      <button type="button" className="button" onClick={fit}>
        Fit
      </button>
    </div>
  );
}

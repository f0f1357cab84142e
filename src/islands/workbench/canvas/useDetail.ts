import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { BOX } from './arrange.ts';
import { type Box, boxesOf } from './boxes.ts';
import { boundsOf } from './projectBoxes.ts';
import type { BoardDrawing } from './useDrawing.ts';
import { useRaster } from './useRaster.ts';
import { detailOf, type SeenArea, type Viewport } from './viewport.ts';

const NOTHING = { folds: [], arrows: [] };

/** How much of the board is drawn at the view that is shown: its boxes, a picture of them, or its projects. */
export function useDetail({ scene, large, projects }: BoardDrawing, frame: RefObject<HTMLDivElement | null>) {
  const [folded, setFolded] = useState(false);
  const { folds, arrows } = useMemo(
    () => (folded && large ? projects() : NOTHING),
    [folded, large, projects],
  );
  const showFolds = folds.length > 1;
  const picture = useRaster(scene, large, showFolds);
  const { follow: followPicture, full, painted, carry } = picture;
  const before = useRef<readonly Box[]>([]);
  const boxes = useMemo(() => boxesOf(scene, full, before.current), [scene, full]);
  before.current = boxes;

  /** Told each view, and whether it is a step of a gesture; at its end once more, while `data-moving` is still there, so that what rests is drawn before what moved goes away. */
  const follow = useCallback(
    (seen: SeenArea, moving: boolean) => {
      const area = frame.current;
      if (area === null) return;
      if (!moving) {
        const detail = detailOf(seen.k);
        const shown = detail === 'folded' ? 'far' : detail;
        if (area.dataset['detail'] !== shown) area.dataset['detail'] = shown;
        // A box that has the focus stays where it is.
        const box = document.activeElement?.closest('[data-station]') ?? null;
        setFolded(detail === 'folded' && !area.contains(box));
      }
      followPicture(seen, moving, area.dataset['moving'] !== undefined);
    },
    [frame, followPicture],
  );
  const open = useCallback(
    (members: string[], viewport: Viewport) => viewport.fit(boundsOf(scene.places, BOX, members), 1),
    [scene.places],
  );
  return {
    boxes,
    follow,
    carry,
    open,
    /** The board as projects, where that is what is shown. */
    folds: showFolds ? { folds, arrows } : null,
    attach: picture.attach,
    /** Of the frame: what the style sheet goes by. */
    attributes: {
      'data-detail': 'near',
      'data-large': large ? true : undefined,
      'data-painted': painted ? true : undefined,
      'data-folded': showFolds ? true : undefined,
    },
  };
}

import { memo } from 'react';
import { StillCanvas } from './StillCanvas.tsx';
import { useDrawing } from './useDrawing.ts';
import { useLive } from './useLive.ts';

/**
 * The drawing. It is painted as it is, by keys it can be used at once, and React Flow, which is as large as all
 * the rest of the board, takes it over with the first thing a person does on the page.
 */
export const Canvas = memo(function Canvas() {
  const drawing = useDrawing();
  const { Live, frame, view } = useLive();
  return Live === null ? (
    <StillCanvas {...drawing} frame={frame} view={view} />
  ) : (
    <Live {...drawing} frame={frame} view={view} />
  );
});

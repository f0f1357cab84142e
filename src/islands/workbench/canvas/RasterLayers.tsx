import { useLayoutEffect, useRef } from 'react';

interface Props {
  /** Told what to paint on once it is in the page. */
  attach: (sheet: HTMLCanvasElement, sprite: HTMLCanvasElement) => void;
}

/** What the picture of a large board is painted on: the board, and the box that is being moved. */
export function RasterLayers({ attach }: Props) {
  const sheet = useRef<HTMLCanvasElement>(null);
  const sprite = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (sheet.current !== null && sprite.current !== null) attach(sheet.current, sprite.current);
  }, [attach]);
  return (
    <div aria-hidden="true">
      <canvas className="picture" ref={sheet} hidden />
      <canvas className="picture picture-carried" ref={sprite} hidden />
    </div>
  );
}

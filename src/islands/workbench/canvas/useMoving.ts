import type { OnNodeDrag } from '@xyflow/react';
import { type RefObject, useCallback, useRef } from 'react';
import type { BoxPlace, BoxPlaces } from './arrange.ts';
import { useView } from '../context/useSandbox.ts';
import type { ArrowPainter } from './ArrowLayer.tsx';

/** Moving a box: until it is let go nothing of it goes through React, for a large board would not follow the hand. */
export function useMoving(
  frame: RefObject<HTMLDivElement | null>,
  places: BoxPlaces,
  painter: RefObject<ArrowPainter | null>,
  carryPicture: (id: string, to: BoxPlace | null) => boolean,
) {
  const { sandbox } = useView();
  const latest = useRef(places);
  latest.current = places;
  const carried = useRef<HTMLElement>(null);
  const carry = useCallback(
    (id: string, to: BoxPlace | null) => {
      if (carried.current?.dataset['id'] !== id)
        carried.current =
          frame.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`) ?? null;
      const box = carried.current;
      const at = to ?? latest.current.get(id);
      if (box !== null && at !== undefined)
        Object.assign(box.style, {
          transform: `translate(${at.x}px,${at.y}px)`,
          zIndex: to === null ? '0' : '2',
        });
      box?.toggleAttribute('data-carried', to !== null);
      painter.current?.carry(id, to);
      frame.current?.toggleAttribute('data-carrying', carryPicture(id, to));
    },
    [frame, painter, carryPicture],
  );
  const onNodeDrag = useCallback<OnNodeDrag>((_, { id, position }) => carry(id, position), [carry]);
  const onNodeDragStop = useCallback<OnNodeDrag>(
    (_, { id, position }) => {
      carry(id, null);
      sandbox.perform({
        type: 'move_boxes',
        positions: { [id]: { x: Math.round(position.x), y: Math.round(position.y) } },
      });
    },
    [carry, sandbox],
  );
  return { onNodeDrag, onNodeDragStop };
}

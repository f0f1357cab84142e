import { type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { BoxPlace, BoxPlaces } from './arrange.ts';
import { ARROW_KINDS, type Arrow, drawArrows } from './arrows.ts';

export interface ArrowPainter {
  /** Draws the arrows of one box at another place, the others stay; null ends it. */
  carry(id: string, to: BoxPlace | null): void;
}

interface Props {
  arrows: readonly Arrow[];
  places: BoxPlaces;
  straight: boolean;
  ref?: Ref<ArrowPainter>;
}

/**
 * All arrows of the board in six paths, and once more those of the box that is being moved: while it moves only these
 * are drawn, and React has no part in it.
 */
export function ArrowLayer({ arrows, places, straight, ref }: Props) {
  const rest = useRef<SVGGElement>(null);
  const taken = useRef<SVGGElement>(null);
  const carriedId = useRef<string | null>(null);
  useLayoutEffect(() => {
    paint(rest.current, arrows, places, straight);
    paint(taken.current, [], places, straight);
    carriedId.current = null;
  }, [arrows, places, straight]);
  useImperativeHandle(ref, () => {
    let own: Arrow[] = [];
    return {
      carry(id, to) {
        if (to === null) {
          paint(rest.current, arrows, places, straight);
          paint(taken.current, [], places, straight);
          carriedId.current = null;
          return;
        }
        if (carriedId.current !== id) {
          const touches = (a: Arrow) => a.source === id || a.target === id;
          own = arrows.filter(touches);
          carriedId.current = id;
          paint(
            rest.current,
            arrows.filter((a) => !touches(a)),
            places,
            straight,
          );
        }
        const ends = new Map(own.flatMap((a) => [a.source, a.target]).flatMap((end) => at(places, end)));
        paint(taken.current, own, ends.set(id, to), straight);
      },
    };
  }, [arrows, places, straight]);
  return (
    <>
      <svg className="arrows arrows-rest" aria-hidden="true">
        <g ref={rest}>
          <Paths />
        </g>
      </svg>
      <svg className="arrows arrows-taken" aria-hidden="true">
        <g ref={taken}>
          <Paths />
        </g>
      </svg>
    </>
  );
}

const at = (places: BoxPlaces, id: string): [string, BoxPlace][] => {
  const place = places.get(id);
  return place === undefined ? [] : [[id, place]];
};

const Paths = () =>
  ARROW_KINDS.map((kind) => (
    <g key={kind} className={`arrow-${kind}`}>
      <path className="arrow-lines" />
      <path className="arrow-heads" />
    </g>
  ));

function paint(
  group: SVGGElement | null,
  arrows: readonly Arrow[],
  places: BoxPlaces,
  straight: boolean,
): void {
  if (group === null) return;
  for (const [i, kind] of ARROW_KINDS.entries()) {
    const { lines, heads } = drawArrows(arrows, kind, places, straight);
    const [line, head] = group.children[i]?.children ?? [];
    line?.setAttribute('d', lines);
    head?.setAttribute('d', heads);
  }
}

import { useEffect, useMemo, useRef, useState } from 'react';
import type { Positions } from '#state/boards/boardStorage.ts';
import { type Graph, layered, type BoxPlaces } from './arrange.ts';
import type { ArrangeAnswer, ArrangeQuestion } from './arrange.worker.ts';

/** Milliseconds that the page has for painting a changed board before the worker is asked. */
const AFTER_PAINT = 100;
/** Milliseconds that the first boxes wait for the worker. What comes later would move what is seen already. */
const FIRST_WAIT = 700;

/**
 * Where every box goes: where a person has put it, else where the worker has arranged it, else by a quick arrangement.
 * The first boxes are shown once they have their place, and then stay there until the board changes.
 */
export function useArrangement(
  graph: Graph,
  byHand: Positions,
): {
  places: BoxPlaces;
  /** Another object at each new arrangement. */
  arrangement: BoxPlaces;
  /** Whether the boxes are shown: their first places are final. */
  settled: boolean;
} {
  const quick = useMemo(() => layered(graph), [graph]);
  const [answered, setAnswered] = useState<BoxPlaces | null>(null);
  const [settled, setSettled] = useState(() => graph.ids.every((id) => byHand[id] !== undefined));
  const worker = useRef<Worker | null>(null);
  const turn = useRef(0);
  useEffect(() => {
    const made = new Worker(new URL('./arrange.worker.ts', import.meta.url), { type: 'module' });
    let late = false;
    const settle = () => {
      clearTimeout(timer);
      setSettled(true);
    };
    const timer = setTimeout(() => {
      late = true;
      settle();
    }, FIRST_WAIT);
    made.onmessage = ({ data }: MessageEvent<ArrangeAnswer>) => {
      if (data.turn !== turn.current || (late && data.turn === 1)) return;
      setAnswered(new Map(data.places));
      settle();
    };
    made.onerror = settle;
    worker.current = made;
    return () => {
      clearTimeout(timer);
      made.terminate();
      worker.current = null;
      turn.current = 0;
    };
  }, []);
  useEffect(() => {
    const question: ArrangeQuestion = { turn: ++turn.current, graph };
    const ask = () => worker.current?.postMessage(question);
    if (question.turn === 1) {
      ask();
      return;
    }
    // A changed board is painted first: on few cores the worker would take the time of what is seen.
    const timer = setTimeout(ask, AFTER_PAINT);
    return () => clearTimeout(timer);
  }, [graph]);
  const places = useMemo(
    () =>
      new Map(
        graph.ids.map((id) => [id, byHand[id] ?? answered?.get(id) ?? quick.get(id) ?? { x: 0, y: 0 }]),
      ),
    [graph, byHand, answered, quick],
  );
  return { places, arrangement: answered ?? quick, settled };
}

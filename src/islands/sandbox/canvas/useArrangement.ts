import { useEffect, useMemo, useRef, useState } from 'react';
import type { Positions } from '#state/boardStore.ts';
import { type Graph, layered, type Places } from '../arrange.ts';
import type { ArrangeAnswer, ArrangeQuestion } from './arrange.worker.ts';

/** Milliseconds that the page has for painting before the worker is asked. */
const AFTER_PAINT = 100;

/**
 * Where every box stands: where a person has put it, else where the worker has arranged it, else, until the worker
 * answers, by a quick arrangement. A box that the last answer does not know yet takes its quick place.
 */
export function useArrangement(
  graph: Graph,
  byHand: Positions,
): { places: Places /** Another object at each new arrangement. */; arrangement: Places } {
  const quick = useMemo(() => layered(graph), [graph]);
  const [answered, setAnswered] = useState<Places | null>(null);
  const worker = useRef<Worker | null>(null);
  const turn = useRef(0);
  useEffect(() => {
    const made = new Worker(new URL('./arrange.worker.ts', import.meta.url), { type: 'module' });
    made.onmessage = ({ data }: MessageEvent<ArrangeAnswer>) => {
      if (data.turn === turn.current) setAnswered(new Map(data.places));
    };
    worker.current = made;
    return () => {
      made.terminate();
      worker.current = null;
    };
  }, []);
  useEffect(() => {
    const question: ArrangeQuestion = { turn: ++turn.current, graph };
    // The quick arrangement is painted first: on few cores the worker would take the time of what is seen.
    const timer = setTimeout(() => worker.current?.postMessage(question), AFTER_PAINT);
    return () => clearTimeout(timer);
  }, [graph]);
  const places = useMemo(
    () =>
      new Map(
        graph.ids.map((id) => [id, byHand[id] ?? answered?.get(id) ?? quick.get(id) ?? { x: 0, y: 0 }]),
      ),
    [graph, byHand, answered, quick],
  );
  return { places, arrangement: answered ?? quick };
}

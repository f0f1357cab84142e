import { useEffect, useState } from 'react';
import type { Proven } from './prove.worker.ts';

/** Milliseconds without a change before a level is proven. */
const PAUSE = 400;

/** `working`: asked, not answered yet. `failed`: the worker could not be started, or fell over. */
export type ProofState = { kind: 'working' } | { kind: 'failed'; message: string } | Proven;

/** The proof of a level as it is written, anew after each change; one that is out of date is ended. */
export function useProof(written: Record<string, unknown>): ProofState {
  const [state, setState] = useState<ProofState>({ kind: 'working' });
  const text = JSON.stringify(written);
  useEffect(() => {
    setState({ kind: 'working' });
    let worker: Worker | null = null;
    const timer = setTimeout(() => {
      worker = new Worker(new URL('./prove.worker.ts', import.meta.url), { type: 'module' });
      const end = (next: ProofState) => {
        setState(next);
        worker?.terminate();
      };
      worker.addEventListener('message', ({ data }: MessageEvent<Proven>) => end(data));
      worker.addEventListener('error', ({ message }) => end({ kind: 'failed', message }));
      worker.postMessage(JSON.parse(text));
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      worker?.terminate();
    };
  }, [text]);
  return state;
}

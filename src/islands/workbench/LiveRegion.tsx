import { useEffect, useRef, useState } from 'react';
import { describeNext } from '#state/board/refusal.ts';
import { useSeen } from './context/useSandbox.ts';

/** Says what happened: polite, bursts summed up; only refusals interrupt, which `Refused.tsx` shows. */
export function LiveRegion() {
  const { text, urgent, next, turn } = useSeen(({ state }) => state.message);
  const [polite, setPolite] = useState('');
  const queue = useRef<string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is listed is what changes the outcome; the rest is made anew at each render
  useEffect(() => {
    if (text === '' || urgent) return;
    queue.current.push(text);
    const timer = setTimeout(() => {
      setPolite(queue.current.join(' '));
      queue.current = [];
    }, 400);
    return () => clearTimeout(timer);
  }, [text, urgent, turn]);
  return (
    <>
      <p className="live" role="status" aria-live="polite">
        {polite}
      </p>
      <p className="visually-hidden" role="alert" key={urgent ? turn : 'calm'}>
        {next === null ? '' : `${text} ${describeNext(next)}`}
      </p>
    </>
  );
}

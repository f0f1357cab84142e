import { startTransition, useEffect, useState } from 'react';
import type { Level } from '#model/level/level.ts';
import { Drawing } from './Drawing.tsx';
import { PlayLevel } from '../PlayLevel.tsx';
import type { LevelLinks } from '../useLevel.ts';

/** Seeds are whole numbers below this. */
const SEEDS = 1_000_000;

/** A board drawn from the seed in the address, proven like a level; without one, the first. */
function LevelPractice({ links }: { links: Omit<LevelLinks, 'next'> & { practice: string } }) {
  const asked = Number(new URLSearchParams(location.search).get('seed') ?? 1);
  const seed = Number.isInteger(asked) && asked >= 0 && asked < SEEDS ? asked : 1;
  const level = useDrawn(seed);
  if (level === null) return <Drawing />;
  const next = (seed + 1) % SEEDS;
  const following = { href: `${links.practice}?seed=${next}`, title: `Practice board ${next}` };
  if (level === 'failed')
    return (
      <p role="alert">
        This board could not be drawn. <a href={following.href}>{following.title}</a>
      </p>
    );
  return <PlayLevel level={level} links={{ ...links, next: following }} />;
}
export default LevelPractice;

/** The board of a seed, drawn in a worker; null until it is there. */
function useDrawn(seed: number): Level | 'failed' | null {
  const [level, setLevel] = useState<Level | 'failed' | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL('./practice.worker.ts', import.meta.url), { type: 'module' });
    // A transition is rendered in slices: the page stays answerable while the whole board is built.
    worker.addEventListener('message', ({ data }: MessageEvent<Level>) =>
      startTransition(() => setLevel(data)),
    );
    worker.addEventListener('error', () => setLevel('failed'));
    worker.postMessage(seed);
    return () => worker.terminate();
  }, [seed]);
  return level;
}

import { useMemo } from 'react';
import { practiceLevel } from '#quiz/practiceLevel.ts';
import { Level } from './Level.tsx';
import type { LevelLinks } from './useLevel.ts';

/** Seeds are whole numbers below this. */
const SEEDS = 1_000_000;

/** A board drawn from the seed in the address, proven like a level; without one, the first. */
export function Practice({ links }: { links: Omit<LevelLinks, 'next'> & { practice: string } }) {
  const asked = Number(new URLSearchParams(location.search).get('seed') ?? 1);
  const seed = Number.isInteger(asked) && asked >= 0 && asked < SEEDS ? asked : 1;
  const level = useMemo(() => practiceLevel(seed), [seed]);
  const next = (seed + 1) % SEEDS;
  return (
    <Level
      level={level}
      links={{ ...links, next: { href: `${links.practice}?seed=${next}`, title: `Practice board ${next}` } }}
    />
  );
}
export default Practice;

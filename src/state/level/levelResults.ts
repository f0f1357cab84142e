import type { Entry } from '#model/quiz/entry.ts';
import { PLAYED } from './draft/playedDraft.ts';
import { progressStore } from '../progress/progress.ts';

/** What progress keeps of a check of a level. */
export interface LevelCheck {
  level: string;
  passed: boolean;
  stars: number;
  edits: number;
  hints: number;
  shown: boolean;
}

/**
 * Adds a check to the log of progress. Nothing else about levels is written to it. A draft that its author plays is not one
 * of the levels, so it leaves no trace there.
 */
export async function recordLevel(check: LevelCheck): Promise<void> {
  if (check.level !== PLAYED) await progressStore.getState().append({ kind: 'level', ...check });
}

/** How far a learner has come with a level; `shown` if they passed only after the solution was shown. */
export interface LevelStanding {
  stars: number;
  state: 'open' | 'tried' | 'shown' | 'solved';
}

export function standingOf(entries: readonly Entry[], level: string): LevelStanding {
  const checks = entries.filter((entry) => entry.kind === 'level' && entry.level === level);
  let standing: LevelStanding = { stars: 0, state: checks.length > 0 ? 'tried' : 'open' };
  for (const check of checks) {
    if (check.kind !== 'level' || !check.passed) continue;
    if (!check.shown) standing = { stars: Math.max(standing.stars, check.stars), state: 'solved' };
    else if (standing.state !== 'solved') standing = { stars: 0, state: 'shown' };
  }
  return standing;
}

/** Reads what is kept of every level, and follows changes. @returns a function that stops this */
export function watchLevels(then: (entries: readonly Entry[]) => void): () => void {
  void progressStore.getState().load();
  then(progressStore.getState().entries);
  return progressStore.subscribe((state) => then(state.entries));
}

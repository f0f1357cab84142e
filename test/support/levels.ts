import { stepsFrom } from '#engine/levels/solver.ts';
import type { Scenario } from '#model/scenario/action.ts';
import type { Level } from '#model/level/level.ts';
import { contentOf, readable } from './content.ts';

/** Every level, in its order; throws where one cannot be read. */
export const LEVELS: readonly Level[] = readable(contentOf('levels').levels).map(({ value }) => value);

/** The rows of a test that is made for each of them. */
export const everyLevel = LEVELS.map((level) => [level.id, level] as const);

export const startOf = (level: Level): Scenario => ({ layout: level.layout, actions: [] });

/**
 * A pure function of a board, asked once for each board: ways to the solution that begin at many boards soon meet, and two
 * of three questions are about a board that was on another way.
 */
export function oncePerBoard<T>(of: (level: Level, own: Scenario) => T): (level: Level, own: Scenario) => T {
  const known = new Map<string, { said: T }>();
  return (level, own) => {
    const board = `${level.id} ${JSON.stringify(own)}`;
    const before = known.get(board) ?? { said: of(level, own) };
    known.set(board, before);
    return before.said;
  };
}

/** A board that a learner may leave behind: whatever can be done, done in some order. */
export function wander(level: Level, picks: readonly number[]): Scenario {
  let own = startOf(level);
  for (const pick of picks) {
    const steps = stepsFrom(level, own);
    own = steps[pick % Math.max(1, steps.length)]?.to ?? own;
  }
  return own;
}

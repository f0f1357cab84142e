import type { Scenario } from '#model/scenario/action.ts';
import type { StoredBoard } from '../boards/boardStorage.ts';
import { simulationOf } from './board.ts';

/** A branch that was dropped: the board as it was, and where the present one parted from it. */
export interface Branch {
  /** Counted from 1 as long as the board is open. */
  number: number;
  board: StoredBoard;
  /** The cursor at the parting: this many events are behind it. */
  event: number;
  /** The simulated second of the parting. */
  at: number;
}

/** How many dropped branches are kept. */
export const KEPT = 10;

/** Whether two boards would play the same. */
export const sameScenario = (a: Scenario, b: Scenario): boolean =>
  a === b || (a.layout === b.layout && JSON.stringify(a.actions) === JSON.stringify(b.actions));

/**
 * Whether a change parts from what came later rather than going on from it: it is made on the same layout, before
 * the end of the log, and what it leaves behind was done by the learner or had been seen.
 * @param cursor where the change was made
 * @param reached the furthest place of this log that was looked at
 */
export function partsFrom(
  before: { scenario: Scenario; simulatedScenario: Scenario; cursor: number },
  after: Scenario,
  reached: number,
): boolean {
  const { scenario, simulatedScenario, cursor } = before;
  if (after.layout !== scenario.layout || cursor >= simulationOf(simulatedScenario).log.length) return false;
  const kept = new Set(after.actions);
  return reached > cursor || scenario.actions.some((action) => !kept.has(action));
}

/** The list with one more branch, the latest ones only; a branch that is there already is not kept twice. */
export function withBranch(attempts: readonly Branch[], branch: Omit<Branch, 'number'>): readonly Branch[] {
  if (attempts.some(({ board }) => sameScenario(board.scenario, branch.board.scenario))) return attempts;
  const number = (attempts.at(-1)?.number ?? 0) + 1;
  return [...attempts, { number, ...branch }].slice(-KEPT);
}

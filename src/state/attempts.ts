import { compare } from '#engine/whatIf.ts';
import type { Scenario } from '#model/action.ts';
import type { LogEntry } from '#model/log.ts';
import type { Board } from './boardStore.ts';
import { simulationOf } from './sandboxBoard.ts';

/** A branch that was dropped: the board as it was, and where the present one parted from it. */
export interface Attempt {
  /** Counted from 1 as long as the board is open. */
  number: number;
  board: Board;
  /** The cursor at the parting: this many events are behind it. */
  event: number;
  /** The simulated second of the parting. */
  at: number;
}

/** The first event that is not the same in two histories; null on the side that has ended before it. */
export interface Difference {
  /** Its place in both logs, from 0. */
  event: number;
  left: LogEntry | null;
  now: LogEntry | null;
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
  before: { scenario: Scenario; staged: Scenario; cursor: number },
  after: Scenario,
  reached: number,
): boolean {
  const { scenario, staged, cursor } = before;
  if (after.layout !== scenario.layout || cursor >= simulationOf(staged).log.length) return false;
  const kept = new Set(after.actions);
  return reached > cursor || scenario.actions.some((action) => !kept.has(action));
}

/** The list with one more branch, the latest ones only; a branch that is there already is not kept twice. */
export function withAttempt(
  attempts: readonly Attempt[],
  branch: Omit<Attempt, 'number'>,
): readonly Attempt[] {
  if (attempts.some(({ board }) => sameScenario(board.scenario, branch.board.scenario))) return attempts;
  const number = (attempts.at(-1)?.number ?? 0) + 1;
  return [...attempts, { number, ...branch }].slice(-KEPT);
}

const differences = new WeakMap<Scenario, WeakMap<Scenario, { found: Difference | null }>>();

/**
 * The first event in which two simulated histories differ, or null where they are the same to the end. An action that
 * is another one counts as different even where it stands at the same place and second.
 */
export function differenceOf(then: Scenario, now: Scenario): Difference | null {
  const ofThen = differences.get(then) ?? new WeakMap<Scenario, { found: Difference | null }>();
  differences.set(then, ofThen);
  const known = ofThen.get(now);
  if (known !== undefined) return known.found;
  const [a, b] = [simulationOf(then), simulationOf(now)];
  const length = Math.max(a.log.length, b.log.length);
  const until = compare(a, b).parts?.before ?? length;
  const other = a.log.slice(0, until).findIndex((entry, i) => {
    const twin = b.log[i];
    if (entry.kind !== 'action' || twin?.kind !== 'action') return false;
    return JSON.stringify(then.actions[entry.action]) !== JSON.stringify(now.actions[twin.action]);
  });
  const event = other < 0 ? until : other;
  const found = event === length ? null : { event, left: a.log[event] ?? null, now: b.log[event] ?? null };
  ofThen.set(now, { found });
  return found;
}

import { compareRuns } from '#engine/query/whatIf.ts';
import type { Scenario } from '#model/scenario/action.ts';
import type { LogEntry } from '#model/scenario/log.ts';
import { simulationOf } from './board.ts';

/** The first event that is not the same in two histories; null on the side that has ended before it. */
export interface Difference {
  /** Its place in both logs, from 0. */
  event: number;
  left: LogEntry | null;
  now: LogEntry | null;
}

const differences = new WeakMap<Scenario, WeakMap<Scenario, { found: Difference | null }>>();

/**
 * The first event in which two simulated histories differ, or null where they are the same to the end. An action that
 * is another one counts as different even where it is at the same place and second.
 */
export function branchDifference(then: Scenario, now: Scenario): Difference | null {
  const ofThen = differences.get(then) ?? new WeakMap<Scenario, { found: Difference | null }>();
  differences.set(then, ofThen);
  const known = ofThen.get(now);
  if (known !== undefined) return known.found;
  const [a, b] = [simulationOf(then), simulationOf(now)];
  const length = Math.max(a.log.length, b.log.length);
  const until = compareRuns(a, b).parts?.before ?? length;
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

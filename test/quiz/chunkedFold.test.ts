import { describe, expect, it } from 'vitest';
import type { Catalogue } from '#model/quiz/catalogue.ts';
import type { Entry } from '#model/quiz/entry.ts';
import { standing } from '#quiz/progress/course.ts';
import { dashboard } from '#quiz/progress/dashboard.ts';
import { grounds } from '#quiz/progress/grounds.ts';
import { DEFAULT_QUEUE } from '#quiz/review/queueSettings.ts';
import { reviewDay } from '#quiz/review/reviewDay.ts';
import { CHUNK, runAll, type Steps, through } from '#quiz/lib/chunkedFold.ts';

/** How many steps work takes, the last one aside. */
function count(steps: Steps<unknown>): number {
  let n = 0;
  while (steps.next().done !== true) n++;
  return n;
}

describe('work in steps', () => {
  it('goes through everything once and in order, with a step after each few hundred', () => {
    const list = Array.from({ length: 2 * CHUNK + 1 }, (_, i) => i);
    const seen: number[] = [];
    const steps = through(list, (n) => seen.push(n));
    steps.next();
    expect(seen).toHaveLength(CHUNK);
    steps.next();
    expect(seen).toHaveLength(2 * CHUNK);
    runAll(steps);
    expect(seen).toEqual(list);
  });

  const log = Array.from(
    { length: 10 * CHUNK },
    (_, i): Entry => ({ kind: 'lesson', id: `e${i}`, at: i, lesson: 'a', mark: 'read' }),
  );
  const catalogue: Catalogue = { version: '', items: [], lessons: [], levels: [] };
  it.each([
    ['what readiness rests on', 1, () => grounds(log, 0)],
    ['the dashboard', 3, () => dashboard(log, catalogue, DEFAULT_QUEUE, 0, () => 0)],
    ['the review of a day', 3, () => reviewDay(log, catalogue, DEFAULT_QUEUE, 0)],
    ['the standing in the course', 1, () => standing(log)],
  ])('%s is found in %i passes, each in steps of a bounded number of entries', (_, passes, begin) => {
    expect(count(begin())).toBe(passes * 10);
  });
});

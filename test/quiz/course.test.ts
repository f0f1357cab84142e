import { describe, expect, it } from 'vitest';
import { parseEntry } from '#model/quiz/entry.ts';
import { standing as stepsTo } from '#quiz/progress/course.ts';
import { runAll } from '#quiz/lib/chunkedFold.ts';

const standing = (...given: Parameters<typeof stepsTo>) => runAll(stepsTo(...given));

const entry = (given: Record<string, unknown>, at: number) => {
  const parsed = parseEntry({ id: `e${at}`, at, ...given });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
};
const level = (stars: number, passed: boolean, shown: boolean, at: number) =>
  entry({ kind: 'level', level: '01-first-spark', stars, edits: 1, hints: 0, shown, passed }, at);

describe('standing in the course', () => {
  it('takes the last mark of a lesson', () => {
    const log = [
      entry({ kind: 'lesson', lesson: 'a' }, 1),
      entry({ kind: 'lesson', lesson: 'b' }, 2),
      entry({ kind: 'lesson', lesson: 'a', mark: 'unread' }, 3),
    ];
    expect([...standing(log).read]).toEqual(['b']);
  });

  it('keeps the best stars of a level, and none for a solution that was shown', () => {
    expect(standing([level(3, true, true, 1)]).stars.get('01-first-spark')).toBe(0);
    expect(standing([level(2, true, false, 1), level(0, false, false, 2)]).stars.get('01-first-spark')).toBe(
      2,
    );
  });

  it('gives a new learner nothing', () => {
    expect(standing([])).toEqual({ read: new Set(), stars: new Map(), answers: 0 });
  });
});

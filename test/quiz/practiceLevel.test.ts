import { describe, expect, it } from 'vitest';
import { gradeSubmission } from '#engine/levels/grade.ts';
import { prove } from '#engine/levels/prove.ts';
import { practiceLevel } from '#quiz/practice/practiceLevel.ts';

const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);

describe('boards for practice', () => {
  const levels = SEEDS.map(practiceLevel);

  it('AC 40: pass the proof of levels, with par proven', () => {
    for (const level of levels) {
      const { problems, parProven } = prove(level);
      expect(problems, level.id).toEqual([]);
      expect(parProven, level.id).toBe(true);
    }
  });

  it('have one to three faults, and one smallest repair: without any part of it they fail', () => {
    expect(new Set(levels.map((level) => level.par))).toEqual(new Set([1, 2, 3]));
    for (const level of levels) {
      expect(gradeSubmission(level, level.solution).stars).toBe(3);
      for (const edit of level.solution.edits) {
        const edits = level.solution.edits.filter((other) => other !== edit);
        expect(gradeSubmission(level, { edits, actions: [] }).passed).toBe(false);
      }
    }
  });

  it('are the same for the same seed, and many', () => {
    expect(practiceLevel(7)).toEqual(practiceLevel(7));
    const boards = new Set(levels.map((level) => JSON.stringify([level.layout, level.palette])));
    expect(boards.size).toBeGreaterThan(150);
  });
});

import type { Scenario } from '#model/action.ts';
import type { Level } from '#model/level.ts';
import { gradeLayout } from './grade.ts';
import { type OwnChange, ownChanges } from './ownChanges.ts';

/** What one change of a passing board is good for: what fails without it, found by grading the board without it. */
export interface Needed {
  change: OwnChange['change'];
  /** The first goal that fails without it, and why; null where nothing does. */
  without: { goal: string; message: string; rule: string } | null;
}

export const neededChanges = (level: Level, own: Scenario): Needed[] =>
  ownChanges(level, own).map(({ change, without }) => {
    const check = gradeLayout(level, without.layout, without.actions).checks.find((c) => !c.passed);
    const goal = level.goals.find((g) => g.id === check?.id)?.text ?? '';
    return {
      change,
      without: check === undefined ? null : { goal, message: check.message, rule: check.rule },
    };
  });

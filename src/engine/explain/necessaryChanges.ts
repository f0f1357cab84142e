import type { Scenario } from '#model/scenario/action.ts';
import type { Level } from '#model/level/level.ts';
import { gradeLayout } from '../levels/grade.ts';
import { type OwnChange, ownChanges } from '../levels/ownChanges.ts';

/** Why one change of a passing board is needed, found by grading the board without it. */
export interface NecessaryChange {
  change: OwnChange['change'];
  /** The first goal that fails without the change, and why; null if none does. */
  without: { goal: string; message: string; rule: string } | null;
}

export const necessaryChanges = (level: Level, own: Scenario): NecessaryChange[] =>
  ownChanges(level, own).map(({ change, without }) => {
    const check = gradeLayout(level, without.layout, without.actions).checks.find((c) => !c.passed);
    const goal = level.goals.find((g) => g.id === check?.id)?.text ?? '';
    return {
      change,
      without: check === undefined ? null : { goal, message: check.message, rule: check.rule },
    };
  });

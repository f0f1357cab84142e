import { describe, expect, it } from 'vitest';
import { gradeSubmission } from '#engine/levels/grade.ts';
import { GOALS } from '#engine/levels/goals/index.ts';
import type { LeafKind } from '#engine/levels/goal.ts';
import { parseLevel } from '#model/level/level.ts';
import { type Plain, plainAction, plainLayout } from '../../../support/shorthand.ts';

/** What decides where the check itself finds no rule. */
export const OWN = 'M-1';

export interface GoalCase {
  /** A layout in shorthand. */
  layout: string;
  workspaces?: Record<string, Plain>;
  rest?: Plain;
  script?: (string | Plain)[];
  edits?: Plain[];
  /** What the learner does during play. */
  actions?: (string | Plain)[];
  check: Plain;
}

/** Grades one check the way a level does: parsed, played and judged. */
export function judged({ layout, workspaces, rest, script = [], edits = [], actions = [], check }: GoalCase) {
  const parsed = parseLevel({
    id: 'test',
    version: 1,
    chapter: 'test',
    title: 'test',
    story: 'test',
    rules: [OWN],
    debrief: 'test',
    layout: plainLayout(layout, workspaces, rest),
    script: script.map(plainAction),
    goals: [{ id: 'goal', text: 'test', rule: OWN, check }],
    palette: {},
    solution: { edits, actions: actions.map(plainAction) },
    par: 1,
  });
  if (!parsed.ok) throw new Error(parsed.problems.map((p) => `${p.path}: ${p.message}`).join('\n'));
  const [row] = gradeSubmission(parsed.value, parsed.value.solution).checks;
  if (row === undefined) throw new Error('the goal was not judged');
  return row;
}

/** Rows of a kind of check, each with its words: those that hold, and those that fail, these by their rule. */
export function goalTable(
  kind: LeafKind,
  holds: Record<string, GoalCase & { says: string }>,
  fails: Record<string, GoalCase & { rule: string; says: string }>,
): void {
  describe(`${kind}: ${GOALS[kind].title}`, () => {
    it.each(Object.entries(holds))('holds: %s', (_, row) => {
      expect(judged(row)).toMatchObject({ passed: true, message: row.says });
    });
    it.each(Object.entries(fails))('fails: %s', (_, row) => {
      expect(judged(row)).toMatchObject({ passed: false, rule: row.rule, message: row.says });
    });
  });
}

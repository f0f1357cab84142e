import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '#model/edits/index.ts';
import { evidenceOf } from '#engine/levels/evidence.ts';
import { gradeLayout, play } from '#engine/levels/grade.ts';
import { necessaryChanges } from '#engine/explain/necessaryChanges.ts';
import { ownChanges } from '#engine/levels/ownChanges.ts';
import { endOf, ENDS } from '#engine/levels/prediction.ts';
import type { Level } from '#model/level/level.ts';
import { everyLevel, LEVELS } from '../support/levels.ts';
import { renamed } from '../support/renamed.ts';

const attemptsOf = (level: Level) => [{ edits: [], actions: [] }, level.solution, ...level.mistakes];

describe('a failed goal', () => {
  it.each(everyLevel)(
    'AC 35: %s: has a rule and entries of the log to replay, in each probe that it fails in',
    (_, level) => {
      for (const attempt of attemptsOf(level)) {
        const layout = applyEdits(level.layout, attempt.edits);
        const report = gradeLayout(level, layout, attempt.actions);
        for (const [i, graded] of report.probes.entries()) {
          const probe = level.probes[i];
          const played = probe === undefined ? null : play(layout, probe, attempt.actions);
          if (played === null) throw new Error('a probe of a level does not run');
          for (const row of graded.goals.filter((g) => !g.passed)) {
            const goal = level.goals.find((g) => g.id === row.id);
            if (goal === undefined) throw new Error('no such goal');
            expect(row.rule).not.toBe('');
            const evidence = evidenceOf(goal.check, row.rule, played.simulation);
            // A board on which nothing at all happens has nothing to replay.
            expect(evidence.length > 0 || played.simulation.log.length === 0).toBe(true);
            for (const entry of evidence) expect(played.simulation.log[entry]).toBeDefined();
          }
        }
      }
    },
  );

  it('is decided where its own workspace met the rule, not where another did', () => {
    const level = LEVELS.find(({ id }) => id.startsWith('04'));
    if (level === undefined) throw new Error('no level 4');
    const [probe] = level.probes;
    const played = probe === undefined ? null : play(level.layout, probe, []);
    if (played === null) throw new Error('level 4 runs');
    const check = { status: { workspace: 'acme/platform', run: 'last' as const, is: 'applied' as const } };
    const [entry] = evidenceOf(check, 'AA-05', played.simulation);
    expect(played.simulation.log[entry ?? -1]).toMatchObject({ kind: 'hold', rule: 'AA-05' });
  });
});

describe('an explained pass', () => {
  it.each(everyLevel)('%s: no change of the solution is without need', (_, level) => {
    const layout = applyEdits(level.layout, level.solution.edits);
    const needed = necessaryChanges(level, { layout, actions: level.solution.actions });
    expect(needed).toHaveLength(level.solution.edits.length + level.solution.actions.length);
    expect(needed.filter((n) => n.without === null)).toEqual([]);
  });

  it.each(everyLevel)('%s: taking back every change gives the start', (_, level) => {
    fc.assert(
      fc.property(fc.shuffledSubarray(level.palette.edits), (edits) => {
        let own = { layout: applyEdits(level.layout, edits), actions: [] as Level['solution']['actions'] };
        for (let left = 20; left > 0 && ownChanges(level, own).length > 0; left--)
          own = ownChanges(level, own)[0]?.without ?? own;
        expect(own.layout).toEqual({
          ...level.layout,
          run_triggers: expect.arrayContaining(level.layout.run_triggers),
        });
        expect(own.layout.run_triggers).toHaveLength(level.layout.run_triggers.length);
      }),
      { numRuns: 15 },
    );
  });
});

describe('how a workspace ended', () => {
  it.each(everyLevel)('%s: is one of the answers that a learner can predict, with its rule', (_, level) => {
    for (const attempt of attemptsOf(level))
      for (const probe of level.probes) {
        const layout = applyEdits(level.layout, attempt.edits);
        const played = play(layout, probe, attempt.actions);
        for (const workspace of level.predict) {
          if (played === null) throw new Error('a probe of a level does not run');
          const { end, rule } = endOf(played.simulation, workspace);
          expect(ENDS).toContain(end);
          if (end !== 'applied' && end !== 'no_run') expect(rule).not.toBeNull();
        }
      }
  });
});

describe('grades', () => {
  it.each(everyLevel)(
    'AC 31, 34: %s: are the same for the same attempt, and do not look at names',
    (_, level) => {
      for (const attempt of attemptsOf(level)) {
        const grade = (of: Level, a: Level['solution']) =>
          gradeLayout(of, applyEdits(of.layout, a.edits), a.actions);
        const report = grade(level, attempt);
        expect(grade(level, attempt)).toEqual(report);
        const other = renamed(level);
        const theirs =
          attempt === level.solution
            ? other.solution
            : other.mistakes[level.mistakes.indexOf(attempt as never)];
        const again = grade(other, theirs ?? { edits: [], actions: [] });
        const verdicts = (r: typeof report) => [
          r.stars,
          r.edits,
          ...r.checks.map((c) => [c.id, c.passed, c.rule]),
        ];
        expect(verdicts(again)).toEqual(verdicts(report));
      }
    },
  );
});
